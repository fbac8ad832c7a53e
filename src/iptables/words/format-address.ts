import { type Address, addressBytes } from '../../net/address.ts'

/**
 * As inet_ntop of glibc writes it: IPv4-mapped and IPv4-compatible addresses end in dotted decimals.
 */
export function ntop(address: Address): string {
  const bytes = addressBytes(address)
  if (address.family === 4) return bytes.join('.')
  const groups = Array.from(
    { length: 8 },
    (_, i) => (bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0),
  )
  const gap = longestZeros(groups)
  const dotted = gap.at === 0 && (gap.length === 6 || (gap.length === 5 && groups[5] === 0xffff))
  const last = dotted ? 6 : 8
  const text = (from: number, to: number): string =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':')
  const tail = dotted ? bytes.slice(12).join('.') : ''
  if (gap.length < 2) return text(0, last)
  const after = text(gap.at + gap.length, last)
  const joint = after !== '' && tail !== '' ? ':' : ''
  return `${text(0, gap.at)}::${after}${joint}${tail}`
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly number[]): { at: number; length: number } {
  let best = { at: -1, length: 0 }
  let start = 0
  for (let i = 0; i <= groups.length; i += 1) {
    if (groups[i] === 0) continue
    if (i - start > best.length) best = { at: start, length: i - start }
    start = i + 1
  }
  return best
}
