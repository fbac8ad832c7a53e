import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { withPodRange } from '../add/add-cluster.ts'
import { clusterOf, vpcOf } from '../document/clusters.ts'
import { type Item, listOf, withChanged } from '../document/lists.ts'
import { nodeAddresses, podAddresses, podShares } from '../ranges/node-addresses.ts'
import { nowhereToPut } from '../refused.ts'

/** Another home for what runs in clusters: it takes new addresses with it, and so does what is in it. */

type Moved = Result<ScenarioDocument, Issue>

export function podInto(document: ScenarioDocument, name: string, home: string): Moved {
  const node = listOf(document, 'node').find((each) => each.name === home)
  if (!node) return err(nowhereToPut('pod', 'node'))
  const pod = listOf(document, 'pod').find((each) => each.name === name)
  const addresses = pod?.hostNetwork ? ok(pod.addresses) : podAddresses(document, node)
  return addresses.ok
    ? ok(
        withChanged(document, 'pod', name, (each) => ({
          ...each,
          node: home,
          addresses: [...addresses.value],
        })),
      )
    : addresses
}

export function nodeInto(document: ScenarioDocument, name: string, home: string): Moved {
  const cluster = clusterOf(document, { cluster: home })
  const node = listOf(document, 'node').find((each) => each.name === name)
  if (!cluster || !node) return err(nowhereToPut('node', 'cluster'))
  const before = clusterOf(document, node)
  const stays = before !== null && vpcOf(document, before) === vpcOf(document, cluster)
  const { address, address6 } = node
  const addresses = stays
    ? ok({ address, ...(address6 === undefined ? {} : { address6 }) })
    : nodeAddresses(document, cluster)
  if (!addresses.ok) return addresses
  const shares = podShares(document, cluster)
  if (!shares.ok) return shares
  const moved = withChanged(document, 'node', name, (each) => {
    const { address: _, address6: _6, podRange: __, podRange6: __6, ...others } = each
    return { ...others, cluster: home, ...addresses.value, ...shares.value }
  })
  return withPodsAnew(moved, name)
}

/** Every Pod of a node gets an address of what is now the node's share. */
function withPodsAnew(document: ScenarioDocument, name: string): Moved {
  const node = listOf(document, 'node').find((each) => each.name === name)
  const own = document.pods.filter((pod) => pod.node === name && !pod.hostNetwork)
  if (!node || own.length === 0) return ok(document)
  let after = document
  for (const pod of own) {
    const addresses = podAddresses(after, node)
    if (!addresses.ok) return addresses
    after = withChanged(after, 'pod', pod.name, (each) => ({
      ...each,
      addresses: [...addresses.value],
    }))
  }
  return ok(after)
}

/** Its Pod ranges stay what they are and become secondary ranges of the other VPC. */
export function clusterInto(document: ScenarioDocument, name: string, home: string): Moved {
  const cluster = listOf(document, 'cluster').find((each) => each.name === name)
  const vpc = vpcOf(document, { vpc: home })
  if (!cluster || !vpc) return err(nowhereToPut('cluster', 'vpc'))
  if (vpc.subnets.length === 0) return err(nowhereToPut('cluster', 'subnet'))
  const moved = withChanged(document, 'cluster', name, (each) => ({ ...each, vpc: home }))
  let after = cluster.routesBased ? moved : withRangesMoved(moved, cluster, home)
  for (const node of document.nodes) {
    if (clusterOf(document, node) !== cluster) continue
    const addresses = nodeAddresses(after, { ...cluster, vpc: home })
    if (!addresses.ok) return addresses
    after = withChanged(after, 'node', node.name, ({ address6: _, ...each }) => ({
      ...each,
      ...addresses.value,
    }))
  }
  return ok(after)
}

function withRangesMoved(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
  home: string,
): ScenarioDocument {
  const from = vpcOf(document, cluster)?.name
  const others = document.clusters.filter(({ name }) => name !== cluster.name)
  const shared = new Set(others.flatMap(({ podRanges }) => podRanges))
  const moving = new Set(cluster.podRanges.filter((range) => !shared.has(range)))
  const left = {
    ...document,
    vpcs: document.vpcs.map((vpc) =>
      vpc.name === from
        ? {
            ...vpc,
            subnets: vpc.subnets.map((subnet) => ({
              ...subnet,
              secondaryRanges: subnet.secondaryRanges.filter(({ range }) => !moving.has(range)),
            })),
          }
        : vpc,
    ),
  }
  return cluster.podRanges.reduce((after, range) => withPodRange(after, home, range), left)
}
