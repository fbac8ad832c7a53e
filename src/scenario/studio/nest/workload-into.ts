import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { clusterOf, vpcOf } from '../document/clusters.ts'
import { listOf, withChanged } from '../document/lists.ts'
import { addressesInUse } from '../ranges/in-use.ts'
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
    const { address: _, address6: _6, podRange: __, podRange6: __6, pool: ___, ...others } = each
    return { ...others, cluster: home, ...addresses.value, ...shares.value }
  })
  return withPodsAnew(moved, name)
}

/** In a pool of its cluster, or in none. */
export const inPool = (
  document: ScenarioDocument,
  name: string,
  pool: string | null,
): ScenarioDocument =>
  withChanged(document, 'node', name, ({ pool: _, ...node }) =>
    pool === null ? node : { ...node, pool },
  )

/** Every Pod of a node gets an address of what is now the node's share. */
function withPodsAnew(document: ScenarioDocument, name: string): Moved {
  const node = listOf(document, 'node').find((each) => each.name === name)
  if (!node) return ok(document)
  const inUse = new Set(addressesInUse(document))
  const fresh = new Map<string, readonly string[]>()
  for (const pod of document.pods) {
    if (pod.node !== name || pod.hostNetwork) continue
    const addresses = podAddresses(document, node, inUse)
    if (!addresses.ok) return addresses
    for (const each of addresses.value) inUse.add(each)
    fresh.set(pod.name, addresses.value)
  }
  return ok({
    ...document,
    pods: document.pods.map((pod) => ({
      ...pod,
      addresses: [...(fresh.get(pod.name) ?? pod.addresses)],
    })),
  })
}
