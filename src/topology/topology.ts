import type { Address } from '../net/address.ts'
import type { Cluster, Node, Pod, Service } from './cluster.ts'
import type { Attachment, CloudNat, Endpoint, OnPremNetwork, Peering, Vpc } from './network.ts'

/** The world of a scenario: what one draws. Every name is unique within its kind. */
export interface Topology {
  readonly clusters: readonly Cluster[]
  readonly nodes: readonly Node[]
  readonly pods: readonly Pod[]
  readonly services: readonly Service[]
  readonly vpcs: readonly Vpc[]
  readonly peerings: readonly Peering[]
  readonly cloudNats: readonly CloudNat[]
  readonly attachments: readonly Attachment[]
  readonly onPrem: readonly OnPremNetwork[]
  readonly endpoints: readonly Endpoint[]
  readonly metadataServer: Address | null
}
