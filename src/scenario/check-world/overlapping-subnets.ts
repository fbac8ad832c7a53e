import { formatCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import { overlaps, peersOf, type RangeAt, subnetRanges } from './written-world.ts'

/** Google Cloud makes no subnet, and no peering, of ranges that overlap. Source: VPC subnets; VPC Network Peering. */
export const overlappingSubnets = (document: ScenarioDocument): readonly Issue[] =>
  document.vpcs.flatMap(({ name }, i) => {
    const own = subnetRanges(document, name, 'all')
    const before = new Set(document.vpcs.slice(0, i).map((vpc) => vpc.name))
    const within = own.flatMap((range, j) => collision(range, own.slice(0, j), name))
    const peers = peersOf(document, name).filter((peer) => before.has(peer))
    const across = peers.flatMap((peer) => {
      const others = subnetRanges(document, peer, 'all')
      return own.flatMap((range) => collision(range, others, peer, 'peered-ranges-overlap'))
    })
    return [...within, ...across]
  })

function collision(
  { path, range, name }: RangeAt,
  others: readonly RangeAt[],
  vpc: string,
  code: 'subnets-overlap' | 'peered-ranges-overlap' = 'subnets-overlap',
): readonly Issue[] {
  const other = others.find((each) => overlaps(each.range, range))
  if (!other) return []
  const params = { name, range: formatCidr(range), other: other.name, vpc }
  return [issueAt(code, path, { ...params, by: formatCidr(other.range) })]
}
