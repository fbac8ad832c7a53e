import { ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { freeName, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withChanged, withItem } from '../document/lists.ts'
import { newRange, newSubnetRange, surroundings } from '../ranges/pools.ts'
import type { Added } from './added.ts'

/** A VPC with one subnet, on which machines can stand. */
export function addVpc(document: ScenarioDocument): Result<Added, Issue> {
  const range = newSubnetRange(document)
  if (!range.ok) return range
  const name = freeName(takenNames(document), document.vpcs.at(-1)?.name, 'vpc')
  const subnets = [{ name: 'nodes', range: range.value, secondaryRanges: [] }]
  return ok({
    document: withItem(document, 'vpc', { name, subnets }),
    thing: thingId('vpc', name),
  })
}

/** One more subnet, beside the first. */
export function addSubnet(
  document: ScenarioDocument,
  { name: vpc, subnets }: Item<'vpc'>,
): Result<Added, Issue> {
  const beside = subnets[0] ? surroundings(subnets[0].range) : []
  const range = newRange(document, 'subnet', 24, beside)
  if (!range.ok) return range
  const name = freeName(takenNames(document), subnets.slice(1).at(-1)?.name, 'subnet')
  return ok({
    document: withChanged(document, 'vpc', vpc, (each) => ({
      ...each,
      subnets: [...each.subnets, { name, range: range.value, secondaryRanges: [] }],
    })),
    thing: thingId('subnet', `${vpc}/${name}`),
  })
}
