import type { IpSet, IpSetEntry } from '../../engine/rule.ts'
import type { Address, Family } from '../../net/address.ts'
import { type Cidr, cidrContains, hostCidr } from '../../net/cidr.ts'
import type { Pod } from '../../topology/cluster.ts'
import type { NodeCilium } from './node-cilium.ts'

/**
 * What the program looks up. `cilium_lxc` and `cilium_ipcache` hold more than one kind of thing;
 * each kind is a set here, named for the map and for what it is in it.
 */
export const mapNames = (family: Family) =>
  ({
    endpoints: 'cilium_lxc',
    host: 'cilium_lxc/host',
    skipped: 'cilium_lxc/skip-masquerade',
    ipMasq: `cilium_ipmasq_v${family}`,
    remoteNodes: 'cilium_ipcache/remote-node',
    cluster: 'cilium_ipcache/cluster',
  }) as const

export function bpfMaps(cilium: NodeCilium, family: Family): readonly IpSet[] {
  const { topology, node, masq, unmasked } = cilium
  const names = mapNames(family)
  const pods = topology.pods.filter(({ hostNetwork }) => !hostNetwork)
  const here = pods.filter((pod) => pod.node === node.name).flatMap(addresses)
  const nodes = topology.nodes.map(({ address }) => address)
  const own = node.interfaces.flatMap((device) => device.addresses.map(({ address }) => address))
  const remote = topology.nodes.filter(({ name }) => name !== node.name)
  const listed = (masq?.entries ?? []).map(({ cidr }) => cidr)
  const skipped = here.filter((address) => unmasked.some((range) => cidrContains(range, address)))
  return [
    mapOf(names.endpoints, family, here.map(hostCidr)),
    mapOf(names.host, family, own.map(hostCidr)),
    mapOf(names.skipped, family, skipped.map(hostCidr)),
    mapOf(names.ipMasq, family, listed),
    mapOf(
      names.remoteNodes,
      family,
      remote.map(({ address }) => hostCidr(address)),
    ),
    mapOf(names.cluster, family, [...pods.flatMap(addresses), ...nodes].map(hostCidr)),
  ]
}

const addresses = (pod: Pod): readonly Address[] => pod.addresses

function mapOf(name: string, family: Family, ranges: readonly Cidr[]): IpSet {
  const entries = ranges
    .filter(({ base }) => base.family === family)
    .map(({ base, prefix }): IpSetEntry => ({ address: base, prefix, nomatch: false }))
  return { name, type: 'hash:net', family, options: [], entries }
}
