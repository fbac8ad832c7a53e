import type { Address } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import { PROTOCOLS } from '../net/protocol.ts'
import type { Chance } from './chance.ts'
import type { NodeMemory } from './conntrack.ts'
import type { ReadyNode } from './ready-node.ts'
import type { PortSeen } from './trace.ts'

/**
 * One packet on its way through one node, with what the kernel knows beside it: made once a packet
 * and changed in place by the rules, so that no rule has to allocate.
 */
export interface Pass {
  readonly node: ReadyNode
  readonly memory: NodeMemory
  readonly chance: Chance
  readonly packet: Packet
  src: Address
  dst: Address
  /** For an ICMP echo its identifier. */
  readonly sport: Port
  readonly dport: Port
  readonly icmpType: number
  readonly icmpCode: number
  /** Empty where the kernel has none to compare with. */
  inDevice: string
  outDevice: string
  /** Where the packet is handed to next: the gateway, or its destination; null before routing. */
  nextHop: Address | null
  mark: number
  connectionMark: number
  destinationChanged: boolean
  /** Every port that the rule allows is taken. */
  exhausted: boolean
  /** A rule has bound the source: the kernel asks for no other binding. */
  sourceBound: boolean
  /** Packets seen so far by each `statistic --mode nth`, by rule and place; replaced, never changed. */
  nth: ReadonlyMap<string, number>
  /** What chance was asked while the present rule was tried: the probability that it holds. */
  drawn: number | null
}

/** A port, or the range in which an unknown one lies; `lo` equals `hi` where it is known. */
export interface Port {
  lo: number
  hi: number
}

export function startPass(
  node: ReadyNode,
  memory: NodeMemory,
  packet: Packet,
  chance: Chance,
): Pass {
  const { src, dst, sport, dport, protocol } = packet
  const icmp = packet.icmp ?? echoRequestOf(protocol)
  return {
    node,
    memory,
    chance,
    packet,
    src,
    dst,
    sport: { lo: sport, hi: sport },
    dport: { lo: dport, hi: dport },
    icmpType: icmp.type,
    icmpCode: icmp.code,
    inDevice: '',
    outDevice: '',
    nextHop: null,
    mark: 0,
    connectionMark: 0,
    destinationChanged: false,
    exhausted: false,
    sourceBound: false,
    nth: memory.nth,
    drawn: null,
  }
}

/** An ICMP packet of which nothing more is said is an echo request; -1 where there is no type. */
export function echoRequestOf(protocol: number): { readonly type: number; readonly code: number } {
  if (protocol === PROTOCOLS.icmp) return { type: 8, code: 0 }
  return protocol === PROTOCOLS.icmpv6 ? { type: 128, code: 0 } : { type: -1, code: -1 }
}

export function setPort(port: Port, lo: number, hi: number): void {
  port.lo = lo
  port.hi = hi
}

export const portSeen = ({ lo, hi }: Port): PortSeen =>
  lo === hi ? { kind: 'exact', port: lo } : { kind: 'range', lo, hi }

/**
 * Whether a port lies in a range. Of an unknown port chance decides, and what it said holds from
 * then on: the port is known to be in the part that was drawn.
 */
export function portWithin(pass: Pass, port: Port, lo: number, hi: number): boolean {
  if (port.hi < lo || port.lo > hi) return false
  if (port.lo < lo) {
    if (draw(pass, (lo - port.lo) / (port.hi - port.lo + 1))) {
      port.hi = lo - 1
      return false
    }
    port.lo = lo
  }
  if (port.hi <= hi) return true
  const inside = draw(pass, (hi - port.lo + 1) / (port.hi - port.lo + 1))
  if (inside) port.hi = hi
  else port.lo = hi + 1
  return inside
}

/** Asks chance, and remembers for the account that it was asked. */
export function draw(pass: Pass, probability: number): boolean {
  if (probability <= 0) return false
  if (probability >= 1) return true
  pass.drawn = probability
  return pass.chance.draw(probability)
}
