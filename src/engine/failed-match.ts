import { type Address, addressBytes, formatAddress } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import { failedExtension } from './failed-extension.ts'
import { formatMasked } from './masked-address.ts'
import { CONDITION } from './matches.ts'
import { protocolName } from './moving.ts'
import type { Pass } from './pass.ts'
import type { InterfacePattern, MaskedAddress, Rule } from './rule.ts'
import type { FailedMatch } from './trace.ts'

/** Puts into words which condition of a rule did not hold, by the number `matches.ts` gave it. */
export function failedMatch(
  { base, matches }: Pick<Rule, 'base' | 'matches'>,
  condition: number,
  pass: Pass,
): FailedMatch {
  switch (condition) {
    case CONDITION.source:
      return failedAddress('source', base.source, pass.src)
    case CONDITION.destination:
      return failedAddress('destination', base.destination, pass.dst)
    case CONDITION.inInterface:
      return failedInterface('in-interface', base.inInterface, pass.inDevice)
    case CONDITION.outInterface:
      return failedInterface('out-interface', base.outInterface, pass.outDevice)
    case CONDITION.protocol: {
      invariant(base.protocol, 'a failed condition is one of the rule')
      const { number, negated } = base.protocol
      return {
        field: 'protocol',
        wanted: protocolName(number),
        negated,
        got: protocolName(pass.packet.protocol),
      }
    }
    default: {
      const match = matches[condition - CONDITION.firstMatch]
      invariant(match && match.kind !== 'comment', 'a failed condition is one of the rule')
      return failedExtension(match, pass)
    }
  }
}

function failedAddress(
  field: 'source' | 'destination',
  wanted: MaskedAddress | undefined,
  got: Address,
): FailedMatch {
  invariant(wanted, 'a failed condition is one of the rule')
  const { negated } = wanted
  return {
    field,
    wanted: formatMasked(wanted),
    negated,
    got: formatAddress(got),
    part: negated ? null : differingPart(wanted, got),
  }
}

/** The first octet, or 16-bit group, in which the masked addresses differ. */
function differingPart({ address, mask }: MaskedAddress, got: Address): number {
  const difference = got.words.map(
    (word, i) => ((word ^ (address.words[i] ?? 0)) & (mask[i] ?? 0)) >>> 0,
  )
  const byte = addressBytes({ ...got, words: difference }).findIndex((bits) => bits !== 0)
  return got.family === 4 ? byte : byte >> 1
}

function failedInterface(
  field: 'in-interface' | 'out-interface',
  wanted: InterfacePattern | undefined,
  got: string,
): FailedMatch {
  invariant(wanted, 'a failed condition is one of the rule')
  return { field, wanted: wanted.pattern, negated: wanted.negated, got }
}
