import type { ScenarioDocument } from '../../document.ts'
import { clusterOf } from '../document/clusters.ts'
import type { Item } from '../document/lists.ts'
import { holds, overlaps, spansOf } from './span.ts'

type Subnet = Item<'vpc'>['subnets'][number]

/**
 * The subnets of a VPC, first of all the cluster's own: those with secondary ranges for its Pods, else
 * those in which it has nodes.
 */
export function subnetsFor(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
  { subnets }: Item<'vpc'>,
): readonly Subnet[] {
  const forPods = subnets.filter((subnet) => hasPodsOf(subnet, cluster))
  const own = forPods.length > 0 ? forPods : subnets.filter(holdsNodesOf(document, cluster))
  return [...own, ...subnets.filter((subnet) => !own.includes(subnet))]
}

function hasPodsOf({ secondaryRanges }: Subnet, { podRanges }: Item<'cluster'>): boolean {
  const secondary = spansOf(secondaryRanges.map(({ range }) => range))
  return spansOf(podRanges).some((pods) => secondary.some((range) => overlaps(range, pods)))
}

function holdsNodesOf(
  document: ScenarioDocument,
  { name }: Item<'cluster'>,
): (subnet: Subnet) => boolean {
  const nodes = spansOf(
    document.nodes.flatMap((node) =>
      clusterOf(document, node)?.name === name ? [node.address] : [],
    ),
  )
  return ({ range }) => spansOf([range]).some((span) => nodes.some((node) => holds(span, node)))
}
