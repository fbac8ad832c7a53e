import { formatAddress } from '../../net/address.ts'
import { cidrContains } from '../../net/cidr.ts'
import { hasPorts } from '../../net/protocol.ts'
import type { Endpoint } from '../../topology/network.ts'
import type { Moving } from '../moving.ts'
import { place } from '../place.ts'
import type { Reason } from '../reason.ts'
import { leaveByGateway } from './to-internet.ts'
import { dropped, type Journey, notTold, type Standing, type Travel } from './travel.ts'
import { passVpcFirewall } from './vpc-firewall.ts'

/**
 * A machine of the VPC is the next hop. It forwards only where it may: `canIpForward`. Source: Google
 * Cloud, "Static routes": instances as next hops.
 */
export function crossAppliance(travel: Travel, vpc: string, name: string): Standing | Journey {
  const { fabric, journal } = travel
  const endpoint = fabric.endpoints.get(name)
  if (!endpoint) return notTold(travel, place.vpc(vpc), { code: 'next-hop', of: name })
  const machine = { kind: 'endpoint', endpoint } as const
  const stopped = passVpcFirewall(travel, { direction: 'ingress', vpc, machine })
  if (stopped) return stopped
  const at = place.endpoint(name)
  const { forwards } = endpoint
  if (!forwards) {
    const dst = formatAddress(journal.moving().dst)
    return dropped(travel, at, { code: 'dropped-not-forwarding', appliance: name, dst })
  }
  travel.crossings.push({ kind: 'appliance', endpoint, keepsState: keepsState(endpoint) })
  const into = otherSide(endpoint, vpc)
  if (forwards.natAddress) translate(travel, vpc, endpoint, forwards.natAddress)
  else {
    if (into === 'internet') {
      const src = formatAddress(journal.moving().src)
      return dropped(travel, at, { code: 'dropped-no-internet-path', src })
    }
    const reason = { code: 'appliance-forwarded', appliance: name, into } as const
    journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  }
  if (into !== 'internet') return { in: 'vpc', vpc: into, from: machine }
  return isInside(travel, endpoint.at)
    ? leaveByGateway(travel, endpoint.at)
    : { in: 'internet', fromHost: false }
}

/** An address of the VPC needs a further translation before it is on the internet. */
function isInside({ fabric, journal }: Travel, vpc: string): boolean {
  const { subnets = [] } = fabric.vpcs.get(vpc)?.routes ?? {}
  const { src } = journal.moving()
  return subnets.some(({ to }) => cidrContains(to, src))
}

/** One that translates remembers what it has translated. */
export const keepsState = ({ forwards }: Endpoint): boolean =>
  forwards !== null && (forwards.stateful || forwards.natAddress !== null)

/** Where it sends on what comes to it from a VPC. */
export function otherSide({ forwards, at }: Endpoint, vpc: string): string {
  const into = forwards?.into ?? at
  return into === vpc ? at : into
}

function translate(
  { journal, crossings }: Travel,
  vpc: string,
  endpoint: Endpoint,
  natAddress: Moving['src'],
): void {
  const before = journal.moving()
  const after: Moving = {
    ...before,
    src: natAddress,
    sport: hasPorts(before.protocol) ? { kind: 'range', lo: 1024, hi: 65535 } : before.sport,
  }
  const at = place.endpoint(endpoint.name)
  const reason: Reason = {
    code: 'appliance-translated',
    appliance: endpoint.name,
    from: formatAddress(before.src),
    to: formatAddress(natAddress),
  }
  const back: Standing = { in: 'vpc', vpc, from: { kind: 'endpoint', endpoint } }
  crossings.push({ kind: 'translation', at, back, before, after })
  journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
}
