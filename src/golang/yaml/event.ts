import type { Mark } from './mark.ts'
import type { ScalarStyle } from './token.ts'

interface Span {
  readonly start: Mark
  readonly end: Mark
}

/** What the parser makes of the tokens: the document as a walk through its nodes. */
export type Event =
  | (Span & {
      readonly kind:
        | 'stream-start'
        | 'stream-end'
        | 'document-start'
        | 'document-end'
        | 'sequence-end'
        | 'mapping-end'
    })
  | (Span & { readonly kind: 'alias'; readonly name: string })
  | (Span & {
      readonly kind: 'sequence-start' | 'mapping-start'
      readonly anchor: string | null
      readonly flow: boolean
    })
  | ScalarEvent

export type ScalarEvent = Span & {
  readonly kind: 'scalar'
  readonly anchor: string | null
  /** Long form, '' where there is none. */
  readonly tag: string
  readonly value: string
  readonly style: ScalarStyle
  /** Plain and untagged, or tagged `!`: its text decides what it is. */
  readonly implicit: boolean
}
