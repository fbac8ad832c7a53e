import { type Address, type Family, formatAddress, parseAddress } from '../../../net/address.ts'
import { cidrOf, formatCidr, parseCidr } from '../../../net/cidr.ts'

/** Addresses from `lo` to `hi`, both included, as whole numbers that one can count with. */
export interface Span {
  readonly family: Family
  readonly lo: bigint
  readonly hi: bigint
}

/** Of an address or a range; null where the text is neither. Host bits of a range are let pass. */
export function spanOf(text: string): Span | null {
  const trimmed = text.trim()
  const slash = trimmed.indexOf('/')
  const address = parseAddress(slash < 0 ? trimmed : trimmed.slice(0, slash))
  if (!address.ok) return null
  const { family } = address.value
  const at = numberOf(address.value)
  if (slash < 0) return { family, lo: at, hi: at }
  const prefix = Number(trimmed.slice(slash + 1))
  if (!/^\d{1,3}$/.test(trimmed.slice(slash + 1)) || prefix > bitsOf(family)) return null
  const size = sizeOf(family, prefix)
  const lo = (at / size) * size
  return { family, lo, hi: lo + size - 1n }
}

/** The prefix of a range as text; null where it is none. */
export function prefixOf(text: string): number | null {
  const cidr = parseCidr(text.trim())
  return cidr.ok ? cidr.value.prefix : null
}

export const bitsOf = (family: Family): number => (family === 4 ? 32 : 128)

/** How many addresses a range has. */
export const sizeOf = (family: Family, prefix: number): bigint =>
  1n << BigInt(bitsOf(family) - prefix)

export const numberOf = ({ words }: Address): bigint =>
  words.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n)

export const addressText = (family: Family, at: bigint): string =>
  formatAddress(toAddress(family, at))

export const rangeText = (family: Family, lo: bigint, prefix: number): string =>
  formatCidr(cidrOf(toAddress(family, lo), prefix))

function toAddress(family: Family, at: bigint): Address {
  const words = family === 4 ? [at] : [at >> 96n, at >> 64n, at >> 32n, at]
  return { family, words: words.map((word) => Number(word & 0xffffffffn)) }
}

export const overlaps = (a: Span, b: Span): boolean =>
  a.family === b.family && a.lo <= b.hi && b.lo <= a.hi

export const holds = (outer: Span, inner: Span): boolean =>
  outer.family === inner.family && outer.lo <= inner.lo && inner.hi <= outer.hi

export const spansOf = (texts: readonly (string | undefined)[]): readonly Span[] =>
  texts.flatMap((text) => {
    const span = text === undefined ? null : spanOf(text)
    return span ? [span] : []
  })
