import type { Address, Family } from '../../net/address.ts'
import { maskWord } from '../../net/cidr.ts'

export const wordsOf = (family: Family): number => (family === 4 ? 1 : 4)

/** A mask of `prefix` ones. */
export function prefixMask(prefix: number, family: Family): readonly number[] {
  return Array.from({ length: wordsOf(family) }, (_, index) => maskWord(prefix, index))
}

/** Number of leading ones, or null where a one follows a zero. */
export function prefixOf(mask: readonly number[]): number | null {
  const prefix = mask.reduce((ones, word) => ones + Math.clz32(~word >>> 0), 0)
  return mask.every((word, index) => word === maskWord(prefix, index)) ? prefix : null
}

export function masked(address: Address, mask: readonly number[]): Address {
  const words = address.words.map((word, index) => (word & (mask[index] ?? 0)) >>> 0)
  return { family: address.family, words }
}
