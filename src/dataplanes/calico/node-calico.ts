import { type CalicoCluster, felixOn } from './cluster-config.ts'
import type { FelixConfig } from './felix-config.ts'
import type { IpPool } from './ip-pool.ts'
import { type Profile, profileOf } from './version.ts'

/** Calico as it runs on one node. */
export interface NodeCalico {
  readonly cluster: CalicoCluster
  readonly node: string
  readonly felix: FelixConfig
  readonly profile: Profile
  readonly bpf: boolean
  /** Other nodes are no destinations of NAT. */
  readonly excludesHosts: boolean
  readonly tunnels: Tunnels
}

/** Interfaces for encapsulated packets. */
export interface Tunnels {
  readonly ipipEnabled: boolean
  readonly vxlanEnabled: boolean
  /** By family, in the order in which Felix writes their rules. */
  readonly devices: { readonly 4: readonly string[]; readonly 6: readonly string[] }
  /** Of VXLAN, by family: Felix keeps source ports of UDP off it. */
  readonly vxlanPort: { readonly 4: number | null; readonly 6: number | null }
}

export function nodeCalico(cluster: CalicoCluster, node: string): NodeCalico {
  const felix = felixOn(cluster, node)
  const profile = profileOf(cluster.version)
  return {
    cluster,
    node,
    felix,
    profile,
    bpf: felix.bpfEnabled?.value ?? false,
    excludesHosts: profile.exclusions && felix.natOutgoingExclusions?.value === 'IPPoolsAndHostIPs',
    tunnels: tunnelsOf(cluster.pools, felix),
  }
}

/**
 * Pools turn encapsulation on, and the configuration may say otherwise. A tunnel's interface has an
 * address where an enabled pool of its kind may give it one.
 * Source: projectcalico/calico v3.32.1, felix/calc/encapsulation_resolver.go;
 * node/pkg/allocateip/allocateip.go.
 */
function tunnelsOf(pools: readonly IpPool[], felix: FelixConfig): Tunnels {
  const ofFamily = (family: 4 | 6) => pools.filter(({ cidr }) => cidr.base.family === family)
  const ipip = ofFamily(4).filter(({ ipipMode }) => ipipMode !== 'Never')
  const vxlan4 = ofFamily(4).filter(({ vxlanMode }) => vxlanMode !== 'Never')
  const vxlan6 = ofFamily(6).filter(({ vxlanMode }) => vxlanMode !== 'Never')
  const ipipEnabled = felix.ipipEnabled?.value ?? ipip.length > 0
  const vxlanEnabled = felix.vxlanEnabled?.value ?? vxlan4.length > 0
  const port = felix.vxlanPort?.value ?? VXLAN_PORT
  return {
    ipipEnabled,
    vxlanEnabled: vxlanEnabled || vxlan6.length > 0,
    devices: {
      4: [
        ...(ipipEnabled && ipip.some(givesTunnelAddress) ? ['tunl0'] : []),
        ...(vxlanEnabled && vxlan4.some(givesTunnelAddress) ? ['vxlan.calico'] : []),
      ],
      6: vxlan6.some(givesTunnelAddress) ? ['vxlan-v6.calico'] : [],
    },
    vxlanPort: { 4: vxlanEnabled ? port : null, 6: vxlan6.length > 0 ? port : null },
  }
}

const VXLAN_PORT = 4789

const givesTunnelAddress = ({ disabled, allowedUses }: IpPool): boolean =>
  !disabled && allowedUses.includes('Tunnel')
