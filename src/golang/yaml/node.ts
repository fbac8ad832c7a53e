import type { ScalarStyle } from './token.ts'

/** A document as it is written. Offsets are UTF-16 units from the start of the text. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode | AliasNode

interface Span {
  readonly start: number
  readonly end: number
}

export interface ScalarNode extends Span {
  readonly kind: 'scalar'
  readonly value: string
  /** Long form, '' where there is none. */
  readonly tag: string
  /** Plain and untagged, or tagged `!`: its text decides what it is. */
  readonly implicit: boolean
  readonly style: ScalarStyle
}

export interface SequenceNode extends Span {
  readonly kind: 'sequence'
  readonly flow: boolean
  readonly items: YamlNode[]
}

export interface MappingNode extends Span {
  readonly kind: 'mapping'
  readonly flow: boolean
  readonly pairs: { readonly key: YamlNode; readonly value: YamlNode }[]
}

export interface AliasNode extends Span {
  readonly kind: 'alias'
  readonly name: string
  readonly target: YamlNode
}
