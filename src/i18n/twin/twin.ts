import type { Sentence } from '../sentence.ts'

/**
 * The screen as a text: what whoever sees the map sees, in the order in which it happens. Made of codes
 * and sentences, so that the page draws it and the command line prints it.
 */
export interface Twin {
  readonly title: Sentence
  readonly sections: readonly TwinSection[]
}

export interface TwinSection {
  readonly part: TwinPart
  readonly heading: string
  readonly says: readonly Sentence[]
  readonly items: readonly TwinItem[]
  /** Whether the items follow upon each other. */
  readonly ordered: boolean
}

export type TwinPart =
  | 'result'
  | 'scenario'
  | 'map'
  | 'outward'
  | 'reply'
  | 'path'
  | 'memory'
  | 'assumed'
  | 'fixes'

export interface TwinItem {
  readonly says: Sentence
  readonly items: readonly TwinItem[]
  /** Counted over both legs, from 0, where the item is a hop. */
  readonly hop?: number
}

export const item = (says: Sentence, items: readonly TwinItem[] = []): TwinItem => ({ says, items })
