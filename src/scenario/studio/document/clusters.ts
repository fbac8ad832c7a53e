import type { ScenarioDocument } from '../../document.ts'
import type { Item } from './lists.ts'

/** The cluster of a node or a Service: the first where it names none. */
export const clusterOf = (
  { clusters }: ScenarioDocument,
  { cluster }: { readonly cluster?: string | undefined },
): Item<'cluster'> | null =>
  (cluster === undefined ? clusters[0] : clusters.find(({ name }) => name === cluster)) ?? null

/** The VPC of a cluster, a Cloud NAT or an attachment: the first where it names none. */
export const vpcOf = (
  { vpcs }: ScenarioDocument,
  { vpc }: { readonly vpc?: string | undefined },
): Item<'vpc'> | null =>
  (vpc === undefined ? vpcs[0] : vpcs.find(({ name }) => name === vpc)) ?? null
