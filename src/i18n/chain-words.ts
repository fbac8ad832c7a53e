import type { MissingBecause } from '../scenario/chain-facts/chain-facts.ts'
import type { Sentence } from './sentence.ts'

/** What is said of single rules of a chain, and of stepping from one to the next. */
export interface ChainWords {
  /** Of a row that decided nothing, and of one that did. */
  readonly whyNot: string
  readonly why: string
  readonly stopAt: (line: number, chain: string) => string
  readonly stopsHere: string
  readonly shadowed: (line: number) => string
  readonly shadowedBy: (line: number, chain: string) => Sentence
  readonly missing: string
  readonly missingBecause: Readonly<Record<MissingBecause, Sentence>>
  readonly missingChain: (chain: string, rules: string) => Sentence
  /** Of a row behind the one that ended the walk of its chain. */
  readonly endedBefore: (line: number, chain: string) => Sentence
  readonly endedByPolicy: Sentence
  readonly neverEntered: (chain: string) => Sentence
  readonly wouldMatch: string
  readonly wouldNotMatch: string
  readonly wouldByChance: (percent: string) => string
  readonly counted: (packets: number, bytes: number) => string
  readonly countedSpoken: (packets: number, bytes: number) => string
  /** In a fold, while one of its rules is tried. */
  readonly trying: (rule: number, of: number) => string
  readonly into: string
  readonly backOut: string
  /** The name of what steps through the rows of a chain, and of its slider. */
  readonly stepping: string
  readonly row: string
  readonly atRow: (row: number, of: number) => string
  /** Playing has come to a rule at which it was to stop. */
  readonly stoppedAt: (line: number, chain: string) => string
  readonly clearStops: (stops: number) => string
  /** Of a button that is pressed while the configuration is seen under the rules. */
  readonly besideConfig: string
  readonly over: string
  readonly jumpToResult: string
  readonly stepsThrough: (rules: number) => string
}
