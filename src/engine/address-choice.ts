import type { Address } from '../net/address.ts'
import { sameAddress } from '../net/address.ts'
import type { AddressSpan } from './rule.ts'

/** What a range of addresses is asked for. */
export interface AddressQuestion {
  readonly src: Address
  readonly dst: Address
  /** Which of the two is to become one of the range. */
  readonly field: 'src' | 'dst'
  readonly persistent: boolean
}

/**
 * The address that a flow gets out of a range: no chance in it, but a hash of its source (and of its
 * destination unless `persistent`), the same on every little-endian node. Where it is the
 * destination that is chosen, each further word of IPv6 is mixed with the word just chosen, which
 * the kernel has written over the old one. Source: Linux `find_best_ips_proto` in nf_nat_core.c.
 */
export function chooseAddress(
  { lo, hi }: AddressSpan,
  { src, dst, field, persistent }: AddressQuestion,
): Address {
  if (sameAddress(lo, hi)) return lo
  const far = dst.words.map(swapBytes)
  let hash = jhash4(src.words.map(swapBytes), persistent ? 0 : (far.at(-1) ?? 0))
  let free = false
  const words = lo.words.map((low, i) => {
    const high = hi.words[i] ?? 0
    const size = free ? 0xffffffff : (high - low + 1) >>> 0
    const word = ((free ? 0 : low) + scaled(hash, size)) >>> 0
    if (word !== high) free = true
    if (!persistent) hash ^= field === 'dst' ? swapBytes(word) : (far[i] ?? 0)
    return word
  })
  return { family: lo.family, words }
}

/** `hash` of 32 bits brought into 0 to `size - 1`. Source: Linux `reciprocal_scale`. */
const scaled = (hash: number, size: number): number =>
  Number((BigInt(hash >>> 0) * BigInt(size)) >> 32n)

const swapBytes = (word: number): number =>
  ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/**
 * Bob Jenkins' lookup3 over four words, missing ones being 0; as Linux writes it in jhash.h.
 */
function jhash4(words: readonly number[], seed: number): number {
  const start = (0xdeadbeef + (4 << 2) + seed) | 0
  let a = (start + (words[0] ?? 0)) | 0
  let b = (start + (words[1] ?? 0)) | 0
  let c = (start + (words[2] ?? 0)) | 0
  a = (a - c) ^ rotate(c, 4)
  c = (c + b) | 0
  b = (b - a) ^ rotate(a, 6)
  a = (a + c) | 0
  c = (c - b) ^ rotate(b, 8)
  b = (b + a) | 0
  a = (a - c) ^ rotate(c, 16)
  c = (c + b) | 0
  b = (b - a) ^ rotate(a, 19)
  a = (a + c) | 0
  c = (c - b) ^ rotate(b, 4)
  b = (b + a) | 0
  a = (a + (words[3] ?? 0)) | 0
  c ^= b
  c = (c - rotate(b, 14)) | 0
  a ^= c
  a = (a - rotate(c, 11)) | 0
  b ^= a
  b = (b - rotate(a, 25)) | 0
  c ^= b
  c = (c - rotate(b, 16)) | 0
  a ^= c
  a = (a - rotate(c, 4)) | 0
  b ^= a
  b = (b - rotate(a, 14)) | 0
  c ^= b
  c = (c - rotate(b, 24)) | 0
  return c >>> 0
}
