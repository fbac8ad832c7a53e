import { type Address, parseAddress } from '../../net/address.ts'
import { type Cidr, cidrCovers, parseCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'

/** What a document tells, as far as it can be read, each with the path at which it stands. */

export interface RangeAt {
  readonly path: string
  readonly name: string
  readonly range: Cidr
}

export const addressIn = (text: string | undefined): Address | null => {
  const read = parseAddress(text ?? '')
  return read.ok ? read.value : null
}

export const rangeIn = (text: string | undefined): Cidr | null => {
  const read = parseCidr(text ?? '')
  return read.ok ? read.value : null
}

/** Those that are ranges, with their paths. */
export const rangesAt = (
  path: string,
  name: string,
  texts: readonly string[],
): readonly RangeAt[] =>
  texts.flatMap((text, i) => {
    const range = rangeIn(text)
    return range ? [{ path: `${path}.${i}`, name, range }] : []
  })

export const overlaps = (one: Cidr, other: Cidr): boolean =>
  cidrCovers(one, other) || cidrCovers(other, one)

export const firstVpc = ({ vpcs }: ScenarioDocument): string => vpcs[0]?.name ?? ''

/** The VPC of a cluster, by the cluster's name; that of the first cluster where none is told. */
export function vpcOfCluster(document: ScenarioDocument, name: string | undefined): string {
  const { clusters } = document
  const cluster = name === undefined ? clusters[0] : clusters.find((each) => each.name === name)
  return cluster ? (cluster.vpc ?? firstVpc(document)) : ''
}

/** Every subnet's own ranges; secondary ones under the name `SUBNET/RANGE`. */
export function subnetRanges(
  { vpcs }: ScenarioDocument,
  vpc: string,
  which: 'primary' | 'all',
): readonly RangeAt[] {
  const i = vpcs.findIndex(({ name }) => name === vpc)
  return (vpcs[i]?.subnets ?? []).flatMap((subnet, j) => {
    const path = `vpcs.${i}.subnets.${j}`
    const own = (['range', 'range6'] as const).flatMap((field) => {
      const range = rangeIn(subnet[field])
      return range ? [{ path: `${path}.${field}`, name: subnet.name, range }] : []
    })
    const secondary = subnet.secondaryRanges.flatMap((each, k) => {
      const range = rangeIn(each.range)
      const name = `${subnet.name}/${each.name}`
      return range ? [{ path: `${path}.secondaryRanges.${k}.range`, name, range }] : []
    })
    return which === 'all' ? [...own, ...secondary] : own
  })
}

/** Pod ranges of the clusters in a VPC. */
export const podRangesIn = (document: ScenarioDocument, vpc: string): readonly RangeAt[] =>
  document.clusters.flatMap((cluster, i) =>
    (cluster.vpc ?? firstVpc(document)) === vpc
      ? rangesAt(`clusters.${i}.podRanges`, cluster.name, cluster.podRanges)
      : [],
  )

export const peersOf = ({ peerings = [] }: ScenarioDocument, vpc: string): readonly string[] =>
  peerings.flatMap(({ vpcs }) => (vpcs.includes(vpc) ? vpcs.filter((other) => other !== vpc) : []))

/** On-prem networks that an attachment joins to a VPC. */
export const onPremOf = (document: ScenarioDocument, vpc: string): readonly string[] => [
  ...new Set(
    document.attachments.flatMap((each) =>
      (each.vpc ?? firstVpc(document)) === vpc ? [each.to] : [],
    ),
  ),
]
