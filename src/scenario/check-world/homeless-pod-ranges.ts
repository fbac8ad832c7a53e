import { cidrCovers, formatCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import { firstVpc, overlaps, rangesAt, subnetRanges } from './written-world.ts'

type Dataplane = ScenarioDocument['clusters'][number]['dataplane']

/** Pools of these need no range of the VPC: they can be carried from node to node. */
const BRINGS_OWN_NETWORK: readonly Dataplane[] = ['calico', 'cilium']

/**
 * Pod ranges that no subnet's own or secondary range holds: a VPC knows a way to nothing else. One
 * that overlaps the nodes' is told as that, and a VPC without ranges of a family holds whatever comes.
 * Source: GKE, "VPC-native clusters" and "Creating a routes-based cluster".
 */
export const homelessPodRanges = (document: ScenarioDocument): readonly Issue[] =>
  document.clusters.flatMap((cluster, i) => {
    if (cluster.routesBased || BRINGS_OWN_NETWORK.includes(cluster.dataplane)) return []
    const { name, vpc = firstVpc(document), podRanges } = cluster
    const own = subnetRanges(document, vpc, 'primary').map(({ range }) => range)
    const known = subnetRanges(document, vpc, 'all').map(({ range }) => range)
    return rangesAt(`clusters.${i}.podRanges`, name, podRanges).flatMap(({ path, range }) => {
      const ranges = known.filter(({ base }) => base.family === range.base.family)
      const isHeld =
        ranges.some((each) => cidrCovers(each, range)) || own.some((each) => overlaps(each, range))
      if (ranges.length === 0 || isHeld) return []
      const listed = ranges.map(formatCidr).join(', ')
      const params = { name, range: formatCidr(range), vpc, ranges: listed }
      return [issueAt('pod-range-outside-vpc', path, params)]
    })
  })
