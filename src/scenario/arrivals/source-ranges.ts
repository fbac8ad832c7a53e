import type { SourceSeen } from '../../engine/trace.ts'
import { type Address, formatAddress, parseAddress } from '../../net/address.ts'
import { cidrContains, formatCidr, hostCidr } from '../../net/cidr.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Arrival } from './arrival.ts'

/**
 * The smallest that surely holds every source of the same kind: a Pod may come back with another address
 * of its range, a node of the pool with another of its subnet, Cloud NAT with another of its own.
 */
export function sourceRanges(
  topology: Topology,
  { address: text, owner }: SourceSeen,
): Pick<Arrival, 'ranges' | 'because'> {
  const address = parseAddress(text)
  if (!address.ok) return { ranges: [], because: 'alone' }
  const alone = { ranges: [formatCidr(hostCidr(address.value))], because: 'alone' } as const
  const around = rangeAround(topology, address.value)
  switch (owner) {
    case 'pod':
      return around === null ? alone : { ranges: [around], because: 'any-pod' }
    case 'node':
      return around === null ? alone : { ranges: [around], because: 'any-node' }
    case 'nat':
      return natRanges(topology, text) ?? alone
    case 'link-local':
    case 'far':
      return alone
  }
}

function rangeAround({ vpcs, clusters }: Topology, address: Address): string | null {
  const ranges = [
    ...vpcs.flatMap(({ subnets }) =>
      subnets.flatMap(({ range, range6, secondary }) => [
        range,
        ...(range6 ? [range6] : []),
        ...secondary.map((each) => each.range),
      ]),
    ),
    ...clusters.flatMap(({ podRanges }) => podRanges),
  ].filter((range) => cidrContains(range, address))
  const smallest = ranges.toSorted((a, b) => b.prefix - a.prefix)[0]
  return smallest === undefined ? null : formatCidr(smallest)
}

function natRanges(
  { cloudNats }: Topology,
  text: string,
): Pick<Arrival, 'ranges' | 'because'> | null {
  const nat = cloudNats.find(({ addresses }) => addresses.map(formatAddress).includes(text))
  if (nat === undefined) return null
  return {
    ranges: nat.addresses.map((each) => formatCidr(hostCidr(each))),
    because: 'nat-addresses',
  }
}
