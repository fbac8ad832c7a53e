import { ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { clusterOf } from '../document/clusters.ts'
import { freeName, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withItem } from '../document/lists.ts'
import { nodeAddresses, podAddresses, podShares } from '../ranges/node-addresses.ts'
import type { Added } from './added.ts'

/** A node with an address of a subnet and a share of the Pod range. */
export function addNode(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
): Result<Added, Issue> {
  const addresses = nodeAddresses(document, cluster)
  if (!addresses.ok) return addresses
  const shares = podShares(document, cluster)
  if (!shares.ok) return shares
  const name = freeName(takenNames(document), likeIn(document, cluster), 'node')
  const node: Item<'node'> = {
    name,
    cluster: cluster.name,
    ...addresses.value,
    ...shares.value,
    interfaces: [],
    routes: [],
  }
  return ok({ document: withItem(document, 'node', node), thing: thingId('node', name) })
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
