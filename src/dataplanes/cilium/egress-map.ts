import { type Address, compareAddresses, sameAddress } from '../../net/address.ts'
import { type Cidr, formatCidr } from '../../net/cidr.ts'
import type { Node, Pod } from '../../topology/cluster.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { type LabelSelector, type Labels, labelsAt, selects } from '../manifests/label-selector.ts'
import type { EgressPolicy } from './egress-policy.ts'
import type { Resource } from './read-stream.ts'

/** One entry of `cilium_egress_gw_policy_v4`: a source, a destination, and what is done. */
export interface EgressEntry {
  readonly policy: EgressPolicy
  readonly pod: Pod
  readonly source: Address
  readonly destination: Cidr
  /** Null: the destination is one of `excludedCIDRs`. */
  readonly gateway: Gateway | null
}

export interface Gateway {
  /** Null: no node matches. */
  readonly node: Node | null
  /** Null: the node does not have it. */
  readonly address: Address | null
}

/**
 * Longest destination first, as the map finds them. Source: cilium/cilium pkg/egressgateway/manager.go,
 * pkg/maps/egressmap/policy.go.
 */
export function egressEntries(
  topology: ClusterView,
  policies: readonly EgressPolicy[],
  resources: readonly Resource[],
): readonly EgressEntry[] {
  return policies
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((policy) => entriesOf(topology, policy, resources))
    .sort(
      (a, b) => b.destination.prefix - a.destination.prefix || compareAddresses(a.source, b.source),
    )
}

function entriesOf(
  topology: ClusterView,
  policy: EgressPolicy,
  resources: readonly Resource[],
): readonly EgressEntry[] {
  const gateway = gatewayOf(topology.nodes, policy, resources)
  const pods = topology.pods.filter((pod) => !pod.hostNetwork && isSelected(policy, pod, resources))
  return pods.flatMap((pod) =>
    pod.addresses.flatMap((source) => {
      const fits = ({ base }: Cidr): boolean => base.family === source.family
      const entry = (destination: Cidr, to: Gateway | null): EgressEntry => ({
        ...{ policy, pod, source, destination, gateway: to },
      })
      const excluded = policy.excluded.filter(fits)
      const names = new Set(excluded.map(formatCidr))
      return [
        ...excluded.map((range) => entry(range, null)),
        ...policy.destinations
          .filter((range) => fits(range) && !names.has(formatCidr(range)))
          .map((range) => entry(range, gateway)),
      ]
    }),
  )
}

const isSelected = (
  { selectors }: EgressPolicy,
  pod: Pod,
  resources: readonly Resource[],
): boolean => {
  const own = resources.find(({ kind, name }) => kind === 'Pod' && name === pod.name)
  const namespace = (own && textAt(own.root, ['metadata', 'namespace'])) ?? 'default'
  const labels = labelsOf(own)
  return selectors.some(
    ({ pods, namespaces }) =>
      selects(pods, withNamespace(labels, namespace)) &&
      selects(namespaces, new Map([['kubernetes.io/metadata.name', namespace]])),
  )
}

/** Cilium's own label of an endpoint's namespace. */
const withNamespace = (labels: Labels, namespace: string): Labels =>
  new Map([...labels, ['io.kubernetes.pod.namespace', namespace]])

const labelsOf = (resource: Resource | undefined): Labels => {
  const metadata = resource && memberOf(resource.root, 'metadata')?.at
  return labelsAt((metadata && memberOf(metadata, 'labels')?.at) ?? null)
}

/** The first node by name that matches. */
function gatewayOf(
  nodes: readonly Node[],
  policy: EgressPolicy,
  resources: readonly Resource[],
): Gateway {
  const sorted = nodes.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const node = sorted.find(({ name }) => matches(policy.gateway, name, resources)) ?? null
  return { node, address: node && egressAddress(node, policy) }
}

function matches(selector: LabelSelector, name: string, resources: readonly Resource[]): boolean {
  const own = resources.find((each) => each.kind === 'Node' && each.name === name)
  return selects(selector, new Map([['kubernetes.io/hostname', name], ...labelsOf(own)]))
}

function egressAddress(node: Node, { egressIp, interface: device }: EgressPolicy): Address | null {
  if (egressIp) {
    const owned = node.interfaces.some(({ addresses }) =>
      addresses.some(({ address }) => sameAddress(address, egressIp)),
    )
    return owned ? egressIp : null
  }
  if (device === null) return node.address
  const own = node.interfaces.find(({ name }) => name === device)
  return own?.addresses.find(({ address }) => address.family === 4)?.address ?? null
}
