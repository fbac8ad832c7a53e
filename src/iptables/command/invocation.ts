import type { Counter } from '../../engine/counters.ts'
import type { BaseMatch, Match, Target } from '../../engine/rule.ts'
import type { Word } from '../words/word.ts'

/** Letter of a command: `-A`, `-I`, …; `D#` and `Z#` are `-D` and `-Z` with a number. */
export type Command =
  | 'A'
  | 'C'
  | 'D'
  | 'D#'
  | 'E'
  | 'F'
  | 'I'
  | 'L'
  | 'N'
  | 'P'
  | 'R'
  | 'S'
  | 'X'
  | 'Z'
  | 'Z#'

/** A rule as it was written, not yet in a chain. */
export interface RuleSpec {
  readonly base: BaseMatch
  readonly matches: readonly Match[]
  readonly target: Target | null
}

/** One iptables command line, understood. */
export interface Invocation {
  /** Null: nothing to do, e.g. a line that is for the other family. */
  readonly command: Command | null
  readonly table: string
  readonly chain: Word | null
  /** Of `-I`, `-R`, `-D`: 1-based; 0 where none was given. */
  readonly number: number
  /** The policy of `-P`, the new name of `-E`. */
  readonly argument: string
  /** Several where `-s` or `-d` lists several addresses. */
  readonly rules: readonly RuleSpec[]
  readonly counter: Counter
}
