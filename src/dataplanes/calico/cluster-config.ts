import type { FelixConfig } from './felix-config.ts'
import type { IpPool } from './ip-pool.ts'
import type { CalicoVersion } from './version.ts'

/** What is in the cluster of what Calico reads. */
export interface CalicoCluster {
  readonly pools: readonly IpPool[]
  /** By name: `default` for all nodes, `node.<name>` for one. */
  readonly felix: ReadonlyMap<string, FelixConfig>
  readonly version: CalicoVersion
}

/** What Felix goes by on one node: field for field, its own before the one for all. */
export const felixOn = ({ felix }: CalicoCluster, node: string): FelixConfig => ({
  ...felix.get('default'),
  ...felix.get(`node.${node}`),
})
