import type { Hook, Match, Target } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import type { Result } from '../net/result.ts'
import type { Complaint } from './issue.ts'
import type { PortProtocol } from './names/services.ts'

/** What of a rule is known while its options are read, from left to right. */
export interface RuleSoFar {
  readonly family: Family
  /** 0 while there is no `-p`. */
  readonly protocol: number
  readonly protocolNegated: boolean
  /** The sets there are; undefined: any name will do. */
  readonly sets: readonly NamedSet[] | undefined
}

export interface NamedSet {
  readonly name: string
  readonly family: Family
}

export interface OptionUse {
  /** As the module calls it first, whichever synonym or abbreviation was written. */
  readonly option: string
  /** Empty where the option takes none. */
  readonly value: string
  readonly negated: boolean
  /** Takes the next word, for options of two arguments; null where there is none to take. */
  readonly second: () => string | null
}

/** A match or target module that was named in a rule and now takes its options. */
export interface OpenModule<T> {
  readonly take: (use: OptionUse, rule: RuleSoFar) => Complaint | null
  /** What the module says when all options are read. */
  readonly check: () => Complaint | null
  /** What the kernel would be given; null where that is nothing at all. */
  readonly build: (rule: RuleSoFar) => Result<T | null, Complaint>
}

export interface ModuleOption {
  readonly name: string
  readonly synonyms?: readonly string[]
  readonly takes: 'nothing' | 'value'
}

/** A match or target by the name that `-m` or `-j` gives. */
export interface RuleModule<T> {
  readonly name: string
  readonly family?: Family
  readonly options: readonly ModuleOption[]
  readonly open: () => OpenModule<T>
}

/** Where the kernel is asked to put a rule. */
export interface Place {
  readonly family: Family
  /** Null for a user chain. */
  readonly hook: Hook | null
  readonly protocol: number
  readonly protocolNegated: boolean
}

/** How a listing is wanted, and of what rule. */
export interface Listing {
  readonly numeric: boolean
  readonly protocol: number
  /** Null where it has none, or where numbers are wanted. */
  readonly serviceName: (port: number, protocol: PortProtocol) => string | null
}

/** How one kind of match is written. How it is read stands beside it, apart: a page only prints. */
export interface MatchText<M extends Match> {
  /** The name after `-m`. */
  readonly name: (match: M) => string
  /** As iptables-save writes its options: each with a space before it. */
  readonly save: (match: M) => string
  /** As `iptables -L` shows it, with a space before it. */
  readonly list: (match: M, listing: Listing) => string
  /** True where the kernel answers EINVAL. */
  readonly refused?: (match: M, place: Place) => boolean
}

/** The same of a target. */
export interface TargetText<T extends Target> {
  readonly name: (target: T) => string
  readonly save: (target: T) => string
  readonly list: (target: T, listing: Listing) => string
  /** Hooks that may be reached; absent: all. */
  readonly hooks?: readonly Hook[]
}
