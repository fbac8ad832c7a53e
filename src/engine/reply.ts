import { formatAddress, sameAddress } from '../net/address.ts'
import { formatCidr } from '../net/cidr.ts'
import type { Topology } from '../topology/topology.ts'
import { formatRanges, hostAt, longest, wayTo } from './fabric.ts'
import type { Crossing, Journey } from './forward.ts'
import { type Journal, startJournal } from './journal.ts'
import { answerTo, type Moving } from './moving.ts'
import { place } from './place.ts'
import type { Reason } from './reason.ts'
import type { Leg, PlaceId } from './trace.ts'
import type { Flow } from './world.ts'

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
  { journey, to, flow }: { readonly journey: Journey; readonly to: PlaceId; readonly flow: Flow },
): Reply {
  const journal = startJournal(topology, answer)
  journal.note({
    place: journey.at,
    stage: 'send',
    mood: 'passed',
    reason: { code: 'answered', at: journey.at },
  })
  for (const crossing of journey.crossings.toReversed()) {
    const lost = meet(topology, journal, crossing, flow)
    if (lost) return { leg: journal.leg(), end: 'lost', ...lost }
  }
  const reason: Reason = { code: 'arrived', at: to, src: formatAddress(journal.moving().src) }
  journal.note({ place: to, stage: 'arrival', mood: 'delivered', reason })
  return { leg: journal.leg(), end: 'answered', at: to, reason }
}

type Lost = { readonly at: PlaceId; readonly reason: Reason } | null

function meet(topology: Topology, journal: Journal, crossing: Crossing, flow: Flow): Lost {
  switch (crossing.kind) {
    case 'attachment':
      return returnOverAttachment(journal, crossing)
    case 'internet-nat':
      return undoInternetNat(journal, crossing)
    case 'vpc':
      return returnThroughVpc(topology, journal, flow)
    case 'node':
      return undoOnNode(journal, crossing)
  }
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
  const reason: Reason = {
    code: 'cloud-nat-untranslated',
    from: formatAddress(after.src),
    to: formatAddress(before.src),
  }
  journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, answerTo(before))
  return null
}

/** The VPC must know whose the address is, and it must be the node that holds the flow. */
function returnThroughVpc(topology: Topology, journal: Journal, flow: Flow): Lost {
  const { dst } = journal.moving()
  const host = hostAt(topology, dst)
  const node = host && host.kind !== 'endpoint' ? host.node.name : null
  const at = place.vpc(topology.vpc.name)
  const way = wayTo(topology, dst)
  if (node === flow.from.node.name && way.kind === 'subnet') {
    const found: Reason = { code: 'vpc-subnet-route', route: formatCidr(way.route) }
    journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason: found })
    return null
  }
  const reason: Reason = node
    ? { code: 'dropped-reply-unknown', node, dst: formatAddress(dst) }
    : { code: 'dropped-no-route', at, dst: formatAddress(dst) }
  journal.note({ place: at, stage: 'vpc-routing', mood: 'dropped', reason })
  return { at, reason }
}

function undoOnNode(
  journal: Journal,
  { node, before, after }: Extract<Crossing, { kind: 'node' }>,
): Lost {
  const changed = !sameAddress(before.src, after.src) || !sameAddress(before.dst, after.dst)
  const reason: Reason = changed
    ? {
        code: 'reply-untranslated',
        node: node.name,
        from: formatAddress(after.src),
        to: formatAddress(before.src),
      }
    : { code: 'kept-return-packet', original: formatAddress(before.src) }
  journal.note(
    {
      place: place.node(node.name),
      stage: 'conntrack',
      mood: changed ? 'translated' : 'passed',
      reason,
    },
    answerTo(before),
  )
  return null
}
