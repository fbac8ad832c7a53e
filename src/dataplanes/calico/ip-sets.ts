import type { IpSet } from '../../engine/rule.ts'
import { compareAddresses, type Family } from '../../net/address.ts'
import { type Cidr, hostCidr } from '../../net/cidr.ts'
import type { Node } from '../../topology/cluster.ts'
import { felixOn } from './cluster-config.ts'
import { type IpPool, onlyForLoadBalancers } from './ip-pool.ts'
import type { NodeCalico } from './node-calico.ts'

/** Names of the sets that the rules ask. Source: felix/rules/rule_defs.go, felix/ipsets/ipset_defs.go. */
export interface SetNames {
  readonly sources: string
  readonly destinations: string
  readonly hosts: string
}

export const setNames = ({ profile }: NodeCalico, family: Family): SetNames => ({
  sources: `cali${family}0masq-ipam-pools`,
  destinations: `cali${family}0${profile.networkPools ? 'network-ip-pools' : 'all-ipam-pools'}`,
  hosts: `cali${family}0all-hosts-net`,
})

/**
 * The sets of one family. Pools that are disabled are in them all the same.
 * Source: projectcalico/calico v3.32.1, felix/dataplane/linux/masq_mgr.go, ipset_hosts_mgr.go.
 */
export function ipSets(
  calico: NodeCalico,
  family: Family,
  nodes: readonly Node[],
): readonly IpSet[] {
  const names = setNames(calico, family)
  const pools = calico.cluster.pools.filter(({ cidr }) => cidr.base.family === family)
  return [
    hashNet(
      names.sources,
      family,
      pools.filter(({ natOutgoing }) => natOutgoing).map(({ cidr }) => cidr),
    ),
    hashNet(
      names.destinations,
      family,
      pools.filter((pool) => isDestination(calico, pool)).map(({ cidr }) => cidr),
    ),
    ...(hostsKnown(calico)
      ? [hashNet(names.hosts, family, hostRanges(calico, family, nodes))]
      : []),
  ]
}

/** Whether packets to a pool keep their source. */
export const isDestination = ({ profile }: Pick<NodeCalico, 'profile'>, pool: IpPool): boolean =>
  !(profile.networkPools && onlyForLoadBalancers(pool))

/** Felix keeps the set of nodes where IPIP or the exclusions need it. Source: int_dataplane.go. */
const hostsKnown = ({ tunnels, excludesHosts }: NodeCalico): boolean =>
  tunnels.ipipEnabled || excludesHosts

function hostRanges(
  { cluster, node }: NodeCalico,
  family: Family,
  nodes: readonly Node[],
): readonly Cidr[] {
  const addresses = nodes.map(({ address }) => hostCidr(address))
  const external = felixOn(cluster, node).externalNodesList?.value ?? []
  return [...addresses, ...(family === 4 ? external : [])].filter(
    ({ base }) => base.family === family,
  )
}

/** In order of addresses, where the kernel's is that of its hash. */
const hashNet = (name: string, family: Family, members: readonly Cidr[]): IpSet => ({
  name,
  type: 'hash:net',
  family,
  options: ['hashsize', '1024', 'maxelem', '1048576'],
  entries: members
    .toSorted((a, b) => compareAddresses(a.base, b.base) || a.prefix - b.prefix)
    .map(({ base, prefix }) => ({ address: base, prefix, nomatch: false })),
})
