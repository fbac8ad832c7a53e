import type { Located, Member } from '../../golang/json/value.ts'

/** The member of an object; of two equal keys the later one counts. */
export function memberOf({ value }: Located, key: string): Member | null {
  if (value.kind !== 'object') return null
  return value.members.findLast((member) => member.key === key) ?? null
}

/** What stands under these keys; null where there is nothing. */
export function locatedAt(root: Located | null, path: readonly string[]): Located | null {
  let at = root
  for (const key of path) at = at === null ? null : (memberOf(at, key)?.at ?? null)
  return at
}

/** The text under these keys; null where there is none, or something else. */
export function textAt(root: Located, path: readonly string[]): string | null {
  const at = locatedAt(root, path)
  return at?.value.kind === 'string' ? at.value.value : null
}
