import type { Origin, PortRange } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import {
  destinationNotIn,
  type FelixRule,
  leavesBy,
  markIs,
  masquerade,
  protocolIs,
  RETURN,
  snatTo,
  sourceIn,
} from './felix-rule.ts'
import { setNames } from './ip-sets.ts'
import type { NodeCalico } from './node-calico.ts'

/**
 * `cali-nat-outgoing` without its labels: empty where no pool of the family has `natOutgoing`.
 * Source: projectcalico/calico v3.32.1, felix/rules/nat.go, NATOutgoingChain.
 */
export function outgoingRules(calico: NodeCalico, family: Family): readonly FelixRule[] {
  const pool = calico.cluster.pools.find(
    ({ cidr, natOutgoing }) => natOutgoing && cidr.base.family === family,
  )
  if (pool === undefined) return []
  const ports = calico.felix.natPortRange?.value ?? null
  const place = pool.places.natOutgoing
  const origin = (code: string): Origin => (place ? { code, place } : { code })
  const rest = translating(calico, family, null, origin)
  if (ports === null) return [rest]
  const forProtocol = (protocol: 'tcp' | 'udp'): readonly FelixRule[] => {
    const translated = translating(calico, family, ports, () => portOrigin(calico))
    const match = [...matching(calico, family, protocol)]
    return [
      { ...translated, match },
      { match, action: RETURN, origin: { code: 'nat-ports-done' } },
    ]
  }
  return [...forProtocol('tcp'), ...forProtocol('udp'), rest]
}

const portOrigin = ({ felix }: NodeCalico): Origin => {
  const place = felix.natPortRange?.place
  return place ? { code: 'nat-ports', place } : { code: 'nat-ports' }
}

function translating(
  calico: NodeCalico,
  family: Family,
  ports: PortRange | null,
  origin: (code: string) => Origin,
): FelixRule {
  const match = matching(calico, family, null)
  const address = calico.felix.natOutgoingAddress
  if (address?.value.family === family) {
    const { value, place } = address
    return { match, action: snatTo(value, ports), origin: { code: 'nat-address', place } }
  }
  return {
    match,
    action: masquerade(ports),
    origin: origin(calico.bpf ? 'bpf-nat-outgoing' : 'nat-outgoing'),
  }
}

function matching(
  calico: NodeCalico,
  family: Family,
  protocol: 'tcp' | 'udp' | null,
): FelixRule['match'] {
  const filter = calico.felix.iptablesNATOutgoingInterfaceFilter?.value ?? ''
  return [
    ...(calico.bpf ? [markIs(calico.profile.natMark)] : betweenPools(calico, family)),
    ...(protocol ? [protocolIs(protocol)] : []),
    ...(filter === '' ? [] : [leavesBy(filter)]),
  ]
}

/** From a pool that has `natOutgoing` to nothing that is excluded. */
export function betweenPools(calico: NodeCalico, family: Family): FelixRule['match'] {
  const { sources, destinations, hosts } = setNames(calico, family)
  return [
    sourceIn(sources),
    destinationNotIn(destinations),
    ...(calico.excludesHosts ? [destinationNotIn(hosts)] : []),
  ]
}
