import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { withPodRange } from '../add/add-cluster.ts'
import { clusterOf, vpcOf } from '../document/clusters.ts'
import { type Item, listOf, withChanged } from '../document/lists.ts'
import { addressesInUse } from '../ranges/in-use.ts'
import { machineAddresses } from '../ranges/node-addresses.ts'
import { holds, overlaps, spansOf } from '../ranges/span.ts'
import { nowhereToPut } from '../refused.ts'

type Vpc = Item<'vpc'>
type Subnet = Vpc['subnets'][number]

/**
 * Another VPC for a cluster, or a certain subnet (`VPC/SUBNET`). Its Pod ranges stay what they are and
 * become secondary ranges there; nodes that stand elsewhere get an address there.
 */
export function clusterInto(
  document: ScenarioDocument,
  name: string,
  home: string,
): Result<ScenarioDocument, Issue> {
  const [to, only] = home.split('/')
  const cluster = listOf(document, 'cluster').find((each) => each.name === name)
  const vpc = document.vpcs.find((each) => each.name === to)
  if (!cluster || !vpc) return err(nowhereToPut('cluster', 'vpc'))
  const subnets = vpc.subnets.filter((each) => only === undefined || each.name === only)
  const [first] = subnets
  if (!first) return err(nowhereToPut('cluster', 'subnet'))
  const moved = withChanged(document, 'cluster', name, (each) => ({ ...each, vpc: vpc.name }))
  const ranged = cluster.routesBased ? moved : withRangesOn(moved, cluster, vpc, first)
  return withNodesOn(document, ranged, cluster, { name: vpc.name, subnets })
}

/** Within their VPC ranges keep their names, by which others know them; in another they are others. */
function withRangesOn(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
  to: Vpc,
  onto: Subnet,
): ScenarioDocument {
  const from = vpcOf(document, cluster)?.name
  const others = document.clusters.filter(({ name }) => name !== cluster.name)
  const shared = new Set(others.flatMap(({ podRanges }) => podRanges))
  const moving = new Set(cluster.podRanges.filter((range) => !shared.has(range)))
  const taken = document.vpcs.flatMap(({ name, subnets }) =>
    name === from ? subnets.flatMap(({ secondaryRanges }) => secondaryRanges) : [],
  )
  const left = withSubnets(document, from, (subnet) => ({
    ...subnet,
    secondaryRanges: subnet.secondaryRanges.filter(({ range }) => !moving.has(range)),
  }))
  if (from !== to.name) {
    return cluster.podRanges.reduce(
      (after, range) => withPodRange(after, to.name, range, onto.name),
      left,
    )
  }
  const kept = taken.filter(({ range }) => moving.has(range))
  const after = withSubnets(left, to.name, (subnet) =>
    subnet.name === onto.name
      ? { ...subnet, secondaryRanges: [...subnet.secondaryRanges, ...kept] }
      : subnet,
  )
  const held = spansOf(taken.map(({ range }) => range))
  return cluster.podRanges
    .filter((range) => spansOf([range]).some((own) => !held.some((each) => overlaps(each, own))))
    .reduce((ranged, range) => withPodRange(ranged, to.name, range, onto.name), after)
}

const withSubnets = (
  document: ScenarioDocument,
  vpc: string | undefined,
  change: (subnet: Subnet) => Subnet,
): ScenarioDocument => ({
  ...document,
  vpcs: document.vpcs.map((each) =>
    each.name === vpc ? { ...each, subnets: each.subnets.map(change) } : each,
  ),
})

function withNodesOn(
  before: ScenarioDocument,
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
  home: { readonly name: string; readonly subnets: readonly Subnet[] },
): Result<ScenarioDocument, Issue> {
  const stays = vpcOf(before, cluster)?.name === home.name
  const zones = spansOf(home.subnets.map(({ range }) => range))
  const inUse = new Set(addressesInUse(document))
  const nodes: Item<'node'>[] = []
  for (const node of document.nodes) {
    const isOwn = clusterOf(before, node)?.name === cluster.name
    const isThere =
      stays && spansOf([node.address]).some((own) => zones.some((zone) => holds(zone, own)))
    if (!isOwn || isThere) {
      nodes.push(node)
      continue
    }
    const addresses = machineAddresses(document, home, inUse)
    if (!addresses.ok) return addresses
    for (const each of Object.values(addresses.value)) inUse.add(each)
    const { address6: _, ...others } = node
    nodes.push({ ...others, ...addresses.value })
  }
  return ok({ ...document, nodes })
}
