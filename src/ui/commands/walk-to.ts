import type { Group } from './grouped.ts'

/** How far Page Up and Page Down go in one list, where there are no groups to go along. */
const PAGE = 8

/** Where a key leads among the rows, counted from 0; null where it leads nowhere. */
export function walkTo(key: string, here: number, groups: readonly Group[]): number | null {
  const sizes = groups.map(({ commands }) => commands.length)
  const count = sizes.reduce((sum, size) => sum + size, 0)
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count
    case 'ArrowUp':
      return (here + count - 1) % count
    case 'PageDown':
      return groups.length > 1 ? nextGroup(sizes, here) : Math.min(count - 1, here + PAGE)
    case 'PageUp':
      return groups.length > 1 ? groupBefore(sizes, here) : Math.max(0, here - PAGE)
    default:
      return null
  }
}

const firsts = (sizes: readonly number[]): readonly number[] =>
  sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0))

const nextGroup = (sizes: readonly number[], here: number): number =>
  firsts(sizes).find((first) => first > here) ?? here

const groupBefore = (sizes: readonly number[], here: number): number =>
  firsts(sizes).findLast((first) => first < here) ?? 0
