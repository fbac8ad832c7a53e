import type { Outcome, PathStep } from '../engine/trace.ts'
import type { Change, ChangeCode, ChangeNote } from '../scenario/detective/change.ts'
import type { Cause, Effects } from '../scenario/detective/diagnosis.ts'
import type { Proof, SenderComparison } from '../scenario/detective/sender-comparison.ts'
import type { Table } from './messages.ts'
import type { Chip, Sentence } from './sentence.ts'

/** What is said where one looks for why a flow fails, and for what would help. */
export interface DetectiveWords {
  readonly open: string
  readonly compare: string
  readonly allow: string
  readonly title: string
  readonly close: string
  readonly searching: string
  readonly notSent: string
  readonly fine: (outcome: Outcome) => Sentence
  readonly causes: string
  readonly cause: Readonly<Record<Cause['kind'], string>>
  readonly removedBy: (count: number) => string
  readonly fixes: (count: number) => string
  readonly noFixes: string
  readonly incomplete: string
  readonly apply: string
  readonly applyNamed: (fix: number) => string
  readonly applied: string
  readonly undo: string
  readonly out: string
  readonly in: string
  readonly inCluster: (cluster: Chip) => Sentence
  readonly changes: { readonly [C in ChangeCode]: (change: Pick<Change, 'params'>) => Sentence }
  readonly notes: Readonly<Record<ChangeNote, string>>
  /** Stands before an address. */
  readonly seenAfter: string
  readonly noEffects: (effects: Effects) => string
  readonly effects: (effects: Effects) => string
  readonly verdicts: Readonly<Record<Outcome['kind'], string>>
  readonly senders: SenderWords
}

/** The same packet from two senders. */
export interface SenderWords {
  readonly title: (compared: SenderComparison) => string
  readonly about: {
    readonly [F in SenderComparison['finding']]: (compared: SenderComparison) => Sentence
  }
  readonly parted: (step: string) => string
  readonly step: string
  readonly proves: string
  readonly provesNot: string
  readonly proofs: (stepName: (step: PathStep) => string) => Table<Proof, 'code'>
}
