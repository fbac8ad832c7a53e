import type { ScenarioDocument } from '../../document.ts'
import { vpcOf } from '../document/clusters.ts'
import { type Item, listOf, splitId, withChanged } from '../document/lists.ts'
import type { ThingId } from '../thing.ts'

/** Which ranges of its VPC a Cloud NAT translates. */

const ALL = 'all-subnets'

export function covered(document: ScenarioDocument, nat: ThingId, what: ThingId): ScenarioDocument {
  return withCovers(document, nat, (covers, vpc) => {
    if (covers.includes(ALL)) return covers
    const added = rangesOf(document, vpc, what).filter((name) => !covers.includes(name))
    return [...covers, ...added]
  })
}

export function uncovered(
  document: ScenarioDocument,
  nat: ThingId,
  what: ThingId,
): ScenarioDocument {
  return withCovers(document, nat, (covers, vpc) => {
    const gone = rangesOf(document, vpc, what)
    const told = covers.flatMap((entry) => (entry === ALL ? namesIn(vpc) : [entry]))
    return told.filter((name) => !gone.includes(name))
  })
}

/** Whether one of its ranges is covered. */
export function covers(document: ScenarioDocument, nat: ThingId, what: ThingId): boolean {
  const name = splitId(nat)?.[1]
  const found = listOf(document, 'cloud-nat').find((each) => each.name === name)
  if (!found) return false
  const ranges = rangesOf(document, vpcOf(document, found), what)
  return ranges.some((range) => [range, ALL].some((entry) => found.covers.includes(entry)))
}

function withCovers(
  document: ScenarioDocument,
  nat: ThingId,
  change: (covers: readonly string[], vpc: Item<'vpc'> | null) => readonly string[],
): ScenarioDocument {
  const name = splitId(nat)?.[1] ?? ''
  return withChanged(document, 'cloud-nat', name, (each) => ({
    ...each,
    covers: [...change(each.covers, vpcOf(document, each))],
  }))
}

/** A subnet's own range, or a cluster's Pod ranges: by name where they have one. */
function rangesOf(
  document: ScenarioDocument,
  vpc: Item<'vpc'> | null,
  what: ThingId,
): readonly string[] {
  const [kind, name = ''] = splitId(what) ?? []
  if (kind === 'subnet') return [name.slice(name.indexOf('/') + 1)]
  const cluster = listOf(document, 'cluster').find((each) => each.name === name)
  const secondary = vpc?.subnets.flatMap(({ secondaryRanges }) => secondaryRanges) ?? []
  return (cluster?.podRanges ?? []).map(
    (range) => secondary.find((each) => each.range === range)?.name ?? range,
  )
}

const namesIn = (vpc: Item<'vpc'> | null): readonly string[] =>
  (vpc?.subnets ?? []).flatMap(({ name, secondaryRanges }) => [
    name,
    ...secondaryRanges.map((each) => each.name),
  ])
