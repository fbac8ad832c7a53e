import { formatAddress } from '../../net/address.ts'
import { formatCidr } from '../../net/cidr.ts'
import { place } from '../place.ts'
import { arriveAtEndpoint, arriveAtPsc } from './at-endpoint.ts'
import { balance } from './balance.ts'
import { type Way, wayTo } from './choose-route.ts'
import { hostAt } from './fabric.ts'
import { crossAttachment } from './far-side.ts'
import type { Host } from './host.ts'
import type { Machine } from './machine.ts'
import type { RouteEntry } from './route-entry.ts'
import { routeReason } from './route-reason.ts'
import { giverOf, goesRound, machineOf, noWayReason, placeOf, vpcOf } from './side.ts'
import { crossAppliance } from './through-appliance.ts'
import { leaveByGateway } from './to-internet.ts'
import {
  dropped,
  type Journey,
  notTold,
  type Standing,
  type Travel,
  type VpcSide,
} from './travel.ts'
import { passVpcFirewall } from './vpc-firewall.ts'

type InVpc = Extract<Standing, { in: 'vpc' }>

/** One step through a VPC: its route, its firewall at whoever sends, and on to the next stop. */
export function crossVpc(travel: Travel, { vpc, from }: InVpc): Standing | Journey {
  const { fabric, journal } = travel
  const network = fabric.vpcs.get(vpc)
  if (!network) return notTold(travel, placeOf(from), vpcOf(from))
  const way = wayTo(fabric, network, giverOf(network, from), journal.moving().dst)
  if (way.kind !== 'route') return nowhere(travel, vpc, way, from)
  const { entry } = way
  const at = place.vpc(vpc)
  if (goesRound(travel.been, at, journal.moving(), { from, entry })) {
    return dropped(travel, at, { code: 'dropped-routing-loop', at, route: entry.name })
  }
  for (const code of way.supposed) journal.assume({ code })
  noteRoute(travel, vpc, entry)
  const machine = machineOf(from)
  const stopped = machine && passVpcFirewall(travel, { direction: 'egress', vpc, machine })
  return stopped ?? goOn(travel, entry.peering?.vpc ?? vpc, entry)
}

function nowhere(
  travel: Travel,
  vpc: string,
  way: Exclude<Way, { kind: 'route' }>,
  from: VpcSide,
): Journey {
  return dropped(
    travel,
    place.vpc(vpc),
    noWayReason(travel.fabric, vpc, way, { from, dst: formatAddress(travel.journal.moving().dst) }),
  )
}

/** The VPC that chose it, and the one over a peering where it leads into that. */
function noteRoute({ journal }: Travel, vpc: string, entry: RouteEntry): void {
  const route = formatCidr(entry.to)
  const { peering } = entry
  if (peering) {
    const reason = {
      code: 'vpc-peering-route',
      route,
      peering: peering.name,
      vpc: peering.vpc,
    } as const
    journal.note({ place: place.vpc(vpc), stage: 'vpc-routing', mood: 'passed', reason })
  }
  const at = place.vpc(peering?.vpc ?? vpc)
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason: routeReason(entry) })
}

function goOn(travel: Travel, vpc: string, entry: RouteEntry): Standing | Journey {
  const { next } = entry
  switch (next.kind) {
    case 'subnet':
    case 'node':
      return meetHost(travel, vpc, entry)
    case 'appliance':
      return crossAppliance(travel, vpc, next.endpoint)
    case 'attachment':
      return crossAttachment(travel, vpc, next.attachment)
    case 'gateway':
      return leaveByGateway(travel, vpc)
  }
}

function meetHost(travel: Travel, vpc: string, { peering }: RouteEntry): Standing | Journey {
  const { fabric, journal } = travel
  const { dst } = journal.moving()
  const host: Host | null = hostAt(fabric, vpc, dst)
  switch (host?.kind) {
    case undefined: {
      const at = place.vpc(vpc)
      return dropped(travel, at, { code: 'dropped-nobody-there', dst: formatAddress(dst), at })
    }
    case 'balancer':
      return balance(travel, vpc, host.service)
    case 'endpoint': {
      const { endpoint } = host
      const here: Standing = { in: 'vpc', vpc, from: host }
      if (endpoint.kind === 'psc') {
        if (!peering) return arriveAtPsc(travel, endpoint, here)
        const lost = { code: 'dropped-psc-over-peering', endpoint: endpoint.name } as const
        return dropped(travel, place.vpc(vpc), { ...lost, peering: peering.name })
      }
      const stopped = passVpcFirewall(travel, { direction: 'ingress', vpc, machine: host })
      return stopped ?? arriveAtEndpoint(travel, endpoint, here)
    }
    case 'node':
    case 'pod': {
      const { node } = host
      const machine: Machine = { kind: 'node', node }
      const stopped = passVpcFirewall(travel, { direction: 'ingress', vpc, machine })
      return stopped ?? { in: 'node', node, arrival: { kind: 'from-vpc' } }
    }
  }
}
