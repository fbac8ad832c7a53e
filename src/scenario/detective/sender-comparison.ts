import type { Reason } from '../../engine/reason.ts'
import type { Outcome, Owner, PathCheck, PathStep, SourceSeen } from '../../engine/trace.ts'
import type { FlowSpec } from '../state.ts'

/** The same packet from two senders, question by question. Plain JSON. */
export interface SenderComparison {
  readonly senders: readonly [SenderAccount, SenderAccount]
  /** In the order of the path. */
  readonly rows: readonly SenderRow[]
  /** The first question that one of them fails and the other does not; null where there is none. */
  readonly parted: PathStep | null
  readonly finding: Finding
  readonly proves: readonly Proof[]
  readonly provesNot: readonly Proof[]
}

export interface SenderAccount {
  readonly name: string
  readonly kind: 'pod' | 'node' | 'endpoint'
  readonly flow: FlowSpec
  readonly outcome: Outcome
}

export interface SenderRow {
  readonly step: PathStep
  readonly cells: readonly [SenderCell, SenderCell]
}

export interface SenderCell {
  readonly state: PathCheck['state']
  /** Null where the question was not answered. */
  readonly reason: Reason | null
  /** The source that the packet carries after it; of the way out alone. */
  readonly source: SourceSeen | null
}

/** `same`: both fail at the same question; `apart`: at different ones. */
export type Finding = 'both-arrive' | 'first-arrives' | 'second-arrives' | 'same' | 'apart'

/** What a comparison does, or does not, prove. */
export type Proof =
  /** The far side lets this source in. */
  | { readonly code: 'source-accepted'; readonly owner: Owner; readonly address: string }
  /** The far side finds its way back to it. */
  | { readonly code: 'way-back'; readonly owner: Owner; readonly address: string }
  | { readonly code: 'port-open'; readonly address: string; readonly port: number }
  /** That what the one sends leaves with the source of the other. */
  | {
      readonly code: 'same-source'
      readonly sender: string
      readonly address: string
      readonly other: string
    }
  /** Whatever it is, it is not the source. */
  | { readonly code: 'not-the-source'; readonly step: PathStep }
