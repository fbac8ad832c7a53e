import type { FieldChange } from '../../engine/trace.ts'
import type { Chip, Sentence } from '../sentence.ts'
import type { TwinPart } from './twin.ts'

/** What only the text twin says: the rest it has from the catalogues of the screen. */
export interface TwinWords {
  readonly title: (scenario: string) => Sentence
  /** Legs and questions are called as on the screen. */
  readonly headings: Readonly<Record<Exclude<TwinPart, 'outward' | 'reply' | 'path'>, string>>
  readonly scenario: (title: string) => Sentence
  readonly system: (name: string) => Sentence
  readonly defaultSnat: (cluster: string, on: boolean) => Sentence
  /** What became of the text in the editor. */
  readonly manifests: Readonly<Record<'applied' | 'draft' | 'none', Sentence>>
  readonly sends: (from: string, packet: Sentence) => Sentence
  /** It began before the last change of the cluster. */
  readonly existing: Sentence
  /** Stands between the facts of a thing. */
  readonly between: string
  readonly more: (count: number) => Sentence
  readonly external: (address: string) => Sentence
  /** Who ended the journey; `place` is its kind and its name. */
  readonly endedBy: {
    readonly dropped: (place: Sentence) => Sentence
    readonly unanswered: (place: Sentence) => Sentence
    readonly delivered: (place: Sentence) => Sentence
    readonly undetermined: (place: Sentence) => Sentence
  }
  readonly why: (reason: Sentence) => Sentence
  readonly firstFailure: (step: string) => Sentence
  /** `text`: as its own tool prints it; null where that is not known. */
  readonly decidedBy: (node: string, chain: string, line: number, text: string | null) => Sentence
  readonly noRuleDecided: (node: string) => Sentence
  readonly sourceWas: (because: Sentence) => Sentence
  readonly notice: (symptom: Sentence) => Sentence
  readonly chance: (percent: number, summary: Sentence) => Sentence
  readonly packet: (packet: Sentence) => Sentence
  readonly verdict: (mood: string) => Sentence
  readonly changed: Readonly<Record<FieldChange['field'], (from: Chip, to: Chip) => Sentence>>
  readonly rule: (chain: string, line: number, text: string | null) => Sentence
  readonly moreRules: (count: number) => Sentence
  readonly check: (name: string, asks: string, state: string) => Sentence
  readonly remembers: (node: string) => Sentence
  readonly fix: (number: number) => Sentence
}
