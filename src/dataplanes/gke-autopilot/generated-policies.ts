import { cidrContains, formatCidr } from '../../net/cidr.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import { DEFAULT_RANGES } from './default-policy.ts'
import { DEFAULT_NAME, type Policy } from './policy.ts'

/** The editable policy of a new cluster. */
export const DEFAULT_POLICY: Policy = {
  name: DEFAULT_NAME,
  madeBy: 'gke-default',
  ranges: DEFAULT_RANGES.map((text) => ({ text, place: null })),
}

/**
 * The policy that GKE keeps for the cluster itself: its Pod, Service and node ranges, fixed.
 * Source: Google Cloud, "IP masquerade agent", GKE-managed policy.
 *
 * @param name as it is called in the cluster; null: one is made up, since GKE's hash is its own
 */
export const managedPolicy = (topology: ClusterView, name: string | null): Policy => ({
  name: name ?? `gke-${hashOf(topology.cluster.name)}-1`,
  madeBy: 'gke-managed',
  ranges: clusterRanges(topology).map((text) => ({ text, place: null })),
})

function clusterRanges({ cluster, nodes, vpc }: ClusterView): readonly string[] {
  const { podRanges, serviceRange } = cluster
  const nodeRanges = vpc.subnets
    .map(({ range }) => range)
    .filter((range) => nodes.some(({ address }) => cidrContains(range, address)))
  const all = [...podRanges, ...(serviceRange ? [serviceRange] : []), ...nodeRanges]
  return all.filter(({ base }) => base.family === 4).map(formatCidr)
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
