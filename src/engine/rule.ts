import type { Address, Family } from '../net/address.ts'
import type { EgressProgram } from './program.ts'

/**
 * Rules are data. A dataplane describes them, `traverse.ts` walks them, `iptables/` parses and
 * prints them; none of the three knows the others.
 */
export interface Rule {
  /** Unique among all rules of a node; stable while the configuration that made it stands. */
  readonly id: string
  /** What iptables calls the generic parameters (`-s -d -i -o -p`), each absent when unused. */
  readonly base: BaseMatch
  /** Match extensions in the order given; all must hold. */
  readonly matches: readonly Match[]
  /** Null: no `-j`, the rule only counts. */
  readonly target: Target | null
  /** Which setting put it here. Absent for rules that were pasted as they are. */
  readonly origin?: Origin
}

export interface BaseMatch {
  readonly source?: MaskedAddress
  readonly destination?: MaskedAddress
  readonly inInterface?: InterfacePattern
  readonly outInterface?: InterfacePattern
  readonly protocol?: { readonly number: number; readonly negated: boolean }
}

/** Any mask of the right family, as the kernel allows, not only a prefix. */
export interface MaskedAddress {
  readonly address: Address
  readonly mask: readonly number[]
  readonly negated: boolean
}

export interface InterfacePattern {
  /** A whole name, or a prefix followed by `+`. */
  readonly pattern: string
  readonly negated: boolean
}

/** Inclusive at both ends. */
export interface PortRange {
  readonly lo: number
  readonly hi: number
}

export type AddressType =
  | 'UNSPEC'
  | 'UNICAST'
  | 'LOCAL'
  | 'BROADCAST'
  | 'ANYCAST'
  | 'MULTICAST'
  | 'BLACKHOLE'
  | 'UNREACHABLE'
  | 'PROHIBIT'
  | 'THROW'
  | 'NAT'
  | 'XRESOLVE'

export type ConntrackState =
  | 'INVALID'
  | 'NEW'
  | 'ESTABLISHED'
  | 'RELATED'
  | 'UNTRACKED'
  | 'SNAT'
  | 'DNAT'

export type Match =
  /**
   * Of tcp and udp, `! --sport 1 ! --dport 2` (two single ports, neither 0, both negated) fails only
   * where both are those: iptables-nft compares the two at once. Source: 1.8.9, Linux 6.18, measured.
   */
  | {
      readonly kind: 'ports'
      readonly module: 'tcp' | 'udp' | 'sctp'
      readonly source?: PortRange & { readonly negated: boolean }
      readonly destination?: PortRange & { readonly negated: boolean }
      /** `--tcp-flags` (also written `--syn`): of the bits in `mask` exactly those in `set`. */
      readonly flags?: { readonly mask: number; readonly set: number; readonly negated: boolean }
    }
  | {
      readonly kind: 'icmp'
      readonly module: 'icmp' | 'icmp6'
      readonly type: number
      /** Inclusive range of codes; 0 to 255 means any. */
      readonly code: PortRange
      readonly negated: boolean
    }
  | {
      readonly kind: 'multiport'
      readonly side: 'sources' | 'destinations' | 'either'
      readonly ports: readonly PortRange[]
      readonly negated: boolean
    }
  | {
      readonly kind: 'addrtype'
      readonly source?: { readonly types: readonly AddressType[]; readonly negated: boolean }
      readonly destination?: { readonly types: readonly AddressType[]; readonly negated: boolean }
      readonly limitIfaceIn?: boolean
      readonly limitIfaceOut?: boolean
    }
  | {
      readonly kind: 'set'
      readonly set: string
      /** One word for each dimension of the set. */
      readonly directions: readonly ('src' | 'dst')[]
      readonly negated: boolean
    }
  | {
      readonly kind: 'mark'
      readonly of: 'packet' | 'connection'
      readonly value: number
      readonly mask: number
      readonly negated: boolean
    }
  | {
      readonly kind: 'conntrack'
      readonly module: 'conntrack' | 'state'
      readonly states: readonly ConntrackState[]
      readonly negated: boolean
    }
  | {
      readonly kind: 'iprange'
      readonly source?: AddressSpan & { readonly negated: boolean }
      readonly destination?: AddressSpan & { readonly negated: boolean }
    }
  | { readonly kind: 'comment'; readonly text: string }
  | {
      readonly kind: 'statistic'
      readonly mode: 'random'
      /** 0 to 1, in the kernel's steps of 2^-31. */
      readonly probability: number
      readonly negated: boolean
    }
  | {
      readonly kind: 'statistic'
      readonly mode: 'nth'
      readonly every: number
      readonly packet: number
      readonly negated: boolean
    }

