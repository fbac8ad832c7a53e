/**
 * One text for one value: keys sorted, no spaces, members that are undefined left out. Equal values
 * give equal links, and a dictionary made of such text has long stretches in common with them.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted)

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
