import type { Cidr } from '../net/cidr.ts'
import type { Subnet } from '../topology/network.ts'
import type { ScenarioDocument } from './document.ts'
import type { FieldReader } from './field-reader.ts'

const ALL_SUBNETS = 'all-subnets'

/** No range begins with a letter and has neither dots nor colons nor a slash. */
const NAME = /^[a-z][-a-z0-9]*$/i

/**
 * Each entry is a CIDR, the name of a subnet (its primary range) or of a secondary range, or
 * `all-subnets`, which stands for both kinds of all of them.
 */
export function namedRanges(
  read: FieldReader,
  path: string,
  entries: readonly string[],
  subnets: readonly Subnet[],
  /** Names that are written, those among them whose ranges cannot be read; null: nobody knows any. */
  written: readonly string[] | null,
): readonly Cidr[] {
  const named = subnets.flatMap((subnet) => [
    { name: subnet.name, ranges: subnet.range6 ? [subnet.range, subnet.range6] : [subnet.range] },
    ...subnet.secondary.map(({ name, range }) => ({ name, ranges: [range] })),
  ])
  return entries.flatMap((entry, i) => {
    if (entry === ALL_SUBNETS) return named.flatMap(({ ranges }) => ranges)
    const known = named.find(({ name }) => name === entry)
    if (known) return known.ranges
    if (NAME.test(entry)) {
      if (written) read.known(`${path}.${i}`, entry, [...written, ALL_SUBNETS])
      return []
    }
    const range = read.range(`${path}.${i}`, entry)
    return range ? [range] : []
  })
}

/** Of the subnets and the secondary ranges of a VPC, as they are written; null where that VPC is not there. */
export const rangeNames = ({ vpcs }: ScenarioDocument, vpc: string): readonly string[] | null =>
  vpcs
    .find(({ name }) => name === vpc)
    ?.subnets.flatMap(({ name, secondaryRanges }) => [
      name,
      ...secondaryRanges.map((each) => each.name),
    ]) ?? (vpcs.length === 0 ? [] : null)
