import { formatMasked } from '../../engine/masked-address.ts'
import type { MaskedAddress, Rule, Ruleset } from '../../engine/rule.ts'
import { printRule } from '../../iptables/print-save.ts'
import type { Address } from '../../net/address.ts'
import type { Topology } from '../../topology/topology.ts'

/** A rule that asks for an address which nothing on the map has. */
export interface NeverMatching {
  readonly part: 'source' | 'destination'
  readonly range: string
  /** As `iptables-save` prints it. */
  readonly rule: string
}

/** Of the rules that were typed by hand. */
export function neverMatching(
  { nat4, nat6 }: Ruleset,
  topology: Topology,
): readonly NeverMatching[] {
  const senders = sendersOf(topology)
  const receivers = receiversOf(topology, senders)
  return [...nat4.chains, ...nat6.chains].flatMap((chain) =>
    chain.rules.filter(isTyped).flatMap((rule) => {
      const text = `-A ${chain.name}${printRule(rule)}`
      const parts = [
        ['source', senders],
        ['destination', receivers],
      ] as const
      return parts.flatMap(([part, declared]) => {
        const asked = rule.base[part]
        if (!asked || asked.negated || declared.some((address) => isIn(address, asked))) return []
        return [{ part, range: formatMasked(asked), rule: text }]
      })
    }),
  )
}

const isTyped = ({ origin }: Rule): boolean => origin?.code === 'manual-command'

const sendersOf = ({ pods, nodes, endpoints }: Topology): readonly Address[] => [
  ...pods.flatMap(({ addresses }) => addresses),
  ...nodes.flatMap(({ interfaces }) =>
    interfaces.flatMap(({ addresses }) => addresses.map(({ address }) => address)),
  ),
  ...endpoints.map(({ address }) => address),
]

const receiversOf = (
  { services, metadataServer }: Topology,
  senders: readonly Address[],
): readonly Address[] => [
  ...senders,
  ...services.flatMap(({ clusterIps, loadBalancerIps }) => [...clusterIps, ...loadBalancerIps]),
  ...(metadataServer ? [metadataServer] : []),
]

const isIn = (address: Address, asked: MaskedAddress): boolean =>
  address.family === asked.address.family &&
  asked.mask.every(
    (mask, i) => (((address.words[i] ?? 0) ^ (asked.address.words[i] ?? 0)) & mask) === 0,
  )
