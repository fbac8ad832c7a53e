import type { Address } from '../../net/address.ts'
import { type Cidr, cidrContains } from '../../net/cidr.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import type { Cluster, Service } from '../../topology/cluster.ts'
import type { FirewallRule, FirewallService, Vpc } from '../../topology/network.ts'
import type { Topology } from '../../topology/topology.ts'

/** The rules of a VPC in the order in which they are asked. */
export interface Firewall {
  /** Do we know of its rules? */
  readonly told: boolean
  readonly ingress: readonly VpcRule[]
  readonly egress: readonly VpcRule[]
}

export interface VpcRule extends FirewallRule {
  /** A rule that GKE made for the nodes of this cluster; null: somebody wrote it. */
  readonly cluster: string | null
  /** Destinations of an ingress rule; null: every address of its targets. */
  readonly to: readonly Address[] | null
}

/** By priority; of equals a deny rule goes before. Source: Google Cloud, "VPC firewall rules". */
export function firewallOf(topology: Topology, { name, firewall, subnets }: Vpc): Firewall {
  const made = topology.clusters
    .filter((cluster) => cluster.gkeFirewall && cluster.vpc === name)
    .flatMap((cluster) => gkeRules(topology, cluster, subnets))
  const written = (firewall ?? []).map((rule) => ({ ...rule, cluster: null, to: null }))
  const all = [...written, ...made].toSorted(
    (a, b) =>
      a.priority - b.priority || Number(a.action === 'allow') - Number(b.action === 'allow'),
  )
  return {
    told: firewall !== null,
    ingress: all.filter(({ direction }) => direction === 'ingress'),
    egress: all.filter(({ direction }) => direction === 'egress'),
  }
}

/**
 * What GKE creates by itself: from Pods to nodes, from the nodes' subnets to nodes, and for each
 * load balancer from everywhere. Source: Google Cloud, "Automatically created firewall rules".
 */
function gkeRules(
  { nodes, services }: Topology,
  cluster: Cluster,
  subnets: Vpc['subnets'],
): readonly VpcRule[] {
  const own = nodes.filter((node) => node.cluster === cluster.name)
  const homes = subnets.filter(({ range }) =>
    own.some(({ address }) => cidrContains(range, address)),
  )
  const ofNodes = homes.flatMap(({ range, range6 }) => (range6 ? [range, range6] : [range]))
  return [
    madeByGke(cluster, 'all', cluster.podRanges, protocols(POD_PROTOCOLS)),
    madeByGke(cluster, 'vms', ofNodes, protocols(NODE_PROTOCOLS)),
    ...services
      .filter((service) => service.cluster === cluster.name && service.type === 'LoadBalancer')
      .map((service) => ({
        ...madeByGke(cluster, `lb-${service.name}`, ANYWHERE, portsOf(service)),
        to: service.loadBalancerIps,
      })),
  ]
}

const madeByGke = (
  { name }: Cluster,
  what: string,
  ranges: readonly Cidr[],
  services: readonly FirewallService[],
): VpcRule => ({
  name: `gke-${name}-${what}`,
  direction: 'ingress',
  action: 'allow',
  priority: 1000,
  ranges,
  sourceTags: [],
  targetTags: null,
  services,
  cluster: name,
  to: null,
})

const { tcp, udp, icmp, icmpv6, sctp } = PROTOCOLS
const ESP = 50
const AH = 51
const POD_PROTOCOLS = [tcp, udp, sctp, icmp, icmpv6, ESP, AH]
const NODE_PROTOCOLS = [tcp, udp, icmp, icmpv6]

const protocols = (numbers: readonly number[]): readonly FirewallService[] =>
  numbers.map((protocol) => ({ protocol, ports: null }))

const portsOf = ({ ports }: Service): readonly FirewallService[] =>
  ports.map(({ protocol, port }) => ({ protocol, ports: [[port, port]] }))

const ANYWHERE: readonly Cidr[] = [
  { base: { family: 4, words: [0] }, prefix: 0 },
  { base: { family: 6, words: [0, 0, 0, 0] }, prefix: 0 },
]
