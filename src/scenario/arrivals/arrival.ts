import type { Outcome, PlaceId, SourceSeen } from '../../engine/trace.ts'
import type { Shell } from '../probe/printed.ts'

/** What comes in at the far side, from every flow of a scenario. Plain JSON. */
export interface Arrivals {
  readonly arrivals: readonly Arrival[]
  /** Flows that end before anybody on the far side could see them. */
  readonly missing: readonly MissingArrival[]
  readonly checks: readonly FlowChecks[]
  /** One for each far side, those that let something not in first. */
  readonly requests: readonly FirewallRequest[]
}

/** One source at one far side: a row of what its firewall must let in. */
export interface Arrival {
  readonly flow: string
  readonly sender: string
  readonly far: FarSide
  /** The exact source that arrives. */
  readonly source: SourceSeen
  /** What surely holds every source of the same kind; one address alone where nothing wider is drawn. */
  readonly ranges: readonly string[]
  readonly because: RangeBecause
  readonly destination: { readonly name: string | null; readonly address: string }
  readonly protocol: string
  /** Null where the protocol has none. */
  readonly port: number | null
  readonly allowed: Allowed
}

export interface FarSide {
  readonly kind: 'on-prem' | 'host' | 'vpc' | 'internet'
  readonly name: string
  /** Of the firewall that is asked; null where nobody is. */
  readonly firewall: string | null
}

/** Whoever of them sends may be another tomorrow. */
export type RangeBecause = 'any-node' | 'any-pod' | 'nat-addresses' | 'alone'

export interface Allowed {
  readonly state: 'yes' | 'no' | 'nobody-asks'
  /** The ranges in force that hold the source. */
  readonly by: readonly string[]
}

export interface MissingArrival {
  readonly flow: string
  readonly sender: string
  readonly at: PlaceId
  readonly outcome: Outcome
}

/** How somebody convinces himself that it is as said: commands, and what they print. */
export interface FlowChecks {
  readonly flow: string
  readonly checks: readonly Check[]
}

export interface Check {
  readonly code: 'connect' | 'capture' | 'nat-rule' | 'conntrack'
  /** Where it is typed: a Pod's name is part of the command. */
  readonly on: Shell
  readonly command: string
  /** What the trace makes it print; empty: nothing. */
  readonly prints: readonly string[]
}

/** What somebody would ask of whoever keeps a far firewall. */
export interface FirewallRequest {
  readonly far: FarSide
  /** Whose packets they are. */
  readonly clusters: readonly string[]
  readonly lines: readonly RequestLine[]
  readonly checks: readonly Check[]
}

/** Flows that one and the same rule would let in. */
export interface RequestLine
  extends Pick<Arrival, 'ranges' | 'because' | 'destination' | 'protocol' | 'port' | 'allowed'> {
  readonly flows: readonly string[]
  /** The exact addresses that arrive now. */
  readonly sources: readonly string[]
}
