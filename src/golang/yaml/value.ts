import type { Scalar } from './resolve.ts'

/** A document as Go holds it after `yaml.Unmarshal` into an `interface{}`. */
export type YamlValue =
  | Scalar
  | { readonly kind: 'list'; readonly items: readonly Located[] }
  | YamlMap

export interface YamlMap {
  readonly kind: 'map'
  /** By identity of the key: the number 1 and the text "1" are two keys. */
  readonly entries: Map<string, YamlEntry>
}

export interface YamlEntry {
  readonly key: Scalar
  readonly keyStart: number
  readonly keyEnd: number
  readonly at: Located
}

/** A value and where it is written: UTF-16 units from the start of the text. */
export interface Located {
  readonly value: YamlValue
  readonly start: number
  readonly end: number
}

export const keyIdentity = (key: Scalar): string =>
  key.kind === 'null' ? 'null' : `${key.kind}:${key.value}`
