import { formatAddress } from '../../net/address.ts'
import { type Cidr, cidrContains, formatCidr, hostCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import { hasPorts } from '../../net/protocol.ts'
import type { CloudNat } from '../../topology/network.ts'
import type { Moving } from '../moving.ts'
import { place } from '../place.ts'
import { isPublic } from '../public-address.ts'
import type { Reason } from '../reason.ts'
import type { PlaceId } from '../trace.ts'
import { arriveAtEndpoint } from './at-endpoint.ts'
import { balance } from './balance.ts'
import { type ExternalAddress, hostAt } from './fabric.ts'
import { addressKey } from './host.ts'
import { hasPrimary } from './machine.ts'
import { arrive, dropped, type Journey, type Standing, type Travel } from './travel.ts'

/**
 * Through the default internet gateway. A machine's own external address covers its primary address
 * only; everything else needs Cloud NAT on the range it lies in. Source: Google Cloud, Cloud NAT
 * product interactions.
 */
export function leaveByGateway(travel: Travel, vpc: string): Standing | Journey {
  const { fabric, journal } = travel
  const before = journal.moving()
  if (before.src.family === 6) return leaveUntranslated(travel, vpc)
  const home = hostAt(fabric, vpc, before.src)
  const told = { from: formatAddress(before.src) }
  if (home?.kind === 'node' || home?.kind === 'endpoint') {
    const { externalAddress } = home.kind === 'node' ? home.node : home.endpoint
    if (externalAddress && hasPrimary(home, before.src)) {
      const after = { ...before, src: externalAddress }
      const to = formatAddress(externalAddress)
      const reason = { code: 'external-address-translated', ...told, to } as const
      return leaveAs(travel, { vpc, at: place.vpc(vpc) }, reason, after)
    }
  }
  if (home?.kind === 'pod' && home.node.externalAddress) {
    journal.assume({ code: 'secondary-range-needs-cloud-nat' })
  }
  return translateByCloudNat(travel, vpc)
}

/** One of them that covers the source does it, whichever of its addresses it takes. */
function translateByCloudNat(travel: Travel, vpc: string): Standing | Journey {
  const { fabric, journal } = travel
  const before = journal.moving()
  const src = formatAddress(before.src)
  const nats = fabric.topology.cloudNats.filter((each) => each.vpc === vpc)
  const rangeIn = ({ covers }: CloudNat): Cidr | undefined =>
    covers.find((covered) => cidrContains(covered, before.src))
  const nat = nats.find(rangeIn) ?? nats[0]
  if (!nat) return dropped(travel, place.vpc(vpc), { code: 'dropped-no-internet-path', src })
  const range = rangeIn(nat)
  const at = place.cloudNat(nat.name)
  if (!range) {
    const covered = nats.flatMap(({ covers }) => covers.map(formatCidr))
    return dropped(travel, at, { code: 'dropped-cloud-nat-not-covering', src, covered })
  }
  const [address] = nat.addresses
  invariant(address, 'a Cloud NAT has an address')
  journal.assume({ code: 'port-chosen-at-random' })
  if (nat.addresses.length > 1) {
    journal.assume({ code: 'cloud-nat-picks-address' })
    const missing = { code: 'nat-address', of: nat.name } as const
    travel.guess = { ranges: nat.addresses.map(hostCidr), missing }
  }
  const after: Moving = {
    ...before,
    src: address,
    // Cloud NAT hands a VM a block of ports out of 1024 to 65535; which one cannot be known here.
    sport: hasPorts(before.protocol) ? { kind: 'range', lo: 1024, hi: 65535 } : before.sport,
  }
  const to = formatAddress(address)
  const reason: Reason = { code: 'cloud-nat-translated', from: src, to, range: formatCidr(range) }
  return leaveAs(travel, { vpc, at }, reason, after)
}

/** A public IPv6 address needs no translation, and Cloud NAT has none for others. Source: Google Cloud, IPv6 support in VPC. */
function leaveUntranslated(travel: Travel, vpc: string): Standing | Journey {
  const { src } = travel.journal.moving()
  if (!isPublic(src)) {
    const reason = { code: 'dropped-no-internet-path', src: formatAddress(src) } as const
    return dropped(travel, place.vpc(vpc), reason)
  }
  travel.crossings.push({ kind: 'gateway', vpc, src })
  return { in: 'internet', fromHost: false }
}

function leaveAs(
  { journal, crossings }: Travel,
  { vpc, at }: { readonly vpc: string; readonly at: PlaceId },
  reason: Reason,
  after: Moving,
): Standing {
  const back: Standing = { in: 'vpc', vpc, from: { kind: 'internet' } }
  crossings.push({ kind: 'translation', at, back, before: journal.moving(), after })
  journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
  return { in: 'internet', fromHost: false }
}

/** To a host of the internet that is drawn, back into a VPC, or to anybody: somebody answers everywhere. */
export function beOnInternet(
  travel: Travel,
  here: Extract<Standing, { in: 'internet' }>,
): Standing | Journey {
  const { fabric, journal } = travel
  const { dst } = journal.moving()
  const host = hostAt(fabric, 'internet', dst)
  if (host?.kind === 'endpoint') return arriveAtEndpoint(travel, host.endpoint, here)
  const known = fabric.external.get(addressKey(dst))
  if (known) return enterVpc(travel, known)
  if (here.fromHost) {
    return dropped(travel, place.internet, { code: 'dropped-not-public', dst: formatAddress(dst) })
  }
  journal.assume({ code: 'internet-answers' })
  return arrive(travel, place.internet, here)
}

/** A machine's external address leads to its own one, a load balancer's to one of its nodes. */
function enterVpc(travel: Travel, { vpc, internal }: ExternalAddress): Standing | Journey {
  const { fabric, journal, crossings } = travel
  const before = journal.moving()
  if (!internal) {
    const host = hostAt(fabric, vpc, before.dst)
    invariant(host?.kind === 'balancer', 'a load balancer is a host of its VPC')
    return balance(travel, vpc, host.service)
  }
  const at = place.vpc(vpc)
  const after = { ...before, dst: internal }
  const reason = {
    code: 'external-address-resolved',
    from: formatAddress(before.dst),
    to: formatAddress(internal),
  } as const
  const back: Standing = { in: 'internet', fromHost: true }
  crossings.push({ kind: 'translation', at, back, before, after })
  journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
  return { in: 'vpc', vpc, from: { kind: 'internet' } }
}
