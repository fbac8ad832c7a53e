import { sameAddress } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import type { Topology } from '../topology/topology.ts'
import { passThrough } from './fabric/forward.ts'
import { travelIn } from './fabric/inbound.ts'
import { replyBack } from './fabric/reply.ts'
import { type Journey, nodesCrossed, type Travel } from './fabric/travel.ts'
import { type Journal, startJournal } from './journal.ts'
import { answerTo, exactPort, headerOf, type Moving } from './moving.ts'
import type { Passage } from './node.ts'
import { pathOf } from './path-of.ts'
import { place } from './place.ts'
import type { Reason } from './reason.ts'
import { sourceReason } from './source-reason.ts'
import { symptomOf } from './symptom.ts'
import type { ConntrackEntry, Outcome, Trace } from './trace.ts'
import type { Flow, World } from './world.ts'

/**
 * How a packet is decided, from the process that sends it to the one that answers, and back. Reads
 * like a packet's day: sent, through its node, across the VPC, to the far side; then the reply.
 */
export function decide(world: World, flow: Flow): Trace {
  const first = follow(world, flow, 0)
  const all = first.ways.map(({ probability }, index) => ({
    probability,
    trace: index === 0 ? first.trace : follow(world, flow, index).trace,
  }))
  all.sort((a, b) => b.probability - a.probability)
  const likeliest = all[0]?.trace ?? first.trace
  if (all.length === 1) return likeliest
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
function follow(world: World, flow: Flow, choice: number): Followed {
  const { topology } = world
  const first: Moving = {
    src: flow.from.address,
    dst: flow.dst,
    protocol: flow.protocol,
    sport: exactPort(flow.sport),
    dport: exactPort(flow.dport),
    ...(flow.icmpType === undefined ? {} : { icmpType: flow.icmpType }),
  }
  const journal = startJournal(topology, first)
  const from = senderPlace(flow)
  journal.note({
    place: from,
    stage: 'send',
    mood: 'passed',
    reason: { code: 'sent', from: senderName(flow) },
  })
  const travel: Travel = { world, journal, flow, choice, crossings: [], ways: [] }
  const journey = setOut(travel)
  const reply =
    journey.end === 'arrived'
      ? replyBack(topology, answerTo(journal.moving()), { journey, to: from })
      : null
  const because = sourceTold(world, flow, journey)
  const legs = {
    forward: journal.leg(),
    reply: reply?.leg ?? null,
    assumptions: journal.assumptions(),
  }
  const trace: Trace = {
    flow: flow.name,
    ...legs,
    outcome: outcomeOf(topology, journal, { first, because, journey, reply }),
    path: pathOf(legs),
    conntrack: entryOf(topology, journey),
    quietWalks: journal.quietWalks(),
    alternatives: [],
  }
  return { trace, ways: travel.ways }
}

function setOut(travel: Travel): Journey {
  const { from } = travel.flow
  switch (from.kind) {
    case 'pod':
      return passThrough(travel, {
        node: from.node,
        arrival: { kind: 'from-pod', pod: from.pod },
      })
    case 'node':
      return passThrough(travel, { node: from.node, arrival: { kind: 'local' } })
    case 'endpoint':
      return travelIn(travel, from.endpoint)
  }
}

function senderPlace({ from }: Flow): string {
  if (from.kind === 'endpoint') return place.endpoint(from.endpoint.name)
  return from.pod ? place.pod(from.pod.name) : place.node(from.node.name)
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
  readonly journey: {
    readonly end: 'arrived' | 'dropped'
    readonly at: string
    readonly reason: Reason
  }
  readonly reply: {
    readonly end: 'answered' | 'lost'
    readonly at: string
    readonly reason: Reason
  } | null
}

function outcomeOf(topology: Topology, journal: Journal, told: Told): Outcome {
  const { first, because, journey, reply } = told
  const last = journal.moving()
  const header = headerOf(topology, last)
  const end = reply?.end === 'lost' ? reply : journey
  return {
    ...fateOf(journey, reply?.end ?? null),
    source: sameAddress(first.src, last.src) ? 'kept' : 'translated',
    seenAs: { address: header.src, owner: header.srcOwner },
    by: end.at,
    reason: end.reason,
    because,
  }
}

function fateOf(
  { end, reason }: Told['journey'],
  reply: 'answered' | 'lost' | null,
): Pick<Outcome, 'kind' | 'lostOn' | 'symptom' | 'missing'> {
  if (end === 'arrived' && reply !== 'lost') {
    return { kind: 'delivered', lostOn: null, symptom: null, missing: [] }
  }
  const lostOn = end === 'dropped' ? 'forward' : 'reply'
  return { kind: 'dropped', lostOn, symptom: symptomOf(reason), missing: [] }
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
