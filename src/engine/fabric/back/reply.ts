import { PROTOCOLS } from '../../../net/protocol.ts'
import { startJournal } from '../../journal.ts'
import { answerTo, type Moving } from '../../moving.ts'
import { place } from '../../place.ts'
import type { Reason } from '../../reason.ts'
import type { Assumption, Leg, Missing, PlaceId } from '../../trace.ts'
import type { Sender } from '../../world.ts'
import type { Fabric } from '../fabric.ts'
import type { Journey, Standing } from '../travel.ts'
import { returnFromFar } from './from-far.ts'
import { memoryOf, undo } from './memory.ts'
import { returnOnInternet } from './on-internet.ts'
import { lost, type Return, type ReturnEnd } from './return-trip.ts'
import { returnThroughVpc } from './through-vpc.ts'
import { returnToNode } from './to-node.ts'

export interface Reply {
  readonly leg: Leg
  readonly end: 'answered' | 'lost' | 'not-told'
  readonly at: PlaceId
  readonly reason: Reason
  readonly missing: readonly Missing[]
  readonly assumptions: readonly Assumption[]
}

/**
 * The answer's way back. It finds its own way through the networks, by their routes; what the first
 * packet left on its way turns its addresses back. No nat chain is asked: conntrack knows the flow.
 */
export function replyBack(
  fabric: Fabric,
  packet: Moving,
  { journey, sender }: { readonly journey: Journey; readonly sender: Sender },
): Reply {
  const journal = startJournal(fabric.topology, answerTo(packet))
  const reason: Reason = { code: 'answered', at: journey.at }
  journal.note({ place: journey.at, stage: 'send', mood: 'passed', reason })
  const memory = memoryOf(journey.crossings)
  const back: Return = { fabric, journal, sender, memory, been: new Set() }
  undo(back, journey.at)
  let now: Standing | ReturnEnd | null = journey.answers
  while (now && !('end' in now)) now = step(back, now)
  const end = checkStates(back, now ?? { end: 'lost', at: journey.at, reason })
  return {
    ...end,
    leg: journal.leg(),
    missing: end.missing ? [end.missing] : [],
    assumptions: journal.assumptions(),
  }
}

function step(back: Return, now: Standing): Standing | ReturnEnd {
  switch (now.in) {
    case 'node':
      return returnToNode(back, now.node)
    case 'vpc':
      return returnThroughVpc(back, now)
    case 'far':
      return returnFromFar(back, now.network)
    case 'internet':
      return returnOnInternet(back)
  }
}

/**
 * A stateful machine that saw a connection begin, and no answer to it, lets nothing more through: the
 * client's second packet is the one that it drops. One question and its answer get by.
 */
function checkStates(back: Return, end: ReturnEnd): ReturnEnd {
  const bypassed = back.memory.appliances.find(({ keepsState }) => keepsState)
  const isTcp = back.journal.moving().protocol === PROTOCOLS.tcp
  if (end.end !== 'answered' || !bypassed || !isTcp) return end
  const { name } = bypassed.endpoint
  return lost(back, place.endpoint(name), {
    code: 'dropped-asymmetric',
    appliance: name,
    saw: 'request',
  })
}
