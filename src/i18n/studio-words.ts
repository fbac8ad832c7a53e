import type { ConnectionKind } from '../scenario/studio/document/relations.ts'
import type { Lost } from '../scenario/studio/edit.ts'
import type { EndpointPreset, ThingKind } from '../scenario/studio/thing.ts'
import type { Chip, Sentence } from './sentence.ts'

/** What a palette offers: kinds of things, and of some kinds several sorts. */
export type PaletteItem =
  | Exclude<ThingKind, 'endpoint' | 'attachment'>
  | EndpointPreset
  | 'interconnect'
  | 'vpn'

/** What is said where a topology is drawn. A chunk of its own: whoever only plays does without. */
export interface StudioWords {
  /** The switch between playing and drawing. */
  readonly edit: string
  readonly undo: string
  readonly redo: string
  readonly locked: string
  readonly tools: string
  readonly board: { readonly label: string; readonly hint: string }
  readonly shelf: {
    readonly label: string
    readonly add: string
    readonly outline: string
    readonly hide: string
    readonly show: string
    readonly addHint: string
  }
  readonly items: Readonly<Record<PaletteItem, string>>
  readonly groups: Readonly<Record<'cloud' | 'cluster' | 'far' | 'flows', string>>
  readonly kinds: Readonly<Record<ThingKind, string>>
  readonly internet: string
  /** What comes of connecting two things. */
  readonly connections: Readonly<Record<ConnectionKind, string>>
  readonly fields: FieldWords
  readonly add: string
  readonly find: string
  readonly findHint: string
  readonly notFound: (text: string) => string
  readonly tidy: string
  readonly connect: string
  readonly move: string
  readonly rename: string
  readonly duplicate: string
  readonly remove: string
  readonly name: string
  readonly ok: string
  readonly cancel: string
  readonly filter: string
  readonly nothingFits: string
  readonly addTitle: string
  readonly connectTitle: (name: string) => string
  readonly moveTitle: (name: string) => string
  readonly renameTitle: (name: string) => string
  readonly properties: {
    readonly tab: string
    readonly none: string
    readonly several: (count: number) => string
    readonly actions: string
    readonly links: string
    readonly disconnect: (name: string) => string
  }
  readonly empty: { readonly title: string; readonly hint: string }
  readonly told: ToldText
}

/** How the fields of things are called, by the last part of their key, or by kind and key where that differs. */
export interface FieldWords {
  readonly labels: Readonly<Record<string, string>>
  readonly absent: string
  /** Of a list: one on each line. */
  readonly onePerLine: string
  readonly labelLines: string
  readonly addOne: (what: string) => string
  readonly removeOne: (what: string) => string
  readonly more: string
}

/** A thing as it is called, with its address and where it stands, as far as it has them. */
export interface Named {
  readonly kind: string
  readonly name: Chip
  readonly lines: readonly string[]
  readonly within: Chip | null
}

/** What was done, for whoever listens. Several things are only counted. */
export interface ToldText {
  readonly added: (things: readonly Named[]) => Sentence
  readonly removed: (things: readonly Named[], lost: Lost) => Sentence
  readonly copied: (things: readonly Named[]) => Sentence
  readonly moved: (things: readonly Named[]) => Sentence
  readonly nested: (things: readonly Named[]) => Sentence
  readonly met: (things: readonly Named[]) => Sentence
  readonly connected: (from: Named, to: Named) => Sentence
  readonly renamed: (was: Chip, now: Chip) => Sentence
  readonly tidied: string
  readonly locked: string
  readonly unlocked: string
  readonly 'is-locked': string
  readonly undone: string
  readonly redone: string
  readonly 'nothing-to-undo': string
  readonly 'nothing-to-redo': string
}
