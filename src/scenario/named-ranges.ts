import type { Cidr } from '../net/cidr.ts'
import type { Subnet } from '../topology/network.ts'
import type { FieldReader } from './field-reader.ts'

const ALL_SUBNETS = 'all-subnets'

/**
 * Each entry is a CIDR, the name of a subnet (its primary range) or of a secondary range, or
 * `all-subnets`, which stands for both kinds of all of them.
 */
export function namedRanges(
  read: FieldReader,
  path: string,
  entries: readonly string[],
  subnets: readonly Subnet[],
): readonly Cidr[] {
  const named = subnets.flatMap((subnet) => [
    { name: subnet.name, ranges: subnet.range6 ? [subnet.range, subnet.range6] : [subnet.range] },
    ...subnet.secondary.map(({ name, range }) => ({ name, ranges: [range] })),
  ])
  return entries.flatMap((entry, i) => {
    if (entry === ALL_SUBNETS) return named.flatMap(({ ranges }) => ranges)
    const known = named.find(({ name }) => name === entry)
    if (known) return known.ranges
    const range = read.range(`${path}.${i}`, entry)
    return range ? [range] : []
  })
}
