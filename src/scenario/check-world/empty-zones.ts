import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'

/** Zones in which nothing stands: a hint, since whoever draws puts the zone there first. */
export function emptyZones(document: ScenarioDocument): readonly Issue[] {
  const { vpcs, clusters, nodes, onPrem, endpoints } = document
  const first = clusters[0]?.name
  const settled = new Set(nodes.map(({ cluster = first }) => cluster))
  const peopled = new Set(endpoints.map(({ at }) => at))
  return [
    ...vpcs.flatMap(({ name, subnets }, i) =>
      subnets.length === 0 ? [issueAt('vpc-empty', `vpcs.${i}`, { name })] : [],
    ),
    ...clusters.flatMap(({ name }, i) =>
      settled.has(name) ? [] : [issueAt('cluster-empty', `clusters.${i}`, { name })],
    ),
    ...onPrem.flatMap(({ name }, i) =>
      peopled.has(name) ? [] : [issueAt('on-prem-empty', `onPrem.${i}`, { name })],
    ),
  ]
}
