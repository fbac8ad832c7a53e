import { rangeText, type Span, sizeOf } from './span.ts'

/**
 * The first range of that size in the pools, one pool after the other, that touches nothing of what
 * is in use; null where all are full.
 */
export function freeRange(
  inUse: readonly Span[],
  pools: readonly Span[],
  prefix: number,
): string | null {
  for (const pool of pools) {
    const lo = firstGap(inUse, pool, sizeOf(pool.family, prefix))
    if (lo !== null) return rangeText(pool.family, lo, prefix)
  }
  return null
}

function firstGap(inUse: readonly Span[], pool: Span, size: bigint): bigint | null {
  const within = inUse
    .filter(({ family, lo, hi }) => family === pool.family && hi >= pool.lo && lo <= pool.hi)
    .sort((a, b) => (a.lo < b.lo ? -1 : Number(a.lo > b.lo)))
  let at = aligned(pool.lo, size)
  for (const { lo, hi } of within) {
    if (at + size <= lo) break
    if (hi >= at) at = aligned(hi + 1n, size)
  }
  return at + size - 1n <= pool.hi ? at : null
}

const aligned = (at: bigint, size: bigint): bigint => ((at + size - 1n) / size) * size
