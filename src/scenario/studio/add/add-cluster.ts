import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { freeName, freeWord, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withChanged, withItem } from '../document/lists.ts'
import { newRange } from '../ranges/pools.ts'
import { nowhereToPut } from '../refused.ts'
import type { Added } from './added.ts'

/** A VPC-native cluster: its Pods have a secondary range of a subnet, of the VPC's first where none is told. */
export function addCluster(
  document: ScenarioDocument,
  vpc: Item<'vpc'>,
  subnet?: string,
): Result<Added, Issue> {
  if (vpc.subnets.length === 0) return err(nowhereToPut('cluster', 'subnet'))
  const pods = newRange(document, 'pods', 16)
  if (!pods.ok) return pods
  const services = newRange(document, 'services', 20)
  if (!services.ok) return services
  const name = freeName(takenNames(document), document.clusters.at(-1)?.name, 'cluster')
  const cluster: Item<'cluster'> = {
    name,
    vpc: vpc.name,
    dataplane: 'gke-standard',
    podRanges: [pods.value],
    serviceRange: services.value,
    disableDefaultSnat: false,
    networkPolicy: false,
    dataplaneV2: false,
    ipMasqAgent: 'auto',
  }
  return ok({
    document: withItem(withPodRange(document, vpc.name, pods.value, subnet), 'cluster', cluster),
    thing: thingId('cluster', name),
  })
}

/** A secondary range of one subnet; where none is told, of the first. */
export function withPodRange(
  document: ScenarioDocument,
  vpc: string,
  range: string,
  of?: string,
): ScenarioDocument {
  const name = freeWord(takenNames(document), 'pods')
  return withChanged(document, 'vpc', vpc, (each) => ({
    ...each,
    subnets: each.subnets.map((subnet, i) =>
      (of === undefined ? i === 0 : subnet.name === of)
        ? { ...subnet, secondaryRanges: [...subnet.secondaryRanges, { name, range }] }
        : subnet,
    ),
  }))
}
