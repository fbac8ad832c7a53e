import type { Counter } from '../../engine/counters.ts'
import type { InterfacePattern, Match, Target } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { NamedSet, OpenModule, RuleModule, RuleSoFar } from '../module.ts'
import type { OptionReader, OptionSpec } from '../words/getopt.ts'
import type { Word } from '../words/word.ts'
import { ZERO } from '../zero.ts'
import type { Command } from './invocation.ts'

/** Who reads the command: iptables itself, or iptables-restore with its table fixed. */
export interface Setting {
  readonly family: Family
  readonly restore: boolean
  readonly sets: readonly NamedSet[] | undefined
}

export interface UsedModule<T> {
  readonly module: RuleModule<T>
  readonly open: OpenModule<T>
  readonly at: Word
}

/** A command line while it is read from left to right. */
export interface Reading {
  readonly setting: Setting
  readonly reader: OptionReader
  command: Command | null
  chain: Word | null
  number: number
  argument: Word | null
  table: string
  /** Letters of the options that were given, and of those with a `!` before them. */
  readonly used: Set<string>
  readonly negated: Set<string>
  readonly values: Map<string, Word>
  /** As written, in lower case, and as a number. */
  protocol: { readonly text: string; readonly number: number } | null
  readonly interfaces: Map<string, InterfacePattern>
  readonly matches: UsedModule<Match>[]
  target: UsedModule<Target> | null
  /** The word after `-j` or `-g`; empty where there is none. */
  jumpTo: string
  isGoto: boolean
  /** Options of the modules loaded, the newest first. */
  specs: readonly OptionSpec[]
  protocolLoaded: boolean
  counter: Counter
  /** A line for the other family: `-6` in iptables-restore, `-4` in ip6tables-restore. */
  ignored: boolean
}

export function startReading(reader: OptionReader, setting: Setting): Reading {
  return {
    setting,
    reader,
    command: null,
    chain: null,
    number: 0,
    argument: null,
    table: setting.restore ? 'nat' : 'filter',
    used: new Set(),
    negated: new Set(),
    values: new Map(),
    protocol: null,
    interfaces: new Map(),
    matches: [],
    target: null,
    jumpTo: '',
    isGoto: false,
    specs: [],
    protocolLoaded: false,
    counter: ZERO,
    ignored: false,
  }
}

export const programOf = ({ family, restore }: Setting): string =>
  `ip${family === 6 ? '6' : ''}tables${restore ? '-restore' : ''}`

export const soFar = ({ setting, protocol, negated }: Reading): RuleSoFar => ({
  family: setting.family,
  protocol: protocol?.number ?? 0,
  protocolNegated: negated.has('p'),
  sets: setting.sets,
})

const MAY_BE_NEGATED = 'sdpiof'

/** Notes that an option was given. Source: set_option of iptables 1.8.9. */
export function noteOption(reading: Reading, letter: string, negated: boolean): Complaint | null {
  if (reading.used.has(letter)) {
    return complaint('repeated-option', `multiple -${letter} flags not allowed`)
  }
  reading.used.add(letter)
  if (!negated) return null
  if (!MAY_BE_NEGATED.includes(letter)) {
    return complaint('not-invertible', `cannot have ! before -${letter}`)
  }
  reading.negated.add(letter)
  return null
}
