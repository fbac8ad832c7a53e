import type { ConfigNote, ConfigReport, SharedNote } from '../dataplanes/config-report.ts'
import type { DataplaneWords } from '../dataplanes/words.ts'
import type { Reason, ReasonCode, ReasonOf } from '../engine/reason.ts'
import type {
  Assumption,
  Deed,
  FailedMatch,
  Hop,
  Outcome,
  Owner,
  SharedAssumption,
  Stage,
  Step,
} from '../engine/trace.ts'
import type { Place, Zone } from '../scenario/evaluation.ts'
import type { Issue } from '../scenario/issue.ts'
import type { LinkIssue } from '../share/link-issue.ts'
import type { EngineFault } from '../worker/protocol.ts'
import type { Fate } from './fate.ts'
import type { Language } from './language.ts'
import { plain, type Sentence } from './sentence.ts'
import type { FillTemplate } from './template.ts'
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
  readonly assumptions: { readonly [C in SharedAssumption]: (assumption: Assumption) => Sentence }
  readonly config: ConfigText
  /** Makes sentences of this language out of a dataplane's own words. */
  readonly fill: FillTemplate
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
  /** Sources that a host lets in itself; null where it lets in nobody. */
  readonly allows: (sources: string | null) => string
  readonly owners: Readonly<Record<Owner, string>>
  readonly moods: Readonly<Record<Hop['mood'], string>>
  readonly outcomes: Readonly<Record<Fate, string>>
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

/** What a dataplane says of itself in the same language; null where that could not be fetched. */
export type Own = DataplaneWords | null

/** Which setting put a rule there, with the line of the manifests where there is one. Null: unknown. */
export function originSentence(
  { fill }: Messages,
  own: Own,
  origin: string,
  line: number | null,
): Sentence | null {
  const origins = own?.origins ?? {}
  const withLine = line === null ? null : entryOf(origins, `${origin}@line`)
  const text = withLine ?? entryOf(origins, origin)
  return text === null ? null : fill(text, { line: String(line ?? '') })
}

/** Why an agent runs, or does not. */
export function agentSentence({ fill }: Messages, own: Own, why: string): Sentence | null {
  const text = entryOf(own?.agentWhy ?? {}, why)
  return text === null ? null : fill(text)
}

export const writerName = (own: Own, writer: string): string =>
  entryOf(own?.writers ?? {}, writer) ?? writer

/** The bare code where nobody has a sentence for it. */
export function noteSentence({ config, fill }: Messages, own: Own, note: ConfigNote): Sentence {
  const text = entryOf(own?.notes ?? {}, note.code)
  if (text !== null) return fill(text, { line: String(note.line ?? ''), ...note.params })
  return entryOf<(note: ConfigNote) => Sentence>(config.notes, note.code)?.(note) ?? [note.code]
}

export function refuserSentence({ config, fill }: Messages, own: Own, by: string): Sentence {
  const text = entryOf(own?.refusedBy ?? {}, by)
  return text === null ? (entryOf(config.refusedBy, by) ?? [by]) : fill(text)
}

/** What the engine, or the dataplane, had to suppose. */
export function assumptionSentence(
  { assumptions, fill }: Messages,
  own: Own,
  assumption: Assumption,
): Sentence {
  const say = entryOf<(assumption: Assumption) => Sentence>(assumptions, assumption.code)
  if (say !== null) return say(assumption)
  const text = entryOf(own?.assumptions ?? {}, assumption.code)
  return text === null
    ? [assumption.code]
    : fill(text, assumption.detail === undefined ? {} : { detail: assumption.detail })
}

/** How a setting is called, and what it does; its bare key where nobody has words for it. */
export function settingText(
  { fill }: Messages,
  own: Own,
  key: string,
): { readonly label: string; readonly help: Sentence } {
  const text = entryOf(own?.settings ?? {}, key)
  return text === null
    ? { label: key, help: [] }
    : { label: plain(fill(text.label)), help: fill(text.help) }
}

const entryOf = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null
