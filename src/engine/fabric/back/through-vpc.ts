import { formatAddress } from '../../../net/address.ts'
import { formatCidr } from '../../../net/cidr.ts'
import type { Moving } from '../../moving.ts'
import { place } from '../../place.ts'
import type { Reason } from '../../reason.ts'
import { wayTo } from '../choose-route.ts'
import { hostAt } from '../fabric.ts'
import type { RouteEntry } from '../route-entry.ts'
import { routeReason } from '../route-reason.ts'
import { giverOf, goesRound, noWayReason } from '../side.ts'
import { keepsState, otherSide } from '../through-appliance.ts'
import type { Standing } from '../travel.ts'
import { meet, undo, undoAnywhere } from './memory.ts'
import { answered, lost, type Return, type ReturnEnd } from './return-trip.ts'
import { isKnownOn } from './to-node.ts'

type InVpc = Extract<Standing, { in: 'vpc' }>

/** The answer through a VPC. Its firewall is stateful and is not asked. */
export function returnThroughVpc(back: Return, { vpc, from }: InVpc): Standing | ReturnEnd {
  const { fabric, journal, memory, been } = back
  const network = fabric.vpcs.get(vpc)
  const at = place.vpc(vpc)
  const { dst } = journal.moving()
  const told = formatAddress(dst)
  if (!network) return lost(back, at, { code: 'dropped-no-route', at, dst: told })
  const way = wayTo(fabric, network, giverOf(network, from, memory.attachments), dst)
  if (way.kind === 'metadata') return lost(back, at, { code: 'dropped-no-route', at, dst: told })
  if (way.kind !== 'route')
    return lost(back, at, noWayReason(fabric, vpc, way, { from, dst: told }))
  const { entry } = way
  if (goesRound(been, at, journal.moving(), { from, entry })) {
    return lost(back, at, { code: 'dropped-routing-loop', at, route: entry.name })
  }
  const into = entry.peering?.vpc ?? vpc
  const astray = strayReason(back, into, entry, dst)
  if (astray) return lost(back, place.vpc(into), astray)
  for (const code of way.supposed) journal.assume({ code })
  noteRoute(back, vpc, entry)
  return goOn(back, into, entry)
}

function noteRoute({ journal }: Return, vpc: string, entry: RouteEntry): void {
  const { peering, to } = entry
  const route = formatCidr(to)
  const over = (reason: Reason, at: string): void =>
    journal.note({ place: place.vpc(at), stage: 'vpc-routing', mood: 'passed', reason })
  if (peering) {
    over({ code: 'vpc-peering-route', route, peering: peering.name, vpc: peering.vpc }, vpc)
  }
  over(routeReason(entry), peering?.vpc ?? vpc)
}

/** Why the host at the end of a subnet route has no use for this answer; null where it has. */
function strayReason(
  back: Return,
  vpc: string,
  { next }: RouteEntry,
  dst: Moving['dst'],
): Reason | null {
  if (next.kind !== 'subnet' && next.kind !== 'node') return null
  const { fabric, sender, memory } = back
  const host = hostAt(fabric, vpc, dst)
  const told = formatAddress(dst)
  switch (host?.kind) {
    case 'node':
    case 'pod':
      return isKnownOn(back, host.node)
        ? null
        : { code: 'dropped-reply-unknown', node: host.node.name, dst: told }
    case 'endpoint': {
      const { name } = host.endpoint
      const isSender = sender.kind === 'endpoint' && sender.endpoint.name === name
      const translated = memory.translations.some(({ at }) => at === place.endpoint(name))
      return isSender || translated
        ? null
        : { code: 'dropped-reply-unknown', node: name, dst: told }
    }
    default:
      return { code: 'dropped-nobody-there', dst: told, at: place.vpc(vpc) }
  }
}

function goOn(back: Return, vpc: string, { next }: RouteEntry): Standing | ReturnEnd {
  const { fabric, journal } = back
  switch (next.kind) {
    case 'subnet':
    case 'node':
      return meetHost(back, vpc)
    case 'appliance':
      return returnThroughAppliance(back, vpc, next.endpoint)
    case 'attachment': {
      const attachment = fabric.attachments.get(next.attachment)
      const network = fabric.onPrem.get(attachment?.to ?? '')
      if (!attachment || !network) {
        return notTold(back, vpc, {
          code: attachment ? 'far-network' : 'next-hop',
          of: next.attachment,
        })
      }
      const at = place.attachment(attachment.name)
      const reason: Reason = { code: 'crossed-attachment', attachment: attachment.name }
      journal.note({ place: at, stage: 'attachment', mood: 'passed', reason })
      return { in: 'far', network, over: attachment }
    }
    case 'gateway':
      return undoAnywhere(back) ?? { in: 'internet', fromHost: false }
  }
}

function meetHost(back: Return, vpc: string): Standing | ReturnEnd {
  const host = hostAt(back.fabric, vpc, back.journal.moving().dst)
  if (host?.kind === 'node' || host?.kind === 'pod') {
    return { in: 'node', node: host.node, arrival: { kind: 'from-vpc' } }
  }
  if (host?.kind !== 'endpoint') return answered(back)
  return undo(back, place.endpoint(host.endpoint.name)) ?? answered(back)
}

function returnThroughAppliance(back: Return, vpc: string, name: string): Standing | ReturnEnd {
  const { fabric, journal } = back
  const endpoint = fabric.endpoints.get(name)
  if (!endpoint) return notTold(back, vpc, { code: 'next-hop', of: name })
  const at = place.endpoint(name)
  const known = meet(back.memory, at)
  if (!endpoint.forwards) {
    const dst = formatAddress(journal.moving().dst)
    return lost(back, at, { code: 'dropped-not-forwarding', appliance: name, dst })
  }
  if (!known && keepsState(endpoint)) {
    return lost(back, at, { code: 'dropped-asymmetric', appliance: name, saw: 'answer' })
  }
  const into = otherSide(endpoint, vpc)
  const reason: Reason = { code: 'appliance-forwarded', appliance: name, into }
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  if (into === 'internet') return { in: 'internet', fromHost: false }
  return { in: 'vpc', vpc: into, from: { kind: 'endpoint', endpoint } }
}

function notTold(
  { journal }: Return,
  vpc: string,
  missing: NonNullable<ReturnEnd['missing']>,
): ReturnEnd {
  const at = place.vpc(vpc)
  const reason: Reason = { code: 'not-told', missing: missing.code, of: missing.of }
  journal.note({ place: at, stage: 'vpc-routing', mood: 'undetermined', reason })
  return { end: 'not-told', at, reason, missing }
}