/** Inclusive at both ends. */
export interface AddressSpan {
  readonly lo: Address
  readonly hi: Address
}

/** How a source or destination port is picked when the target picks one. */
export interface PortChoice {
  readonly ports?: PortRange
  readonly random: boolean
  readonly fullyRandom: boolean
}

export type Target =
  | { readonly kind: 'accept' }
  | { readonly kind: 'return' }
  | { readonly kind: 'jump'; readonly chain: string }
  | { readonly kind: 'goto'; readonly chain: string }
  | ({ readonly kind: 'masquerade' } & PortChoice)
  | ({
      readonly kind: 'snat'
      readonly to?: AddressSpan
      readonly persistent: boolean
    } & PortChoice)
  | ({
      readonly kind: 'dnat'
      readonly to?: AddressSpan
      readonly persistent: boolean
    } & PortChoice)
  | ({ readonly kind: 'redirect' } & PortChoice)
  | { readonly kind: 'netmap'; readonly address: Address; readonly mask: readonly number[] }
  /** mark = (mark & ~mask) ^ value, which is how the kernel stores every way of writing MARK. */
  | { readonly kind: 'mark'; readonly value: number; readonly mask: number }
  | {
      readonly kind: 'connmark'
      readonly action: 'set' | 'save' | 'restore'
      readonly value: number
      readonly mask: number
      /** Save and restore only: mask of the mark written to. */
      readonly toMask: number
    }
  | {
      readonly kind: 'log'
      readonly prefix?: string
      readonly level?: number
      readonly options: readonly (
        | 'tcp-sequence'
        | 'tcp-options'
        | 'ip-options'
        | 'uid'
        | 'macdecode'
      )[]
    }

export type Hook = 'PREROUTING' | 'INPUT' | 'OUTPUT' | 'POSTROUTING'

export interface Chain {
  readonly name: string
  /** Built-in chains end in a policy; user chains (null) go back to their caller. */
  readonly policy: 'ACCEPT' | null
  readonly rules: readonly Rule[]
}

/** Table nat of one address family on one node. Built-in chains are always present. */
export interface NatTable {
  readonly family: Family
  readonly chains: readonly Chain[]
}

export type SetType = 'hash:net' | 'hash:ip' | 'hash:net,port' | 'hash:ip,port'

export interface IpSet {
  readonly name: string
  readonly type: SetType
  readonly family: Family
  /** Options of `create` that change nothing in a verdict, kept for printing. */
  readonly options: readonly string[]
  readonly entries: readonly IpSetEntry[]
}

export interface IpSetEntry {
  readonly address: Address
  readonly prefix: number
  /** Protocol number and ports, for types that have them. */
  readonly port?: { readonly protocol: number } & PortRange
  /** An exception: addresses in it are not in the set. */
  readonly nomatch: boolean
  /** Options of `add` that change nothing in a verdict, kept for printing. */
  readonly options?: readonly string[]
}

/** Everything that decides on packets on one node. */
export interface Ruleset {
  readonly nat4: NatTable
  readonly nat6: NatTable
  readonly sets: readonly IpSet[]
  /** What stands at the devices beside netfilter. */
  readonly programs?: readonly EgressProgram[]
}

/**
 * Which setting put a rule here. `code` belongs to the dataplane that wrote it, which also holds its
 * sentences; `keeps` says what a RETURN of this rule means to a reader, where it means anything:
 * `nothing`, that whoever wrote it leaves the packet to others.
 */
export interface Origin {
  readonly code: string
  readonly keeps?: 'link-local' | 'default-range' | 'configured-range' | 'nothing'
  /** Where in the configuration text: 1-based. */
  readonly place?: { readonly line: number; readonly column: number }
}
