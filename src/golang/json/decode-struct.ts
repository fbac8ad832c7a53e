import type { JsonValue, Located } from './value.ts'

/**
 * One field of a Go struct, filled by `decodeStruct`. It keeps what it held before where the JSON
 * says nothing, or null, of it.
 */
export interface Field {
  /** `raw`: the value as the JSON has it. */
  readonly decode: (at: Located, raw: () => string) => Trouble | null
}

export type Trouble =
  /** Go goes on and reports the first of these at the end. */
  | {
      readonly kind: 'mismatch'
      /** What the JSON has: `string`, `number 1.5`, `array` … */
      readonly got: string
      readonly goType: string
      readonly at: Located
    }
  /** A method of the field's own type failed: nothing is read any further. */
  | { readonly kind: 'refused'; readonly text: string; readonly at: Located }
  | {
      readonly kind: 'refused-mismatch'
      readonly got: string
      readonly goType: string
      readonly at: Located
    }

/** What Go says of the JSON, and where. */
export interface DecodeError {
  readonly text: string
  readonly at: Located
}

export interface Struct {
  /** As Go names it in errors: `main.MasqConfig`. */
  readonly goType: string
  /** By the name in the JSON. */
  readonly fields: ReadonlyMap<string, Field>
}

/**
 * Fills the fields from an object, as Go's `json.Unmarshal` fills a struct that has values already:
 * names match in any letter case, unknown ones are skipped, of two equal ones the later one comes on
 * top, and the first type error is reported only after the whole object was read.
 * Source: Go 1.19, encoding/json/decode.go.
 */
export function decodeStruct(
  at: Located,
  { goType, fields }: Struct,
  raw: (at: Located) => string,
): DecodeError | null {
  const { value } = at
  if (value.kind === 'null') return null
  if (value.kind !== 'object') {
    const text = `json: cannot unmarshal ${nameOf(value)} into Go value of type ${goType}`
    return { text, at }
  }
  let first: DecodeError | null = null
  for (const member of value.members) {
    const name = fieldName(member.key, fields)
    const trouble = fields.get(name)?.decode(member.at, () => raw(member.at)) ?? null
    if (trouble === null) continue
    const error = { text: troubleText(trouble, goType, name), at: trouble.at }
    if (trouble.kind !== 'mismatch') return error
    first ??= error
  }
  return first
}

function troubleText(trouble: Trouble, goType: string, name: string): string {
  if (trouble.kind === 'refused') return trouble.text
  const struct = goType.slice(goType.lastIndexOf('.') + 1)
  const { got, goType: wanted } = trouble
  return `json: cannot unmarshal ${got} into Go struct field ${struct}.${name} of type ${wanted}`
}

/** The field that a key means: of its exact name, else the first that differs in letter case only. */
export function fieldName(key: string, fields: ReadonlyMap<string, unknown>): string {
  if (fields.has(key)) return key
  const folded = foldCase(key)
  for (const name of fields.keys()) if (foldCase(name) === folded) return name
  return key
}

/** The long s and the Kelvin sign count as s and k. Source: Go 1.19, encoding/json/fold.go. */
const foldCase = (name: string): string =>
  name
    .replaceAll('\u017f', 's')
    .replaceAll('\u212a', 'k')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** What Go calls a JSON value in its errors. */
export const nameOf = (value: JsonValue): string => value.kind
