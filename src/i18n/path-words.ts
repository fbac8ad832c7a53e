import type { Missing, MissingCode, PathCheck, PathStep, Symptom } from '../engine/trace.ts'
import type { Sentence } from './sentence.ts'

/** What is said of the whole path: its questions, where it ends, and what one then sees. */
export interface PathWords {
  readonly title: string
  readonly steps: Readonly<Record<PathStep, { readonly name: string; readonly asks: string }>>
  readonly states: Readonly<Record<PathCheck['state'], string>>
  /** Taken for granted: nobody tells otherwise. */
  readonly assumed: string
  /** Stands before the reason. */
  readonly firstFailure: (step: string) => string
  readonly notTold: string
  readonly missing: { readonly [C in MissingCode]: (missing: Missing) => Sentence }
  readonly seen: string
  readonly symptoms: Readonly<Record<Symptom, Readonly<Record<Talk, Sentence>>>>
}

/** How whoever connects would notice: a new connection, one that is open, a datagram, an echo. */
export type Talk = 'connect' | 'open' | 'datagram' | 'echo'
