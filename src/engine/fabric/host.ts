import type { Address } from '../../net/address.ts'
import type { Node, Pod, Service } from '../../topology/cluster.ts'
import type { Endpoint } from '../../topology/network.ts'
import type { Topology } from '../../topology/topology.ts'

/** Who answers to an address inside a VPC. */
export type Host =
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'pod'; readonly pod: Pod; readonly node: Node }
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }
  /** A load balancer's address, which its Service's nodes serve. */
  | { readonly kind: 'balancer'; readonly service: Service }

export type Hosts = ReadonlyMap<string, Host>

/** An address as a key of a map. */
export const addressKey = ({ words }: Address): string => words.join()

/** Every host by its network's name and its address; the name is empty where there is no VPC. */
export function hostsByNetwork(topology: Topology): ReadonlyMap<string, Hosts> {
  const all = new Map<string, Map<string, Host>>()
  for (const { network, address, host } of placements(topology)) {
    const hosts = all.get(network) ?? new Map<string, Host>()
    all.set(network, hosts)
    const key = addressKey(address)
    if (!hosts.has(key)) hosts.set(key, host)
  }
  return all
}

interface Placement {
  readonly network: string
  readonly address: Address
  readonly host: Host
}

/** Of two at one address the first is taken. */
const placements = (topology: Topology): readonly Placement[] => [
  ...topology.nodes.flatMap((node) => all(node.vpc, uplinkAddresses(node), { kind: 'node', node })),
  ...podPlacements(topology),
  ...topology.endpoints.flatMap((endpoint) => {
    const { at, address, forwards } = endpoint
    const host: Host = { kind: 'endpoint', endpoint }
    const inside = forwards?.natAddress && forwards.into !== 'internet'
    return [
      ...all(at, [address], host),
      ...(inside ? all(forwards.into, [forwards.natAddress], host) : []),
    ]
  }),
  ...balancerPlacements(topology),
]

const all = (network: string, addresses: readonly Address[], host: Host): readonly Placement[] =>
  addresses.map((address) => ({ network, address, host }))

function podPlacements({ nodes, pods }: Topology): readonly Placement[] {
  const homes = new Map(nodes.map((node) => [node.name, node]))
  return pods.flatMap((pod) => {
    const node = homes.get(pod.node)
    return node ? all(node.vpc, pod.addresses, { kind: 'pod', pod, node }) : []
  })
}

function balancerPlacements({ clusters, services }: Topology): readonly Placement[] {
  const vpcOf = new Map(clusters.map(({ name, vpc }) => [name, vpc]))
  return services.flatMap((service) =>
    all(vpcOf.get(service.cluster) ?? '', service.loadBalancerIps, { kind: 'balancer', service }),
  )
}

const uplinkAddresses = (node: Node): readonly Address[] => [
  node.address,
  ...(node.address6 ? [node.address6] : []),
  ...node.interfaces
    .filter(({ name }) => /^(eth|cilium_host)/.test(name))
    .flatMap(({ addresses }) => addresses.map(({ address }) => address)),
]
