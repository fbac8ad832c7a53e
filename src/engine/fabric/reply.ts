import { formatAddress, sameAddress } from '../../net/address.ts'
import { formatCidr } from '../../net/cidr.ts'
import type { Topology } from '../../topology/topology.ts'
import { type Journal, startJournal } from '../journal.ts'
import { answerTo, type Moving } from '../moving.ts'
import { place } from '../place.ts'
import type { Reason } from '../reason.ts'
import type { Leg, PlaceId } from '../trace.ts'
import { formatRanges, longest, type Way, wayTo } from './fabric.ts'
import type { Crossing, Journey, VpcSide } from './travel.ts'

export interface Reply {
  readonly leg: Leg
  readonly end: 'answered' | 'lost'
  readonly at: PlaceId
  readonly reason: Reason
}

/**
 * The answer's way back. It meets what the first packet passed, in reverse: the far side needs a
 * route to the source it saw, and whoever translated that source undoes it. No nat chain is asked:
 * conntrack knows the flow.
 */
export function replyBack(
  topology: Topology,
  answer: Moving,
  { journey, to }: { readonly journey: Journey; readonly to: PlaceId },
): Reply {
  const journal = startJournal(topology, answer)
  journal.note({
    place: journey.at,
    stage: 'send',
    mood: 'passed',
    reason: { code: 'answered', at: journey.at },
  })
  for (const crossing of journey.crossings.toReversed()) {
    const lost = meet(topology, journal, crossing)
    if (lost) return { leg: journal.leg(), end: 'lost', ...lost }
  }
  const reason: Reason = { code: 'arrived', at: to, src: formatAddress(journal.moving().src) }
  journal.note({ place: to, stage: 'arrival', mood: 'delivered', reason })
  return { leg: journal.leg(), end: 'answered', at: to, reason }
}

type Lost = { readonly at: PlaceId; readonly reason: Reason } | null

function meet(topology: Topology, journal: Journal, crossing: Crossing): Lost {
  switch (crossing.kind) {
    case 'attachment':
      return returnOverAttachment(journal, crossing)
    case 'internet-nat':
      return undoInternetNat(journal, crossing)
    case 'vpc':
      return returnThroughVpc(topology, journal, crossing)
    case 'tunnel':
      return returnThroughTunnel(journal, crossing)
    case 'node':
      return undoOnNode(journal, crossing)
  }
}

function returnThroughTunnel(
  journal: Journal,
  { at, from, to }: Extract<Crossing, { kind: 'tunnel' }>,
): Lost {
  const reason: Reason = { code: 'through-tunnel', from: to, to: from }
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  return null
}

function returnOverAttachment(
  journal: Journal,
  { attachment, network }: Extract<Crossing, { kind: 'attachment' }>,
): Lost {
  const { dst } = journal.moving()
  const route = longest(attachment.advertises, dst)
  if (!route) {
    const at = place.onPrem(network.name)
    const reason: Reason = {
      code: 'dropped-no-return-route',
      at,
      src: formatAddress(dst),
      advertised: formatRanges(attachment.advertises),
    }
    journal.note({ place: at, stage: 'vpc-routing', mood: 'dropped', reason })
    return { at, reason }
  }
  journal.note({
    place: place.attachment(attachment.name),
    stage: 'attachment',
    mood: 'passed',
    reason: { code: 'return-route', route: formatCidr(route) },
  })
  return null
}

function undoInternetNat(
  journal: Journal,
  { at, before, after }: Extract<Crossing, { kind: 'internet-nat' }>,
): Lost {
  const cameIn = sameAddress(before.src, after.src)
  const reason: Reason = cameIn
    ? {
        code: 'external-address-translated',
        from: formatAddress(after.dst),
        to: formatAddress(before.dst),
      }
    : {
        code: 'cloud-nat-untranslated',
        from: formatAddress(after.src),
        to: formatAddress(before.src),
      }
  journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, answerTo(before))
  return null
}

/** The VPC must lead the answer to where the packet came into it. */
function returnThroughVpc(
  topology: Topology,
  journal: Journal,
  { vpc, from }: Extract<Crossing, { kind: 'vpc' }>,
): Lost {
  const { dst } = journal.moving()
  const at = place.vpc(vpc)
  const way = wayTo(topology, vpc, dst)
  const found = wayBack(way, from)
  if (found) {
    journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason: found })
    if (found.code === 'vpc-dynamic-route') noteAttachment(journal, found.attachment)
    return null
  }
  const host = way.kind === 'subnet' ? way.to : null
  const reason: Reason =
    host && host.kind !== 'endpoint'
      ? { code: 'dropped-reply-unknown', node: host.node.name, dst: formatAddress(dst) }
      : { code: 'dropped-no-route', at, dst: formatAddress(dst) }
  journal.note({ place: at, stage: 'vpc-routing', mood: 'dropped', reason })
  return { at, reason }
}

function wayBack(way: Way, from: VpcSide): Reason | null {
  switch (from.kind) {
    case 'node':
    case 'endpoint': {
      if (way.kind !== 'subnet' || !way.to) return null
      const name = way.to.kind === 'endpoint' ? way.to.name : way.to.node.name
      const back = name === from.name && (way.to.kind === 'endpoint') === (from.kind === 'endpoint')
      return back ? { code: 'vpc-subnet-route', route: formatCidr(way.route) } : null
    }
    case 'attachment': {
      if (way.kind !== 'dynamic' || way.attachment.to !== from.attachment.to) return null
      const { attachment, route } = way
      return {
        code: 'vpc-dynamic-route',
        route: formatCidr(route),
        attachment: attachment.name,
      }
    }
    case 'internet':
      return way.kind === 'internet' ? { code: 'vpc-internet-route' } : null
  }
}

function noteAttachment(journal: Journal, attachment: string): void {
  journal.note({
    place: place.attachment(attachment),
    stage: 'attachment',
    mood: 'passed',
    reason: { code: 'crossed-attachment', attachment },
  })
}

function undoOnNode(
  journal: Journal,
  { node, before, after }: Extract<Crossing, { kind: 'node' }>,
): Lost {
  const reason = undoReason(node.name, before, after)
  journal.note(
    {
      place: place.node(node.name),
      stage: 'conntrack',
      mood: reason.code === 'kept-return-packet' ? 'passed' : 'translated',
      reason,
    },
    answerTo(before),
  )
  return null
}

function undoReason(node: string, before: Moving, after: Moving): Reason {
  const field = sameAddress(before.src, after.src) ? 'dst' : 'src'
  const told = { node, from: formatAddress(after[field]), to: formatAddress(before[field]) }
  if (field === 'src') return { code: 'reply-untranslated', ...told }
  return sameAddress(before.dst, after.dst)
    ? { code: 'kept-return-packet', original: formatAddress(before.src) }
    : { code: 'reply-source-restored', ...told }
}
