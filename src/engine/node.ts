import type { Address } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import type { NonEmpty } from '../net/result.ts'
import type { NodeNetwork, Route } from '../topology/node.ts'
import type { NodeMemory } from './conntrack.ts'
import type { PassPrograms } from './pass-programs.ts'
import type { ProgramEnd } from './program.ts'
import type { Reason } from './reason.ts'
import type { Ruleset } from './rule.ts'
import type { PortSeen, Walk } from './trace.ts'
import type { Refusal } from './world.ts'

/** How the first packet of a flow comes to the node. */
export type Arrival =
  | { readonly kind: 'received'; readonly by: string }
  /** Sent by a process of the node itself. */
  | { readonly kind: 'local' }

/** What became of the first packet of a flow on one node. */
export interface Passage {
  /** The packet as it leaves; its `sport` is only meaningful where `sport` below is exact. */
  readonly packet: Packet
  readonly sport: PortSeen
  readonly dport: PortSeen
  /** The interface it leaves by; null where it is delivered to the node itself or dropped. */
  readonly out: string | null
  readonly route: Route | null
  readonly via: Address | null
  /**
   * `no-free-port`: every port the rule allows is taken, and conntrack refuses the flow; `refused`:
   * table filter did;
   * `to-gateway`, `program-dropped`: a program at the device sent it on inside a tunnel, or dropped it.
   */
  readonly fate:
    | 'forwarded'
    | 'local'
    | 'no-route'
    | 'no-source-address'
    | 'no-free-port'
    | 'refused'
    | 'to-gateway'
    | 'program-dropped'
  /** The hooks of table nat it passed, in order; empty where conntrack knew the flow. */
  readonly walks: readonly Walk[]
  /** Where conntrack knew the flow: the source that the packet came with. */
  readonly knownAs?: Address
  /** Where table filter refused it. */
  readonly refusal?: Refusal
  /** Where a Pod's network policies did. */
  readonly refusedBecause?: Reason
  /** What a program at the device did, after all of this; absent where there is none. */
  readonly egress?: EgressAccount
}

export interface EgressAccount {
  readonly device: string
  /** The packet as table nat had left it. */
  readonly before: Pick<Passage, 'packet' | 'sport' | 'dport'>
  readonly end: ProgramEnd
  readonly walk: Walk
}

export interface FlowPassed {
  readonly probability: number
  readonly passage: Passage
  /** What the node remembers after it. */
  readonly memory: NodeMemory
}

/** One outcome for each way that chance may fall; nearly always a single one of probability 1. */
export type Passages = NonEmpty<{ readonly probability: number; readonly passage: Passage }>

export interface NodeState {
  readonly network: NodeNetwork
  readonly rules: Ruleset
  /** What runs the programs of its rules: who writes some brings it, others do without its weight. */
  readonly passPrograms?: PassPrograms
}

export type PassNode = (node: NodeState, packet: Packet, arrival: Arrival) => Passages
