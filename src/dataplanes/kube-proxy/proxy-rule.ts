import type { BaseMatch, MaskedAddress, Match, Rule, Target } from '../../engine/rule.ts'
import type { Address } from '../../net/address.ts'
import { type Cidr, hostCidr, maskWord } from '../../net/cidr.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import type { ServicePort } from '../../topology/cluster.ts'
import type { ProxyOrigin } from './codes.ts'

/** A rule of kube-proxy before it has an id. */
export interface ProxyRule extends Omit<Rule, 'id' | 'origin'> {
  readonly origin: { readonly code: ProxyOrigin; readonly keeps?: 'nothing' }
}

export const comment = (text: string): Match => ({ kind: 'comment', text })

export const jump = (chain: string): Target => ({ kind: 'jump', chain })

export function masked({ base, prefix }: Cidr, negated = false): MaskedAddress {
  return { address: base, mask: base.words.map((_, i) => maskWord(prefix, i)), negated }
}

export const exactly = (address: Address): MaskedAddress => masked(hostCidr(address))

export function rule(
  code: ProxyOrigin,
  base: BaseMatch,
  matches: readonly Match[],
  target: Target,
): ProxyRule {
  return { base, matches, target, origin: { code } }
}

type Module = Extract<Match, { kind: 'ports' }>['module']

/** `tcp`, as rules and hashes spell it. */
export function moduleOf({ protocol }: ServicePort): Module {
  if (protocol === PROTOCOLS.udp) return 'udp'
  return protocol === PROTOCOLS.sctp ? 'sctp' : 'tcp'
}

export const ofProtocol = ({ protocol }: ServicePort): Pick<BaseMatch, 'protocol'> => ({
  protocol: { number: protocol, negated: false },
})

export const portMatch = (port: ServicePort, number: number): Match => ({
  kind: 'ports',
  module: moduleOf(port),
  destination: { lo: number, hi: number, negated: false },
})

/** Ids are unique on the node, and tell the writer and the family. */
export const numbered = (
  family: 4 | 6,
  chain: string,
  rules: readonly ProxyRule[],
): readonly Rule[] =>
  rules.map((each, i) => ({ id: `kube-proxy${family}/${chain}/${i + 1}`, ...each }))
