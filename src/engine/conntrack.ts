import { type Address, sameAddress } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import { isIcmp } from '../net/protocol.ts'
import { echoRequestOf, type Pass, type Port } from './pass.ts'

/**
 * What a node remembers from one flow to the next: a value, handed in and handed back, so that the
 * same packet on the same memory always gets the same answer.
 */
export interface NodeMemory {
  /** Oldest first. */
  readonly flows: readonly Flow[]
  /** Every flow by both of its directions, as far as their ports are known. */
  readonly byTuple: ReadonlyMap<string, Flow>
  /** Where each `statistic --mode nth` stands. */
  readonly nth: ReadonlyMap<string, number>
  /** What programs at the devices have translated; conntrack knows nothing of it. */
  readonly mappings: readonly Flow[]
}

export const freshMemory: NodeMemory = {
  flows: [],
  byTuple: new Map(),
  nth: new Map(),
  mappings: [],
}

/** One conntrack entry. The nat tables decided once, when it was made. */
export interface Flow {
  readonly original: Tuple
  /** How its replies look when they reach the node. */
  readonly reply: Tuple
  readonly mark: number
}

/**
 * One direction of a flow. For ICMP `sport` is the identifier in both directions, and `dport` is
 * type * 256 + code.
 */
export interface Tuple {
  readonly protocol: number
  readonly src: Address
  readonly dst: Address
  readonly sport: Readonly<Port>
  readonly dport: Readonly<Port>
}

export function tupleOf(packet: Packet): Tuple {
  const { src, dst, protocol } = packet
  const icmp = packet.icmp ?? echoRequestOf(protocol)
  const dport = isIcmp(protocol) ? icmp.type * 256 + icmp.code : packet.dport
  return {
    protocol,
    src,
    dst,
    sport: { lo: packet.sport, hi: packet.sport },
    dport: { lo: dport, hi: dport },
  }
}

/** What the answer to a packet with this tuple carries. */
export function inverted({ protocol, src, dst, sport, dport }: Tuple): Tuple {
  const turned = { protocol, src: dst, dst: src }
  if (!isIcmp(protocol)) return { ...turned, sport: dport, dport: sport }
  const answer = icmpAnswer(dport.lo >> 8) * 256 + (dport.lo & 255)
  return { ...turned, sport, dport: { lo: answer, hi: answer } }
}

/** ICMP and ICMPv6 requests with their answers: the types that begin a flow. */
const REQUESTS: readonly (readonly [number, number])[] = [
  [8, 0],
  [13, 14],
  [15, 16],
  [17, 18],
  [128, 129],
  [139, 140],
]
const ANSWERS = new Map([...REQUESTS, ...REQUESTS.map(([ask, answer]) => [answer, ask] as const)])

/** The type of ICMP message on the other way of a flow. */
export const icmpAnswer = (type: number): number => ANSWERS.get(type) ?? 0

/**
 * Whether conntrack makes an entry for it. An ICMP packet that is no request and belongs to no flow
 * is INVALID, and table nat is not consulted for it. Source: Linux `icmp_pkt_to_tuple`.
 */
export const beginsFlow = (packet: Packet): boolean =>
  !isIcmp(packet.protocol) ||
  REQUESTS.some(([type]) => type === (packet.icmp ?? echoRequestOf(packet.protocol)).type)

/** The flow that a packet belongs to, and in which direction; null where it is a flow's first. */
export function knownFlow(
  memory: NodeMemory,
  packet: Packet,
): { readonly flow: Flow; readonly direction: 'original' | 'reply' } | null {
  const tuple = tupleOf(packet)
  const flow =
    memory.byTuple.get(keyOf(tuple)) ?? memory.flows.find(({ reply }) => overlaps(reply, tuple))
  if (flow === undefined) return null
  return { flow, direction: overlaps(flow.original, tuple) ? 'original' : 'reply' }
}

/** Whether the kernel could not tell a flow that left so from one it already has. */
export function isTaken(memory: NodeMemory, leaving: Tuple): boolean {
  const { sport, dport } = leaving
  if (memory.flows.length === 0 || sport.lo !== sport.hi || dport.lo !== dport.hi) return false
  return memory.byTuple.has(keyOf(inverted(leaving)))
}

/** The flow as it leaves the node, whatever the rules have made of it by now. */
export const leavingTuple = ({ packet, src, dst, sport, dport }: Pass): Tuple => ({
  ...tupleOf(packet),
  src,
  dst,
  sport: { ...sport },
  ...(isIcmp(packet.protocol) ? {} : { dport: { ...dport } }),
})

/** The memory after this packet has left the node, or was delivered to it: its flow is confirmed. */
export function remember(pass: Pass): NodeMemory {
  const { memory, packet, nth } = pass
  const flow: Flow = {
    original: tupleOf(packet),
    reply: inverted(leavingTuple(pass)),
    mark: pass.connectionMark,
  }
  const byTuple = new Map(memory.byTuple)
  for (const tuple of [flow.original, flow.reply]) {
    if (isExact(tuple)) byTuple.set(keyOf(tuple), flow)
  }
  return { ...memory, flows: [...memory.flows, flow], byTuple, nth }
}

export const isExact = ({ sport, dport }: Tuple): boolean =>
  sport.lo === sport.hi && dport.lo === dport.hi

function keyOf({ protocol, src, dst, sport, dport }: Tuple): string {
  return `${protocol} ${src.words.join()} ${sport.lo} ${dst.words.join()} ${dport.lo}`
}

/** Whether two directions of flows may be the same one, as far as their ports are known. */
export function overlaps(a: Tuple, b: Tuple): boolean {
  return (
    a.protocol === b.protocol &&
    sameAddress(a.src, b.src) &&
    sameAddress(a.dst, b.dst) &&
    portsOverlap(a.sport, b.sport) &&
    portsOverlap(a.dport, b.dport)
  )
}

const portsOverlap = (a: Readonly<Port>, b: Readonly<Port>): boolean => a.lo <= b.hi && b.lo <= a.hi
