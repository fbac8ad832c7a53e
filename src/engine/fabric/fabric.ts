import { type Address, sameAddress } from '../../net/address.ts'
import { type Cidr, cidrContains, formatCidr } from '../../net/cidr.ts'
import type { Node, Pod } from '../../topology/cluster.ts'
import type { Attachment, Vpc, VpcRoute } from '../../topology/network.ts'
import { isLinkLocal } from '../../topology/owner.ts'
import type { Topology } from '../../topology/topology.ts'
import { isPublic } from '../public-address.ts'

/** Where the VPC's routes send a packet for `dst`. */
export type Way =
  | { readonly kind: 'metadata' }
  | { readonly kind: 'subnet'; readonly route: Cidr; readonly to: VpcHost | null }
  | { readonly kind: 'custom'; readonly route: VpcRoute }
  | { readonly kind: 'dynamic'; readonly route: Cidr; readonly attachment: Attachment }
  | { readonly kind: 'internet' }
  | { readonly kind: 'none' }

export type VpcHost =
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'pod'; readonly pod: Pod; readonly node: Node }
  | { readonly kind: 'endpoint'; readonly name: string }

/**
 * Subnet routes win over all others; then the longest custom or dynamic route; then the default
 * internet gateway, which reaches public addresses only. A default route of another kind takes the
 * gateway's place, and so do two halves of it.
 * Source: Google Cloud, routes overview (order of subnet, dynamic and default routes).
 */
export function wayTo(topology: Topology, vpc: string, dst: Address): Way {
  const { metadataServer } = topology
  if (metadataServer && sameAddress(metadataServer, dst)) return { kind: 'metadata' }
  if (isLinkLocal(dst)) return { kind: 'none' }
  const network = topology.vpcs.find(({ name }) => name === vpc)
  if (!network) return { kind: 'none' }
  const subnet = longest(subnetRanges(network), dst)
  if (subnet) return { kind: 'subnet', route: subnet, to: hostAt(topology, dst) }
  const learned = topology.attachments
    .filter((attachment) => attachment.vpc === vpc)
    .flatMap((attachment) => attachment.learns.map((route) => ({ route, attachment })))
  const route = longest(
    learned.map((entry) => entry.route),
    dst,
  )
  const entry = learned.find((candidate) => candidate.route === route)
  const custom = customRoute(network, dst)
  if (custom && (!route || custom.to.prefix >= route.prefix)) {
    return { kind: 'custom', route: custom }
  }
  if (entry) return { kind: 'dynamic', ...entry }
  return network.defaultRoute && isPublic(dst) ? { kind: 'internet' } : { kind: 'none' }
}

function customRoute({ routes }: Vpc, dst: Address): VpcRoute | undefined {
  const best = longest(
    routes.map(({ to }) => to),
    dst,
  )
  return routes.find(({ to }) => to === best)
}

const subnetRanges = ({ subnets }: Vpc): readonly Cidr[] =>
  subnets.flatMap(({ range, range6, secondary }) => [
    range,
    ...(range6 ? [range6] : []),
    ...secondary.map((entry) => entry.range),
  ])

export function longest(routes: readonly Cidr[], address: Address): Cidr | undefined {
  const matching = routes.filter((route) => cidrContains(route, address))
  return matching.reduce<Cidr | undefined>(
    (best, route) => (best && best.prefix >= route.prefix ? best : route),
    undefined,
  )
}

/** Who answers to this address inside the VPC. */
export function hostAt(topology: Topology, address: Address): VpcHost | null {
  const { nodes, pods, vpcs, endpoints } = topology
  const node = nodes.find((candidate) => ownsAddress(candidate, address))
  if (node) return { kind: 'node', node }
  const pod = pods.find((candidate) => candidate.addresses.some((own) => sameAddress(own, address)))
  const home = pod && nodes.find(({ name }) => name === pod.node)
  if (pod && home) return { kind: 'pod', pod, node: home }
  const endpoint = endpoints.find(
    ({ at, address: own }) => vpcs.some(({ name }) => name === at) && sameAddress(own, address),
  )
  return endpoint ? { kind: 'endpoint', name: endpoint.name } : null
}

const ownsAddress = (node: Node, address: Address): boolean =>
  sameAddress(node.address, address) ||
  node.interfaces.some(
    (device) =>
      /^(eth|cilium_host)/.test(device.name) &&
      device.addresses.some((own) => sameAddress(own.address, address)),
  )

export const formatRanges = (ranges: readonly Cidr[]): string[] => ranges.map(formatCidr)
