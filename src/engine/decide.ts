import { sameAddress } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import type { Topology } from '../topology/topology.ts'
import { type Reply, replyBack } from './fabric/back/reply.ts'
import { senderPlace } from './fabric/back/return-trip.ts'
import { type Fabric, fabricOf } from './fabric/fabric.ts'
import { follow } from './fabric/forward.ts'
import { type Journey, nodesCrossed, type Standing, type Travel } from './fabric/travel.ts'
import { type Journal, startJournal } from './journal.ts'
import { answerTo, exactPort, headerOf, type Moving } from './moving.ts'
import type { Passage } from './node.ts'
import { pathOf } from './path-of.ts'
import type { Reason } from './reason.ts'
import { sourceReason } from './source-reason.ts'
import { symptomOf } from './symptom.ts'
import type { Assumption, ConntrackEntry, Outcome, Trace } from './trace.ts'
import type { Flow, World } from './world.ts'

/**
 * How a packet is decided, from the process that sends it to the one that answers, and back. Reads
 * like a packet's day: sent, through its node, across the VPC, to the far side; then the reply.
 */
export function decide(world: World, flow: Flow): Trace {
  const first = followed(world, flow, 0)
  const all = first.ways.map(({ probability }, index) => ({
    probability,
    trace: index === 0 ? first.trace : followed(world, flow, index).trace,
  }))
  all.sort((a, b) => b.probability - a.probability)
  const likeliest = all[0]?.trace ?? first.trace
  if (all.length <= 1) return likeliest
  const alternatives = all.map(({ probability, trace }) => ({
    probability,
    outcome: trace.outcome,
  }))
  return { ...likeliest, outcome: undetermined(likeliest.outcome, alternatives), alternatives }
}

interface Followed {
  readonly trace: Trace
  readonly ways: readonly { readonly probability: number }[]
}

/** The whole story where chance, if any is asked on the first node, falls the `choice`-th way. */
function followed(world: World, flow: Flow, choice: number): Followed {
  const { topology } = world
  const fabric = fabricOf(topology)
  const first = firstPacket(flow)
  const journal = startJournal(topology, first)
  const from = senderPlace(flow.from)
  const reason = { code: 'sent', from: senderName(flow) } as const
  journal.note({ place: from, stage: 'send', mood: 'passed', reason })
  const travel: Travel = {
    ...{ world, fabric, journal, flow, choice },
    ...{ crossings: [], been: new Set(), ways: [], guess: null },
  }
  const journey = follow(travel, setOut(fabric, flow))
  // Even a refusal has to find its way back.
  const answer =
    journey.answers && replyBack(fabric, journal.moving(), { journey, sender: flow.from })
  const reply = journey.end === 'arrived' ? answer : null
  const because = sourceTold(world, flow, journey)
  const legs = {
    forward: journal.leg(),
    reply: reply?.leg ?? null,
    assumptions: once([...journal.assumptions(), ...(reply?.assumptions ?? [])]),
  }
  const trace: Trace = {
    flow: flow.name,
    ...legs,
    outcome: outcomeOf(topology, journal, { first, because, journey, answer }),
    path: pathOf(legs),
    conntrack: entryOf(topology, journey),
    quietWalks: journal.quietWalks(),
    alternatives: [],
  }
  return { trace, ways: travel.ways }
}

const firstPacket = ({ from, dst, protocol, sport, dport, icmpType }: Flow): Moving => ({
  src: from.address,
  dst,
  protocol,
  sport: exactPort(sport),
  dport: exactPort(dport),
  ...(icmpType === undefined ? {} : { icmpType }),
})

const once = (assumptions: readonly Assumption[]): readonly Assumption[] => [
  ...new Map(assumptions.map((each) => [each.code, each])).values(),
]

function setOut(fabric: Fabric, { from }: Flow): Standing {
  switch (from.kind) {
    case 'pod':
      return { in: 'node', node: from.node, arrival: { kind: 'from-pod', pod: from.pod } }
    case 'node':
      return { in: 'node', node: from.node, arrival: { kind: 'local' } }
    case 'endpoint': {
      const { endpoint } = from
      if (endpoint.at === 'internet') return { in: 'internet', fromHost: true }
      const network = fabric.onPrem.get(endpoint.at)
      return network
        ? { in: 'far', network, over: null }
        : { in: 'vpc', vpc: endpoint.at, from: { kind: 'endpoint', endpoint } }
    }
  }
}

function senderName({ from }: Flow): string {
  if (from.kind === 'endpoint') return from.endpoint.name
  return from.kind === 'pod' ? from.pod.name : from.node.name
}

/** What the first node did that changed the source; else why the first one kept it. */
function sourceTold(world: World, flow: Flow, journey: Journey): Reason {
  const crossed = nodesCrossed(journey)
  const told =
    crossed.find(({ before, after }) => !sameAddress(before.src, after.src)) ?? crossed[0]
  if (!told) return journey.reason
  const policy = world.policies.get(told.node.name)
  invariant(policy, 'every node has a policy')
  return sourceReason(flow, told.passage, told.node.name, policy)
}

interface Told {
  readonly first: Moving
  readonly because: Reason
  readonly journey: Journey
  /** To the packet, or to its refusal; null where nobody says anything. */
  readonly answer: Reply | null
}

function outcomeOf(topology: Topology, journal: Journal, told: Told): Outcome {
  const { first, because, journey, answer } = told
  const last = journal.moving()
  const header = headerOf(topology, last)
  const end = journey.end === 'arrived' && answer && answer.end !== 'answered' ? answer : journey
  return {
    ...fateOf(journey, answer),
    source: sameAddress(first.src, last.src) ? 'kept' : 'translated',
    seenAs: { address: header.src, owner: header.srcOwner },
    by: end.at,
    reason: end.reason,
    because,
  }
}

function fateOf(
  journey: Journey,
  answer: Reply | null,
): Pick<Outcome, 'kind' | 'lostOn' | 'symptom' | 'missing'> {
  const missing = [...journey.missing, ...(answer?.missing ?? [])]
  const isBack = answer?.end !== 'lost'
  if (journey.end === 'dropped') {
    const symptom = isBack ? symptomOf(journey.reason) : 'time-out'
    return { kind: 'dropped', lostOn: 'forward', symptom, missing: [] }
  }
  if (missing.length > 0) return { kind: 'undetermined', lostOn: null, symptom: null, missing }
  return isBack
    ? { kind: 'delivered', lostOn: null, symptom: null, missing: [] }
    : { kind: 'dropped', lostOn: 'reply', symptom: 'time-out', missing: [] }
}

/** Only a first packet that left its first node confirmed makes an entry. */
function entryOf(topology: Topology, journey: Journey): ConntrackEntry | null {
  const [first] = nodesCrossed(journey)
  if (!first || !confirmed(first.passage)) return null
  return {
    node: first.node.name,
    original: headerOf(topology, first.before),
    reply: headerOf(topology, answerTo(first.after)),
  }
}

const confirmed = ({ fate }: Passage): boolean => fate === 'forwarded' || fate === 'local'

function undetermined(likeliest: Outcome, all: Trace['alternatives']): Outcome {
  const agree = <K extends keyof Outcome>(key: K): boolean =>
    all.every(({ outcome }) => outcome[key] === likeliest[key])
  return {
    ...likeliest,
    ...(agree('kind') ? {} : CHANCE),
    source: agree('source') ? likeliest.source : 'undetermined',
  }
}

const CHANCE = {
  kind: 'undetermined',
  lostOn: null,
  symptom: null,
  missing: [{ code: 'chance', of: 'statistic' }],
} as const satisfies Partial<Outcome>
