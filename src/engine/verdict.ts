import type { Address } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import type { NonEmpty } from '../net/result.ts'
import { everyWay, type Weighted } from './chance.ts'
import { freshMemory } from './conntrack.ts'
import { cross } from './crossing.ts'
import type { Arrival, Passage } from './node.ts'
import { type Port, startPass } from './pass.ts'
import type { ReadyNode } from './ready-node.ts'

/** What `passNode` says of a packet, without the account of why. */
export interface Verdict {
  readonly fate: Passage['fate']
  readonly src: Address
  readonly dst: Address
  readonly sport: Readonly<Port>
  readonly dport: Readonly<Port>
  /** Null where it does not leave. */
  readonly out: string | null
}

/** The same interpreter as `passNode` with nobody writing: for many packets on one node. */
export const verdictOf = (
  node: ReadyNode,
  packet: Packet,
  arrival: Arrival,
): NonEmpty<Weighted<Verdict>> =>
  everyWay((chance) => {
    const pass = startPass(node, freshMemory, packet, chance)
    const { fate, route } = cross(pass, arrival, null)
    const { src, dst, sport, dport } = pass
    return { fate, src, dst, sport, dport, out: fate === 'forwarded' ? (route?.dev ?? null) : null }
  })
