import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import { freeName, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withItem } from '../document/lists.ts'
import { freeAddress } from '../ranges/free-address.ts'
import { addressesInUse } from '../ranges/in-use.ts'
import { spanOf } from '../ranges/span.ts'
import { noFreeAddress } from '../refused.ts'
import type { Added } from './added.ts'

/** A Service before one Pod; null: before none yet. */
export function addService(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
  pod: string | null,
): Result<Added, Issue> {
  const clusterIp = clusterIpOf(document, cluster)
  if (!clusterIp.ok) return clusterIp
  const name = freeName(takenNames(document), document.services?.at(-1)?.name, 'service')
  const service: Item<'service'> = {
    name,
    cluster: cluster.name,
    namespace: 'default',
    type: 'ClusterIP',
    clusterIPs: [clusterIp.value],
    loadBalancerIPs: [],
    ports: [{ protocol: 'TCP', port: 80 }],
    endpoints: pod === null ? [] : [pod],
    externalTrafficPolicy: 'Cluster',
    internalTrafficPolicy: 'Cluster',
  }
  return ok({ document: withItem(document, 'service', service), thing: thingId('service', name) })
}

/** A free one; the first of the range is the API server's. */
export function clusterIpOf(
  document: ScenarioDocument,
  cluster: Item<'cluster'>,
): Result<string, Issue> {
  const { name, serviceRange } = cluster
  const at = document.clusters.indexOf(cluster)
  const path = `clusters.${at}.serviceRange`
  if (serviceRange === undefined) return err(issueAt('missing-field', path))
  const span = spanOf(serviceRange)
  if (!span) return err(issueAt('bad-range', path, { text: serviceRange }))
  const address = freeAddress(span, addressesInUse(document))
  return address === null ? err(noFreeAddress(name, [serviceRange])) : ok(address)
}
