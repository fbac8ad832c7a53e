import type { Owner } from '../../engine/trace.ts'
import { parseAddress } from '../../net/address.ts'
import { parseCidr } from '../../net/cidr.ts'
import { ownerOf, rangeOwner } from '../../topology/owner.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Fix } from './diagnosis.ts'

/** Whose the addresses and ranges are that fixes name; a named range counts as that name. */
export function ownersIn(
  topology: Topology,
  fixes: readonly Pick<Fix, 'changes'>[],
): Readonly<Record<string, Owner>> {
  const texts = fixes.flatMap(({ changes }) =>
    changes.flatMap(({ params, shown }) => [
      ...shown.stays,
      ...shown.in,
      ...shown.out,
      ...Object.values(params).flatMap((text) => text.split(', ')),
    ]),
  )
  return Object.fromEntries(
    [...new Set(texts)].flatMap((text) => {
      const owner = ownerOfText(topology, text)
      return owner === null ? [] : [[text, owner]]
    }),
  )
}

function ownerOfText(topology: Topology, text: string): Owner | null {
  const cidr = parseCidr(text)
  if (cidr.ok) {
    const { base, prefix } = cidr.value
    const alone = prefix === base.words.length * 32
    return alone ? ownerOf(topology, base) : rangeOwner(topology, cidr.value)
  }
  const address = parseAddress(text)
  if (address.ok) return ownerOf(topology, address.value)
  const subnets = topology.vpcs.flatMap((vpc) => vpc.subnets)
  if (subnets.some(({ name }) => name === text)) return 'node'
  const secondary = subnets.flatMap((subnet) => subnet.secondary)
  const range = secondary.find(({ name }) => name === text)?.range
  return range === undefined ? null : rangeOwner(topology, range)
}
