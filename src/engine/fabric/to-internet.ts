import { formatAddress, sameAddress } from '../../net/address.ts'
import { type Cidr, cidrContains, formatCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import { hasPorts } from '../../net/protocol.ts'
import type { CloudNat, VpcRoute } from '../../topology/network.ts'
import type { Moving } from '../moving.ts'
import { place } from '../place.ts'
import { isPublic } from '../public-address.ts'
import type { Reason } from '../reason.ts'
import type { PlaceId } from '../trace.ts'
import { formatRanges, hostAt } from './fabric.ts'
import { arriveAtEndpoint } from './far-side.ts'
import { dropped, type Journey, type Travel } from './travel.ts'

/**
 * A node's own external address covers its primary address only; everything else needs Cloud NAT on
 * the range it lies in. Source: Google Cloud, Cloud NAT product interactions.
 */
export function crossInternet(travel: Travel, name: string): Journey {
  const { world, journal } = travel
  const { topology } = world
  const before = journal.moving()
  const from = formatAddress(before.src)
  const vpc = place.vpc(name)
  if (before.src.family === 6) return leaveUntranslated(travel, vpc)
  const owner = topology.nodes.find(({ address }) => sameAddress(address, before.src))
  const nats = topology.cloudNats.filter((each) => each.vpc === name)
  const rangeIn = ({ covers }: CloudNat): Cidr | undefined =>
    covers.find((covered) => cidrContains(covered, before.src))
  const nat = nats.find(rangeIn) ?? nats[0]
  const range = nat && rangeIn(nat)
  if (owner?.externalAddress) {
    const after = { ...before, src: owner.externalAddress }
    const to = formatAddress(after.src)
    return leaveAs(travel, vpc, { code: 'external-address-translated', from, to }, after)
  }
  const home = hostAt(topology, before.src)
  if (home?.kind === 'pod' && home.node.externalAddress) {
    journal.assume({ code: 'secondary-range-needs-cloud-nat' })
  }
  if (!nat) return dropped(travel, vpc, { code: 'dropped-no-internet-path', src: from })
  journal.note({
    place: vpc,
    stage: 'vpc-routing',
    mood: 'passed',
    reason: { code: 'vpc-internet-route' },
  })
  const at = place.cloudNat(nat.name)
  if (!range) {
    const covered = formatRanges(nat.covers)
    return dropped(travel, at, { code: 'dropped-cloud-nat-not-covering', src: from, covered })
  }
  journal.assume({ code: 'port-chosen-at-random' })
  const [address] = nat.addresses
  invariant(address, 'a Cloud NAT has an address')
  const after: Moving = {
    ...before,
    src: address,
    // Cloud NAT hands a VM a block of ports out of 1024 to 65535; which one cannot be known here.
    sport: hasPorts(before.protocol) ? { kind: 'range', lo: 1024, hi: 65535 } : before.sport,
  }
  const to = formatAddress(after.src)
  const reason: Reason = { code: 'cloud-nat-translated', from, to, range: formatCidr(range) }
  return leaveAs(travel, at, reason, after)
}

/** A public IPv6 address needs no translation, and Cloud NAT has none for others. Source: Google Cloud, IPv6 support in VPC. */
function leaveUntranslated(travel: Travel, at: PlaceId): Journey {
  const { journal } = travel
  const { src } = journal.moving()
  if (!isPublic(src)) {
    return dropped(travel, at, { code: 'dropped-no-internet-path', src: formatAddress(src) })
  }
  const reason = { code: 'vpc-internet-route' } as const
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  return arriveAtEndpoint(travel, 'internet', place.internet)
}

/**
 * A machine of the VPC takes the gateway's place: Cloud NAT is not asked, and it gives every source an
 * address of its own. Source: Google Cloud, Cloud NAT overview (routes).
 */
export function crossAppliance(travel: Travel, vpc: string, { to, nextHop }: VpcRoute): Journey {
  const { world, journal } = travel
  if (nextHop.kind !== 'appliance') return crossInternet(travel, vpc)
  const before = journal.moving()
  const { endpoint: appliance } = nextHop
  const machine = world.topology.endpoints.find(({ name }) => name === appliance)
  const reason = { code: 'vpc-custom-route', route: formatCidr(to), appliance } as const
  journal.note({ place: place.vpc(vpc), stage: 'vpc-routing', mood: 'passed', reason })
  const natAddress = machine?.forwards?.natAddress
  if (!natAddress) {
    const lost = { code: 'dropped-no-internet-path', src: formatAddress(before.src) } as const
    return dropped(travel, place.endpoint(appliance), lost)
  }
  const after: Moving = {
    ...before,
    src: natAddress,
    sport: hasPorts(before.protocol) ? { kind: 'range', lo: 1024, hi: 65535 } : before.sport,
  }
  const translated: Reason = {
    code: 'appliance-translated',
    appliance,
    from: formatAddress(before.src),
    to: formatAddress(natAddress),
  }
  return leaveAs(travel, place.endpoint(appliance), translated, after)
}

function leaveAs(travel: Travel, at: PlaceId, reason: Reason, after: Moving): Journey {
  const before = travel.journal.moving()
  travel.crossings.push({ kind: 'internet-nat', at, before, after })
  travel.journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
  return arriveAtEndpoint(travel, 'internet', place.internet)
}
