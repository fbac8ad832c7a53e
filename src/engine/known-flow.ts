import type { Packet } from '../net/packet.ts'
import { isIcmp } from '../net/protocol.ts'
import type { Flow, Tuple } from './conntrack.ts'
import { inverted } from './conntrack.ts'
import type { Arrival, Passage } from './node.ts'
import { portSeen } from './pass.ts'
import type { ReadyNode } from './ready-node.ts'
import { routeReceived, routeSent } from './route.ts'

export interface KnownFlow {
  readonly flow: Flow
  readonly direction: 'original' | 'reply'
}

/**
 * A packet of a flow that conntrack knows: the binding of its first packet is repeated, or undone
 * for a reply, whatever the rules say by now.
 */
export function passKnown(
  node: ReadyNode,
  known: KnownFlow,
  packet: Packet,
  arrival: Arrival,
): Passage {
  const leaving = translated(known)
  const routing =
    arrival.kind === 'received'
      ? routeReceived(node, packet.src, leaving.dst, arrival.by)
      : routeSent(node, leaving.dst)
  const route = routing.kind === 'out' ? routing.route : null
  const ported = !isIcmp(packet.protocol)
  return {
    packet: {
      ...packet,
      src: leaving.src,
      dst: leaving.dst,
      sport: leaving.sport.lo,
      dport: ported ? leaving.dport.lo : packet.dport,
    },
    sport: portSeen(leaving.sport),
    dport: ported ? portSeen(leaving.dport) : { kind: 'exact', port: packet.dport },
    out: route?.dev ?? null,
    route,
    via: route?.via ?? null,
    fate: FATES[routing.kind],
    walks: [],
    knownAs: packet.src,
  }
}

const FATES = { out: 'forwarded', local: 'local', none: 'no-route' } as const

const translated = ({ flow, direction }: KnownFlow): Tuple =>
  inverted(direction === 'original' ? flow.reply : flow.original)
