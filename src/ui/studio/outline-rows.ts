import type { OutlineThing } from '../../scenario/studio/list-things.ts'

export interface OutlineRow {
  readonly thing: OutlineThing
  /** How deep it stands, from 0. */
  readonly level: number
  /** It was asked for itself, and does not only lead to what was. */
  readonly hit: boolean
}

/** The tree line by line; of a search only what is found and what that stands in. */
export function outlineRows(
  things: readonly OutlineThing[],
  text: string,
  level = 0,
): readonly OutlineRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return things.flatMap((thing) => {
    const told = [thing.id, ...thing.lines].join(' ').toLowerCase()
    const hit = words.every((word) => told.includes(word))
    const inside = outlineRows(thing.children, text, level + 1)
    return hit || inside.length > 0 ? [{ thing, level, hit }, ...inside] : []
  })
}
