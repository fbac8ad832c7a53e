import { type Address, formatAddress, sameAddress } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import { hasPorts, isIcmp, PROTOCOLS } from '../net/protocol.ts'
import { ownerOf } from '../topology/owner.ts'
import type { Topology } from '../topology/topology.ts'
import { icmpAnswer } from './conntrack.ts'
import { echoRequestOf, type Pass, portSeen } from './pass.ts'
import type { FieldChange, Header, PortSeen } from './trace.ts'

/** A packet between two places: like `Packet`, but a port may be one that a kernel picked unseen. */
export interface Moving {
  readonly src: Address
  readonly dst: Address
  readonly protocol: number
  readonly sport: PortSeen
  readonly dport: PortSeen
  /** Type of an ICMP message; an echo request where absent. */
  readonly icmpType?: number
}

/** The packet as a node's rules have left it so far. */
export const movingOf = ({ packet, src, dst, sport, dport }: Pass): Moving => ({
  src,
  dst,
  protocol: packet.protocol,
  sport: portSeen(sport),
  dport: portSeen(dport),
})

export const exactPort = (port: number): PortSeen => ({ kind: 'exact', port })

export function samePort(a: PortSeen, b: PortSeen): boolean {
  if (a.kind === 'exact') return b.kind === 'exact' && a.port === b.port
  return b.kind === 'range' && a.lo === b.lo && a.hi === b.hi
}

/** What an answer to it looks like. */
export const answerTo = ({ src, dst, protocol, sport, dport, icmpType }: Moving): Moving => ({
  src: dst,
  dst: src,
  protocol,
  ...(icmpType === undefined ? {} : { icmpType: icmpAnswer(icmpType) }),
  // An echo reply carries the identifier of its request in the same field.
  ...(isIcmp(protocol) ? { sport, dport } : { sport: dport, dport: sport }),
})

/** As a node receives it. Of a port that is only known as a range, the lowest stands for all. */
export const packetOf = (moving: Moving): Packet => ({
  src: moving.src,
  dst: moving.dst,
  protocol: moving.protocol,
  sport: lowest(moving.sport),
  dport: lowest(moving.dport),
  ...(isIcmp(moving.protocol)
    ? { icmp: { type: moving.icmpType ?? echoRequestOf(moving.protocol).type, code: 0 } }
    : {}),
})

const lowest = (port: PortSeen): number => (port.kind === 'exact' ? port.port : port.lo)

export function headerOf(topology: Topology, moving: Moving): Header {
  const { src, dst, protocol, sport, dport, icmpType } = moving
  return {
    src: formatAddress(src),
    srcOwner: ownerOf(topology, src),
    dst: formatAddress(dst),
    dstOwner: ownerOf(topology, dst),
    protocol: protocolName(protocol),
    ...(hasPorts(protocol) || isIcmp(protocol) ? { sport } : {}),
    ...(hasPorts(protocol) ? { dport } : {}),
    ...(isIcmp(protocol) && icmpType !== undefined ? { icmpType } : {}),
  }
}

export function protocolName(protocol: number): string {
  const known = Object.entries(PROTOCOLS).find(([, number]) => number === protocol)
  return known ? known[0] : String(protocol)
}

/** Every field in which the two differ. */
export function changesBetween(before: Moving, after: Moving): FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of ['src', 'dst'] as const) {
    if (sameAddress(before[field], after[field])) continue
    changes.push({
      field,
      from: formatAddress(before[field]),
      to: formatAddress(after[field]),
    })
  }
  for (const field of ['sport', 'dport'] as const) {
    if (samePort(before[field], after[field])) continue
    changes.push({ field, from: before[field], to: after[field] })
  }
  return changes
}
