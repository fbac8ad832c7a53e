import { formatAddress, sameAddress } from '../net/address.ts'
import { formatCidr } from '../net/cidr.ts'
import { invariant } from '../net/invariant.ts'
import type { Packet } from '../net/packet.ts'
import type { NonEmpty } from '../net/result.ts'
import type { Node, Pod } from '../topology/cluster.ts'
import { freshMemory } from './conntrack.ts'
import { fateReason } from './fate-reason.ts'
import type { Journal } from './journal.ts'
import { type Moving, packetOf } from './moving.ts'
import type { Arrival, EgressAccount, FlowPassed, Passage } from './node.ts'
import { passFlow } from './pass-node.ts'
import { place } from './place.ts'
import { readyNode } from './ready-node.ts'
import type { Reason } from './reason.ts'
import { sourceReason } from './source-reason.ts'
import type { Stage, Walk } from './trace.ts'
import type { Flow, NodePolicy, World } from './world.ts'

/** One passage through a node, with what the packet was before and after it. */
export interface NodeCrossing {
  readonly node: Node
  readonly passage: Passage
  readonly before: Moving
  readonly after: Moving
}

export interface Visit {
  readonly node: Node
  readonly arrival:
    | { readonly kind: 'from-pod'; readonly pod: Pod }
    | { readonly kind: 'local' }
    | { readonly kind: 'from-vpc' }
    | { readonly kind: 'from-tunnel'; readonly device: string }
  readonly flow: Flow
  /** Which of several ways to follow where a chance decides. */
  readonly choice: number
}

/** Lets the packet through the node and writes a hop for each hook that had a rule to try. */
export function crossNode(world: World, journal: Journal, visit: Visit) {
  const { node, flow } = visit
  const policy = world.policies.get(node.name)
  invariant(policy, 'every node has a policy')
  const before = journal.moving()
  const ways = waysThrough(world, visit, packetOf(before))
  const passed = (ways[visit.choice] ?? ways[0]).passage
  const passage = refusedByPod(policy, visit, before, refusedBy(policy, before, passed))
  const kernel = beforeEgress(passage)
  const after = movedBy(before, kernel)
  const redirected = { ...before, dst: after.dst, dport: after.dport }
  if (passage.knownAs) noteKnown(journal, node, redirected)
  else noteFirstHooks(journal, node, passage, redirected)
  noteRouting(journal, node, kernel)
  noteLastHook(journal, node, kernel, {
    after,
    reason: sourceReason(flow, kernel, node.name, policy),
  })
  if (passage.egress) {
    const reason = sourceReason(flow, passage, node.name, policy)
    noteEgress(journal, node, passage.egress, { after: movedBy(after, passage), reason })
  }
  if (journal.moving().sport.kind === 'range') journal.assume({ code: 'port-chosen-at-random' })
  const crossing: NodeCrossing = { node, passage, before, after: journal.moving() }
  return { crossing, ways }
}

/** Table filter stands between the two halves of table nat: a new destination it sees, a new source not. */
function refusedBy({ refusals = [] }: NodePolicy, before: Moving, passage: Passage): Passage {
  const { packet, fate, dport } = passage
  const refusal = refusals.find(
    ({ dst, protocol, port, family }) =>
      (dst ? sameAddress(dst, packet.dst) : fate === 'local' && packet.dst.family === family) &&
      protocol === packet.protocol &&
      dport.kind === 'exact' &&
      dport.port === port,
  )
  if (!refusal || passage.knownAs) return passage
  return { ...stoppedInFilter(before, passage), refusal }
}

function refusedByPod(
  { askPodPolicies }: NodePolicy,
  { node, arrival }: Visit,
  before: Moving,
  passage: Passage,
): Passage {
  if (!askPodPolicies) return passage
  const sent = arrival.kind === 'from-pod' ? arrival.pod : null
  const from = arrival.kind === 'local' ? 'node' : sent
  const refusedBecause = askPodPolicies({ node, from, src: before.src }, passage)
  return refusedBecause ? { ...stoppedInFilter(before, passage), refusedBecause } : passage
}

const stoppedInFilter = (before: Moving, passage: Passage): Passage => ({
  ...beforeEgress(passage),
  packet: { ...passage.packet, src: before.src },
  sport: before.sport,
  walks: passage.walks.filter(({ hook }) => hook === 'PREROUTING' || hook === 'OUTPUT'),
  fate: 'refused',
})

/** The packet as table nat left it, where a program at the device came after. */
function beforeEgress({ egress, ...passage }: Passage): Passage {
  return egress ? { ...passage, ...egress.before, fate: 'forwarded' } : passage
}

function movedBy(before: Moving, { packet, sport, dport }: Passage): Moving {
  return {
    src: packet.src,
    dst: packet.dst,
    protocol: before.protocol,
    ...(before.icmpType === undefined ? {} : { icmpType: before.icmpType }),
    sport: before.sport.kind === 'range' && sport.kind === 'exact' ? before.sport : sport,
    dport,
  }
}

/** A flow that exists meets a node that remembers it, as far as its first packet came through. */
function waysThrough(
  { policies, past }: World,
  visit: Visit,
  packet: Packet,
): NonEmpty<FlowPassed> {
  const { node, flow, choice } = visit
  const arrival = arrivalOf(visit)
  const then = flow.existing ? (past ?? policies).get(node.name) : undefined
  const now = policies.get(node.name)
  invariant(now, 'every node has a policy')
  const began =
    then && passFlow(readyNode({ ...then, network: node }), freshMemory, packet, arrival)
  const memory = (began?.[choice] ?? began?.[0])?.memory ?? freshMemory
  return passFlow(readyNode({ ...now, network: node }), memory, packet, arrival)
}

