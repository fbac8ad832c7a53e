/** One replacement, in the terms of a CodeMirror change. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * The smallest single replacement that turns `before` into `after`, so that the caret and the marks
 * outside it stay where they are. Null where the two are the same but for the kind of line end.
 */
export function changeBetween(before: string, after: string): Change | null {
  const wanted = after.replace(/\r\n?/g, '\n')
  if (before === wanted) return null
  const shorter = Math.min(before.length, wanted.length)
  let from = 0
  while (from < shorter && before[from] === wanted[from]) from += 1
  let same = 0
  while (same < shorter - from && before.at(-1 - same) === wanted.at(-1 - same)) same += 1
  return { from, to: before.length - same, insert: wanted.slice(from, wanted.length - same) }
}
