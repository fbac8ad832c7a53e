import type { Mark } from './mark.ts'

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

export type MarkerKind =
  | 'stream-start'
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'

export interface ScalarToken {
  readonly kind: 'scalar'
  readonly value: string
  readonly style: ScalarStyle
  readonly start: Mark
  readonly end: Mark
}

/** What the scanner makes of the text; the parser makes events of it. */
export type Token =
  | { readonly kind: MarkerKind; readonly start: Mark; readonly end: Mark }
  | {
      readonly kind: 'anchor' | 'alias'
      readonly name: string
      readonly start: Mark
      readonly end: Mark
    }
  | {
      readonly kind: 'tag'
      /** '' for a verbatim tag and for `!` alone. */
      readonly handle: string
      readonly suffix: string
      readonly start: Mark
      readonly end: Mark
    }
  | {
      readonly kind: 'version-directive'
      readonly major: number
      readonly minor: number
      readonly start: Mark
      readonly end: Mark
    }
  | {
      readonly kind: 'tag-directive'
      readonly handle: string
      readonly prefix: string
      readonly start: Mark
      readonly end: Mark
    }
  | ScalarToken

export type TokenKind = Token['kind']
