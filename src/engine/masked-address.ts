import { formatAddress } from '../net/address.ts'
import { maskWord } from '../net/cidr.ts'
import type { MaskedAddress } from './rule.ts'

type Masked = Pick<MaskedAddress, 'address' | 'mask'>

/** How many ones the mask begins with, where ones are all that it begins with; else null. */
export function prefixOf({ mask }: Masked): number | null {
  const prefix = mask.reduce((sum, word) => sum + Math.clz32(~word), 0)
  return mask.every((word, i) => word >>> 0 === maskWord(prefix, i)) ? prefix : null
}

/** `10.0.0.0/8`, or `10.0.1.0/255.0.255.0` where the mask is no prefix. */
export function formatMasked(masked: Masked): string {
  const { address, mask } = masked
  const width = prefixOf(masked) ?? formatAddress({ family: address.family, words: mask })
  return `${formatAddress(address)}/${width}`
}