function noteKnown(journal: Journal, node: Node, after: Moving): void {
  const before = journal.moving()
  if (sameAddress(before.dst, after.dst)) return
  const reason: Reason = {
    code: 'destination-by-conntrack',
    node: node.name,
    from: formatAddress(before.dst),
    to: formatAddress(after.dst),
  }
  const at = place.node(node.name)
  journal.note({ place: at, stage: 'conntrack', mood: 'translated', reason }, after)
}

function noteEgress(
  journal: Journal,
  node: Node,
  { walk, end }: EgressAccount,
  { after, reason }: { readonly after: Moving; readonly reason: Reason },
): void {
  const mood = MOODS[end.kind] ?? moodOf(journal.moving(), after, reason)
  const stage = 'tc-egress'
  journal.note({ place: place.node(node.name), stage, mood, reason, walk }, after)
}

const MOODS: Partial<Record<EgressAccount['end']['kind'], 'dropped' | 'passed'>> = {
  dropped: 'dropped',
  gateway: 'passed',
}

function arrivalOf({ node, arrival }: Visit): Arrival {
  if (arrival.kind === 'local') return { kind: 'local' }
  if (arrival.kind === 'from-vpc') return { kind: 'received', by: uplinkOf(node) }
  if (arrival.kind === 'from-tunnel') return { kind: 'received', by: arrival.device }
  const route = node.routes.find(
    ({ to }) =>
      to.prefix === to.base.words.length * 32 &&
      arrival.pod.addresses.some((address) => sameAddress(address, to.base)),
  )
  invariant(route, 'every Pod has a route to its own device')
  return { kind: 'received', by: route.dev }
}

const uplinkOf = (node: Node): string =>
  node.interfaces.find(({ addresses }) =>
    addresses.some(({ address }) => sameAddress(address, node.address)),
  )?.name ?? 'eth0'

const tried = ({ steps }: Walk): boolean =>
  steps.some(({ kind }) => kind === 'skipped' || kind === 'matched')

function moodOf(before: Moving, after: Moving, reason: Reason) {
  if (reason.code === 'chance-decides') return 'undetermined'
  return sameAddress(before.src, after.src) ? 'kept' : 'translated'
}

function noteFirstHooks(journal: Journal, node: Node, { walks }: Passage, after: Moving): void {
  for (const walk of walks) {
    if (walk.hook !== 'PREROUTING' && walk.hook !== 'OUTPUT') continue
    if (tried(walk)) noteFirstHook(journal, node, walk, after)
    else journal.passQuietly(walk)
  }
}

/** POSTROUTING is a hop of every packet that comes to it; INPUT only where it had a rule to try. */
function noteLastHook(
  journal: Journal,
  node: Node,
  passage: Passage,
  { after, reason }: { readonly after: Moving; readonly reason: Reason },
): void {
  const { walks, route, fate } = passage
  const walk = walks.find(({ hook }) => hook === 'POSTROUTING' || hook === 'INPUT')
  if (route === null && fate !== 'refused' && !(walk && tried(walk))) {
    if (walk) journal.passQuietly(walk)
    return
  }
  const lost = fateReason(passage, node.name)
  const stage = fate === 'refused' ? 'firewall' : lastHookOf(passage)
  const mood = lost ? 'dropped' : moodOf(journal.moving(), after, reason)
  const entry = { place: place.node(node.name), stage, mood, reason: lost ?? reason } as const
  journal.note(walk ? { ...entry, walk } : entry, lost ? journal.moving() : after)
}

function lastHookOf({ route, knownAs }: Passage): Stage {
  if (knownAs) return 'conntrack'
  return route === null ? 'input' : 'postrouting'
}

function noteFirstHook(journal: Journal, node: Node, walk: Walk, after: Moving): void {
  const before = journal.moving()
  const moved = !sameAddress(before.dst, after.dst) || walk.decided !== null
  const stage: Stage = walk.hook === 'PREROUTING' ? 'prerouting' : 'output'
  const reason: Reason =
    moved && walk.decided && !sameAddress(before.dst, after.dst)
      ? {
          code: 'destination-rewritten',
          chain: walk.decided.chain,
          line: walk.decided.line,
          to: formatAddress(after.dst),
        }
      : { code: 'prerouting-left-alone' }
  journal.note(
    {
      place: place.node(node.name),
      stage,
      mood: reason.code === 'destination-rewritten' ? 'translated' : 'passed',
      reason,
      walk,
    },
    after,
  )
}

function noteRouting(journal: Journal, node: Node, passage: Passage): void {
  const entry = { place: place.node(node.name), stage: 'routing' } as const
  const { via, route } = passage
  const lost = fateReason(passage, node.name)
  if (route) {
    const reason: Reason = {
      code: 'forwarded',
      device: route.dev,
      via: via && formatAddress(via),
      route: formatCidr(route.to),
    }
    journal.note({ ...entry, mood: 'passed', reason })
  } else if (lost && passage.fate !== 'refused') {
    journal.note({ ...entry, mood: 'dropped', reason: lost })
  } else {
    const reason: Reason = { code: 'delivered-locally', node: node.name }
    journal.note({ ...entry, mood: 'passed', reason })
  }
}
