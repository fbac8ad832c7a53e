import { type Cidr, formatCidr, hostCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import {
  addressIn,
  firstVpc,
  overlaps,
  peersOf,
  podRangesIn,
  rangeIn,
  subnetRanges,
} from './written-world.ts'

/** Ranges that are covered or advertised, and nobody's. */
export const idleRanges = (document: ScenarioDocument): readonly Issue[] => [
  ...(document.cloudNats ?? []).flatMap(({ name, vpc = firstVpc(document), covers }, i) =>
    foreign(covers, rangesOf(document, [vpc])).map(([j, range]) =>
      issueAt('nat-covers-nobody', `cloudNats.${i}.covers.${j}`, { name, range, vpc }),
    ),
  ),
  ...document.attachments.flatMap(({ name, vpc = firstVpc(document), advertises = [] }, i) =>
    foreign(advertises, rangesOf(document, [vpc, ...peersOf(document, vpc)])).map(([j, range]) =>
      issueAt('advertises-nobody', `attachments.${i}.advertises.${j}`, { name, range, vpc }),
    ),
  ),
]

/** Entries that are ranges and meet none of these. */
const foreign = (
  entries: readonly string[],
  ranges: readonly Cidr[],
): readonly (readonly [index: number, range: string])[] =>
  entries.flatMap((text, j) => {
    const range = rangeIn(text)
    if (!range || ranges.length === 0 || ranges.some((each) => overlaps(each, range))) return []
    return [[j, formatCidr(range)] as const]
  })

/** Whatever is in these VPCs, or is reached through their static routes. */
function rangesOf(document: ScenarioDocument, vpcs: readonly string[]): readonly Cidr[] {
  const hosts = document.endpoints.filter(({ at }) => vpcs.includes(at))
  const routes = document.vpcs
    .filter(({ name }) => vpcs.includes(name))
    .flatMap((vpc) => vpc.routes ?? [])
  return [
    ...vpcs.flatMap((vpc) =>
      [...subnetRanges(document, vpc, 'all'), ...podRangesIn(document, vpc)].map(
        ({ range }) => range,
      ),
    ),
    ...hosts.flatMap(({ address }) => {
      const own = addressIn(address)
      return own ? [hostCidr(own)] : []
    }),
    ...routes.flatMap(({ to }) => rangeIn(to) ?? []),
  ]
}
