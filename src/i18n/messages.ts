import type { ConfigNote, ConfigReport, SharedNote } from '../dataplanes/config-report.ts'
import type { DeployedBecause } from '../dataplanes/gke-standard/agent-deployed.ts'
import type { AgentOrigin } from '../dataplanes/ip-masq-agent/rules.ts'
import type { Reason, ReasonCode, ReasonOf } from '../engine/reason.ts'
import type {
  Assumption,
  Deed,
  FailedMatch,
  Hop,
  Outcome,
  Owner,
  Stage,
  Step,
} from '../engine/trace.ts'
import type { Place, Zone } from '../scenario/evaluation.ts'
import type { Issue } from '../scenario/issue.ts'
import type { LinkIssue } from '../share/link-issue.ts'
import type { EngineFault } from '../worker/protocol.ts'
import type { Language } from './language.ts'
import type { Sentence } from './sentence.ts'
import type { UiText } from './ui.en.ts'

/** Everything that is said in one language. A language with a sentence missing does not compile. */
export interface Messages {
  readonly language: Language
  readonly ui: UiText
  readonly names: NameText
  readonly reasons: ReasonText
  readonly failedMatch: FailedMatchText
  readonly steps: Table<Step, 'kind'>
  readonly deeds: Table<Deed, 'kind'>
  readonly assumptions: Table<Assumption, 'code'>
  readonly config: ConfigText
  readonly dataplane: DataplaneText
  readonly issues: Table<Issue, 'code'>
  readonly faults: Table<EngineFault, 'code'>
  readonly linkIssues: Table<LinkIssue, 'code'>
}

/** A sentence for each value that the `tag` of a union may have. */
export type Table<U, Tag extends keyof U> = {
  readonly [K in U[Tag] & string]: (item: MemberOf<U, Tag, K>) => Sentence
}

/** Like `Extract`, but also finds a member that shares its shape among several tags. */
type MemberOf<U, Tag extends keyof U, K> = U extends unknown
  ? K extends U[Tag]
    ? U
    : never
  : never

export type ReasonText = { readonly [C in ReasonCode]: (reason: ReasonOf<C>) => Sentence }

/** One word or two, for labels. */
export interface NameText {
  readonly stages: Readonly<Record<Stage, string>>
  readonly places: Readonly<Record<Place['kind'], string>>
  readonly zones: Readonly<Record<Zone['kind'], string>>
  readonly owners: Readonly<Record<Owner, string>>
  readonly moods: Readonly<Record<Hop['mood'], string>>
  readonly outcomes: Readonly<Record<Outcome['kind'], string>>
  /** What became of the source address. */
  readonly sources: Readonly<Record<Outcome['source'], string>>
}

export interface FailedMatchText {
  readonly sentence: (failed: FailedMatch) => Sentence
  /** For the row of a table: `first octet differs`. */
  readonly short: (failed: FailedMatch) => string
}

export interface ConfigText {
  readonly states: Readonly<Record<ConfigReport['state'], Sentence>>
  /** Stands before the tool's own words. */
  readonly refusedBy: Readonly<Record<'kubectl' | 'agent' | 'iptables-restore', Sentence>>
  readonly notes: { readonly [C in SharedNote]: (note: ConfigNote) => Sentence }
}

/** The origins that dataplanes give their rules; they cross the worker as plain strings. */
export type OriginCode =
  | AgentOrigin
  | 'bootstrap-jump'
  | 'bootstrap-link-local'
  | 'bootstrap-range'
  | 'bootstrap-masquerade'

export interface DataplaneText {
  /** Which setting put a rule there; `line` is the one of the editor's text, where there is one. */
  readonly origins: { readonly [C in OriginCode]: (line: number | null) => Sentence }
  readonly agentWhy: Readonly<Record<DeployedBecause, Sentence>>
  readonly writers: Readonly<Record<'agent' | 'bootstrap' | 'nobody', string>>
}

/** The sentence that a table holds for this member of its union. */
export function sentenceFor<U, Tag extends keyof U>(
  table: Table<U, Tag>,
  tag: Tag,
  item: U,
): Sentence {
  // The table has an entry for each tag, and it takes the member that carries that tag: the
  // compiler checked both where the table was written, but cannot follow the pair through a lookup.
  const write = table[item[tag] as U[Tag] & string] as (item: U) => Sentence
  return write(item)
}

export const reasonSentence = ({ reasons }: Messages, reason: Reason): Sentence =>
  sentenceFor<Reason, 'code'>(reasons, 'code', reason)

/** Null for a rule of unknown origin. */
export function originSentence(
  { dataplane }: Messages,
  origin: string,
  line: number | null,
): Sentence | null {
  return entryOf(dataplane.origins, origin)?.(line) ?? null
}

export const agentSentence = ({ dataplane }: Messages, why: string): Sentence | null =>
  entryOf(dataplane.agentWhy, why)

export const writerName = ({ dataplane }: Messages, writer: string): string =>
  entryOf(dataplane.writers, writer) ?? writer

/** The bare code where nobody has a sentence for it. */
export const noteSentence = ({ config }: Messages, note: ConfigNote): Sentence =>
  entryOf<(note: ConfigNote) => Sentence>(config.notes, note.code)?.(note) ?? [note.code]

export const refuserSentence = ({ config }: Messages, by: string): Sentence =>
  entryOf(config.refusedBy, by) ?? [by]

const entryOf = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null
