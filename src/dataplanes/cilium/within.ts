import type { MaskedAddress } from '../../engine/rule.ts'
import { type Cidr, maskWord } from '../../net/cidr.ts'

/** A range as a rule asks for it. */
export const within = ({ base, prefix }: Cidr): MaskedAddress => ({
  address: base,
  mask: base.words.map((_, i) => maskWord(prefix, i)),
  negated: false,
})
