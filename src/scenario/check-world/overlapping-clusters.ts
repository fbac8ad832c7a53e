import { formatCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import {
  firstVpc,
  onPremOf,
  overlaps,
  podRangesIn,
  type RangeAt,
  rangeIn,
  rangesAt,
  subnetRanges,
} from './written-world.ts'

/** Ranges of clusters that are also somebody else's: what it means depends on whose. */
export const overlappingClusters = (document: ScenarioDocument): readonly Issue[] => [
  ...document.clusters.flatMap((cluster, i) => clusterOverlaps(document, cluster, i)),
  ...document.vpcs.flatMap(({ name }) => nodesOverOnPrem(document, name)),
]

function clusterOverlaps(
  document: ScenarioDocument,
  cluster: ScenarioDocument['clusters'][number],
  i: number,
): readonly Issue[] {
  const vpc = cluster.vpc ?? firstVpc(document)
  const pods = rangesAt(`clusters.${i}.podRanges`, cluster.name, cluster.podRanges)
  const service = rangeIn(cluster.serviceRange)
  const services = service ? [{ path: '', name: cluster.name, range: service }] : []
  const others = podRangesIn(document, vpc).filter(({ path }) => Number(path.split('.')[1]) < i)
  // IPv6 addresses of nodes and Pods are of one and the same range, of which each gets a part.
  const pods4 = pods.filter(({ range }) => range.base.family === 4)
  return [
    ...over('pods-over-nodes', pods4, subnetRanges(document, vpc, 'primary')),
    ...over('pods-over-services', pods, services),
    ...over('pods-over-pods', pods4, others),
    ...over('pods-over-on-prem', pods, onPremRanges(document, vpc)),
  ]
}

const nodesOverOnPrem = (document: ScenarioDocument, vpc: string): readonly Issue[] =>
  over('nodes-over-on-prem', subnetRanges(document, vpc, 'primary'), onPremRanges(document, vpc))

/** Ranges of the on-prem networks around a VPC. */
function onPremRanges(document: ScenarioDocument, vpc: string): readonly RangeAt[] {
  const near = onPremOf(document, vpc)
  return document.onPrem.flatMap(({ name, ranges }, i) =>
    near.includes(name) ? rangesAt(`onPrem.${i}.ranges`, name, ranges) : [],
  )
}

const over = (
  code: Issue['code'],
  ranges: readonly RangeAt[],
  others: readonly RangeAt[],
): readonly Issue[] =>
  ranges.flatMap(({ path, name, range }) => {
    const other = others.find((each) => overlaps(each.range, range))
    if (!other) return []
    const params = { name, range: formatCidr(range), other: other.name }
    return [issueAt(code, path, { ...params, by: formatCidr(other.range) })]
  })
