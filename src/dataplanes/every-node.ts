import type { Topology } from '../topology/topology.ts'
import type { NodeInstalled } from './dataplane.ts'

/** What a system leaves on a node, where that is the same on all of them. */
export type Standing = Pick<NodeInstalled, 'rules' | 'silence' | 'writer'>

export const onEveryNode = (
  { nodes }: Topology,
  standing: Standing,
): ReadonlyMap<string, NodeInstalled> =>
  new Map(nodes.map(({ name }) => [name, { ...standing, assumptions: [], printouts: [] }]))
