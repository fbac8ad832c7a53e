import type { Address, Family } from '../net/address.ts'
import type { NonEmpty } from '../net/result.ts'
import type { IpSet, Origin, PortRange, Rule } from './rule.ts'

/**
 * A program at the tc egress of devices: what eBPF does to every packet that leaves by one of them,
 * after table nat is done with it. It is data in the language of rules, so that it is walked and
 * accounted for like a chain; what is not written in C as a list of conditions is one here.
 */
export interface EgressProgram {
  readonly name: string
  readonly family: Family
  readonly devices: readonly string[]
  /** The first is where it begins; a packet that comes to its end leaves as it is. */
  readonly chains: NonEmpty<ProgramChain>
  /** What its rules look up, by the names that their `set` matches use. */
  readonly maps: readonly IpSet[]
}

export interface ProgramChain {
  readonly name: string
  readonly rules: readonly ProgramRule[]
}

export interface ProgramRule extends Pick<Rule, 'id' | 'base' | 'matches'> {
  /** Holds for an answer to a flow that began elsewhere; tried after all else. */
  readonly reply?: true
  readonly target: ProgramTarget
  readonly origin: Origin
}

export type ProgramTarget =
  /** The packet leaves as it is. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'call'; readonly chain: string }
  | { readonly kind: 'return' }
  | ProgramSnat
  /** The packet leaves inside a tunnel for another node, which finds it at `device`. */
  | { readonly kind: 'gateway'; readonly node: string; readonly device: string }
  /** `text` is the drop reason in the program's own words. */
  | { readonly kind: 'drop'; readonly text: string }

export interface ProgramSnat {
  readonly kind: 'snat'
  readonly to: Address
  /** A port or identifier inside is kept while it is free; else one is picked from here. */
  readonly ports: PortRange
  /** The drop reason where no port is left. */
  readonly exhausted: string
  /** The drop reason where the port would have to change and the protocol cannot bear it. */
  readonly unchangeable?: string
}

/** How a program ended. */
export type ProgramEnd =
  | { readonly kind: 'kept' }
  | { readonly kind: 'translated' }
  | { readonly kind: 'gateway'; readonly node: string; readonly device: string }
  | { readonly kind: 'dropped'; readonly text: string }
