import { addressText, type Span } from './span.ts'

/**
 * The first address of a range that nobody has. Never its first, which names the network, never the
 * next, which is the gateway's, and of IPv4 never the last, the broadcast address; `kept` more before
 * that one are left alone.
 */
export function freeAddress(
  { family, lo, hi }: Span,
  inUse: ReadonlySet<string>,
  kept = 0,
): string | null {
  const last = family === 4 ? hi - 1n - BigInt(kept) : hi
  for (let at = lo + 2n; at <= last; at += 1n) {
    const text = addressText(family, at)
    if (!inUse.has(text)) return text
  }
  return null
}
