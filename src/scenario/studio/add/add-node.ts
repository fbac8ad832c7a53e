import { ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { clusterOf } from '../document/clusters.ts'
import { freeName, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withItem } from '../document/lists.ts'
import { ancestors, nestingOf, poolNameOf } from '../document/nesting.ts'
import { nodeAddresses, podAddresses, podShares } from '../ranges/node-addresses.ts'
import type { ThingId } from '../thing.ts'
import type { Added } from './added.ts'

/** A node with an address of a subnet and a share of the Pod range. */
export function addNode(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
  pool: string | null,
): Result<Added, Issue> {
  const addresses = nodeAddresses(document, cluster)
  if (!addresses.ok) return addresses
  const shares = podShares(document, cluster)
  if (!shares.ok) return shares
  const name = freeName(takenNames(document), likeIn(document, cluster), 'node')
  const node: Item<'node'> = {
    name,
    cluster: cluster.name,
    ...(pool === null ? {} : ofPool(document, cluster, pool)),
    ...addresses.value,
    ...shares.value,
    interfaces: [],
    routes: [],
  }
  return ok({ document: withItem(document, 'node', node), thing: thingId('node', name) })
}

/** Nodes of a pool are made from one template. */
function ofPool(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
  pool: string,
): Pick<Item<'node'>, 'pool' | 'tags' | 'os'> {
  const like = document.nodes.findLast(
    (node) => node.pool === pool && clusterOf(document, node)?.name === cluster.name,
  )
  return {
    pool,
    ...(like?.tags ? { tags: like.tags } : {}),
    ...(like?.os ? { os: like.os } : {}),
  }
}

/** The pool that one pointed at, or that of the node or the Pod that one pointed at. */
export function poolAround(document: ScenarioDocument, parent: ThingId | null): string | null {
  const told = parent === null ? null : poolNameOf(parent)
  if (told !== null || parent === null) return told
  const around = [parent, ...ancestors(nestingOf(document), parent)]
  return document.nodes.find(({ name }) => around.includes(thingId('node', name)))?.pool ?? null
}

/** The last node of the cluster, else the last of all. */
const likeIn = (document: ScenarioDocument, cluster: Item<'cluster'>): string | undefined =>
  (
    document.nodes.findLast((node) => clusterOf(document, node)?.name === cluster.name) ??
    document.nodes.at(-1)
  )?.name

/** A Pod with an address of its node's share. */
export function addPod(document: ScenarioDocument, node: Item<'node'>): Result<Added, Issue> {
  const addresses = podAddresses(document, node)
  if (!addresses.ok) return addresses
  const name = freeName(takenNames(document), document.pods.at(-1)?.name, 'pod')
  const pod: Item<'pod'> = {
    name,
    node: node.name,
    addresses: [...addresses.value],
    hostNetwork: false,
  }
  return ok({ document: withItem(document, 'pod', pod), thing: thingId('pod', name) })
}
