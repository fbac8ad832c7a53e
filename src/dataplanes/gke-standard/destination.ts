import type { BaseMatch } from '../../engine/rule.ts'
import { type Cidr, maskWord, parseCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'

/** `-d RANGE`. */
export function destinationOf(range: Cidr | string): BaseMatch {
  const { base, prefix } = typeof range === 'string' ? known(range) : range
  return {
    destination: {
      address: base,
      mask: base.words.map((_, i) => maskWord(prefix, i)),
      negated: false,
    },
  }
}

function known(text: string): Cidr {
  const cidr = parseCidr(text)
  invariant(cidr.ok, 'a range of the program is a range')
  return cidr.value
}
