import {
  type Address,
  addressBytes,
  addressFromBytes,
  type Family,
  sameAddress,
} from '../../net/address.ts'
import type { Cidr } from '../../net/cidr.ts'
import type { Node } from '../../topology/cluster.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { Interface } from '../../topology/node.ts'
import type { EgressEntry } from './egress-map.ts'
import type { MasqMap } from './masq-map.ts'
import type { CiliumOptions } from './options.ts'

/** All that the agent of one node works with. */
export interface NodeCilium {
  readonly topology: ClusterView
  readonly node: Node
  readonly options: CiliumOptions
  /** Null: no ip-masq-agent, or one that has never read a file it accepts. */
  readonly masq: MasqMap | null
  readonly egress: readonly EgressEntry[]
  /** Sources that no rule masquerades: Pods of pools that say so. */
  readonly unmasked: readonly Cidr[]
}

/** The node's share of the Pod range; null where it has none of the family. */
export const podShare = ({ node }: NodeCilium, family: Family): Cidr | null =>
  node.podRanges.find(({ base }) => base.family === family) ?? null

/** Destinations that keep the Pod's address; null where there is none. */
export function exclusion(cilium: NodeCilium, family: Family): Cidr | null {
  const { native4, native6, ipMasqAgent, bpfMasquerade } = cilium.options
  const native = family === 4 ? native4 : native6
  if (native) return native
  return ipMasqAgent && bpfMasquerade ? null : podShare(cilium, family)
}

/**
 * The address of `cilium_host`, which IPAM gives out of the node's share like that of a Pod; which
 * one is not known here, and the share's first stands for it.
 */
export function routerAddress(cilium: NodeCilium, family: Family): Address | null {
  const share = podShare(cilium, family)
  if (!share) return null
  const bytes = addressBytes(share.base)
  return addressFromBytes([...bytes.slice(0, -1), (bytes.at(-1) ?? 0) | 1])
}

/** Interfaces at which programs stand: those named, or those that are no loopback, Pod's or Cilium's. */
export function nativeDevices({ node, options }: NodeCilium): readonly Interface[] {
  const { devices } = options
  const all = byName(node.interfaces)
  if (devices.length === 0) return all.filter((device) => isNative(node, device))
  return all.filter(({ name }) => devices.some((pattern) => named(pattern, name)))
}

/** A topology may tell the addresses of one interface in several places. */
function byName(interfaces: readonly Interface[]): readonly Interface[] {
  const names = [...new Set(interfaces.map(({ name }) => name))]
  return names.map((name) => ({
    name,
    addresses: interfaces.filter((each) => each.name === name).flatMap((each) => each.addresses),
  }))
}

const named = (pattern: string, name: string): boolean =>
  pattern.endsWith('+') ? name.startsWith(pattern.slice(0, -1)) : pattern === name

const isNative = ({ routes }: Node, { name, addresses }: Interface): boolean =>
  name !== 'lo' &&
  !name.startsWith('cilium_') &&
  addresses.length > 0 &&
  !routes.some(
    ({ to, dev, via }) => dev === name && via === null && isHost(to) && isPodDevice(name),
  )

const isHost = ({ base, prefix }: Cidr): boolean => prefix === base.words.length * 32

const isPodDevice = (name: string): boolean => /^(veth|lxc)/.test(name)

/** The node's own address where the device has it, else its first. */
export function masqueradeAddress(
  { node }: NodeCilium,
  { addresses }: Interface,
  family: Family,
): Address | null {
  const own = addresses.map(({ address }) => address).filter((each) => each.family === family)
  return own.find((each) => sameAddress(each, node.address)) ?? own[0] ?? null
}

/** InternalIP addresses of the cluster's nodes. */
export const nodeAddresses = ({ topology }: NodeCilium, family: Family): readonly Address[] =>
  topology.nodes.map(({ address }) => address).filter((address) => address.family === family)
