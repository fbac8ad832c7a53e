/** A JSON value as it is written: numbers keep their text, objects their order and double keys. */
export type JsonValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly Located[] }
  | { readonly kind: 'object'; readonly members: readonly Member[] }

/** A value and where it is written: UTF-16 units from the start of the text. */
export interface Located {
  readonly value: JsonValue
  readonly start: number
  readonly end: number
}

export interface Member {
  readonly key: string
  readonly keyStart: number
  readonly keyEnd: number
  readonly at: Located
}

/** Arrays and objects in each other that are refused. Source: Go 1.19, encoding/json/scanner.go. */
export const MAX_NESTING = 10_000
