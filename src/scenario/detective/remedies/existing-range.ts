import type { Address } from '../../../net/address.ts'
import { type Cidr, cidrContains, formatCidr, hostCidr } from '../../../net/cidr.ts'
import type { Topology } from '../../../topology/topology.ts'

/** A range that somebody has drawn already, and its name where a list of the VPC may say that. */
export interface ExistingRange {
  readonly range: Cidr
  readonly text: string
  /** Of a subnet or a secondary range. */
  readonly name: string | null
}

/** The smallest range of the map that holds the address, and the address alone; narrow ones last. */
export function rangesAround(topology: Topology, address: Address): readonly ExistingRange[] {
  const smallest = smallestAround(topology, address)
  const host = hostCidr(address)
  const alone = { range: host, text: formatCidr(host), name: null }
  return smallest === null || smallest.range.prefix === host.prefix ? [alone] : [smallest, alone]
}

export function smallestAround(topology: Topology, address: Address): ExistingRange | null {
  return existingRanges(topology)
    .filter(({ range }) => cidrContains(range, address))
    .reduce<ExistingRange | null>(
      (best, each) => (best && best.range.prefix >= each.range.prefix ? best : each),
      null,
    )
}

/** Subnets and their secondary ranges, Pod ranges of clusters, ranges of far networks. */
export function existingRanges({ vpcs, clusters, onPrem }: Topology): readonly ExistingRange[] {
  const named = vpcs.flatMap(({ subnets }) =>
    subnets.flatMap(({ name, range, range6, secondary }) => [
      { name, range },
      ...(range6 ? [{ name, range: range6 }] : []),
      ...secondary,
    ]),
  )
  const known = new Set(named.map(({ range }) => formatCidr(range)))
  const others = [
    ...clusters.flatMap(({ podRanges }) => podRanges),
    ...onPrem.flatMap(({ ranges }) => ranges),
  ].filter((range) => !known.has(formatCidr(range)))
  return [...named, ...others.map((range) => ({ name: null, range }))].map(({ name, range }) => ({
    name,
    range,
    text: formatCidr(range),
  }))
}

/** Ranges of the clusters themselves: of nodes, Pods and Services. */
export function ownRanges({ vpcs, clusters }: Topology): readonly Cidr[] {
  return [
    ...vpcs.flatMap(({ subnets }) =>
      subnets.flatMap(({ range, secondary }) => [range, ...secondary.map((each) => each.range)]),
    ),
    ...clusters.flatMap(({ podRanges, serviceRange }) =>
      serviceRange ? [...podRanges, serviceRange] : podRanges,
    ),
  ]
}
