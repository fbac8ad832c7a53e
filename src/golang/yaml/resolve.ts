import { err, ok, type Result } from '../../net/result.ts'
import { isTimestamp } from './timestamp.ts'

/** What a scalar means to Go, as `interface{}` would hold it. */
export type Scalar =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** int, or int64 that a 64-bit machine keeps as int. */
  | { readonly kind: 'int'; readonly value: bigint }
  /** Above the largest int64. */
  | { readonly kind: 'uint'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }

const LONG = 'tag:yaml.org,2002:'
const shortTag = (tag: string): string =>
  tag.startsWith(LONG) ? `!!${tag.slice(LONG.length)}` : tag

const KINDS = ['str', 'bool', 'int', 'float', 'null', 'timestamp'].map((name) => LONG + name)

/**
 * YAML 1.1 as go-yaml knows it: yes, on and y are booleans, 010 is eight, 1_000 a thousand.
 * Expects the text of a plain scalar (`tag` '') or of a tagged one (`tag` in its long form). The
 * error is go-yaml's, without "yaml: ".
 * Source: go-yaml v2.4.0, resolve.go.
 */
export function resolveScalar(text: string, tag: string): Result<Scalar, string> {
  if (tag !== '' && !KINDS.includes(tag)) return ok(asString(text))
  if (tag === `${LONG}str`) return ok(asString(text))
  // An untagged one becomes text as well, as nothing else matches it.
  if (tag === `${LONG}timestamp` && isTimestamp(text)) return ok(asString(text))
  const scalar = resolvePlain(text)
  const found = LONG + TAG_NAMES[scalar.kind]
  if (tag === '' || tag === found) return ok(scalar)
  if (tag === `${LONG}float` && scalar.kind === 'int') {
    return ok({ kind: 'float', value: Number(scalar.value) })
  }
  return err(`cannot decode ${shortTag(found)} \`${text}\` as a ${shortTag(tag)}`)
}

const TAG_NAMES = {
  null: 'null',
  bool: 'bool',
  int: 'int',
  uint: 'int',
  float: 'float',
  string: 'str',
} as const

const asString = (value: string): Scalar => ({ kind: 'string', value })

const WORDS = new Map<string, Scalar>([
  ...spellings(['y', 'yes', 'true', 'on'], { kind: 'bool', value: true }),
  ...spellings(['n', 'no', 'false', 'off'], { kind: 'bool', value: false }),
  ...spellings(['', '~', 'null'], { kind: 'null' }),
  ...spellings(['.inf', '+.inf'], { kind: 'float', value: Number.POSITIVE_INFINITY }),
  ...spellings(['-.inf'], { kind: 'float', value: Number.NEGATIVE_INFINITY }),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, { kind: 'float', value: Number.NaN }] as const),
])

/** As it stands, with a capital, and all in capitals. */
function spellings(words: readonly string[], scalar: Scalar): [string, Scalar][] {
  return words.flatMap((word) =>
    [word, word.replace(/[a-z]/, (letter) => letter.toUpperCase()), word.toUpperCase()].map(
      (spelling): [string, Scalar] => [spelling, scalar],
    ),
  )
}

function resolvePlain(text: string): Scalar {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  if (text.startsWith('.')) return readPointFloat(text) ?? asString(text)
  if (!/^[-+0-9]/.test(text)) return asString(text)
  const plain = text.replaceAll('_', '')
  return readInt(plain) ?? readFloat(plain) ?? readSignedBinary(plain) ?? asString(text)
}

const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/
const MAX_INT64 = 2n ** 63n - 1n
const MAX_UINT64 = 2n ** 64n - 1n

function readInt(plain: string): Scalar | null {
  const [, sign = '', digits = ''] = INTEGER.exec(plain) ?? []
  if (digits === '') return null
  const octal = /^0[oO]?([0-7]+)$/.exec(digits)
  return sized(sign, BigInt(octal ? `0o${octal[1]}` : digits))
}

/** An int where it fits one; else a uint, which takes no sign. */
function sized(sign: string, magnitude: bigint): Scalar | null {
  const value = sign === '-' ? -magnitude : magnitude
  if (value >= -MAX_INT64 - 1n && value <= MAX_INT64) return { kind: 'int', value }
  return sign === '' && value <= MAX_UINT64 ? { kind: 'uint', value } : null
}

const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/

/** A number too large for a float64 is no number to Go, and stays text. */
function readFloat(plain: string): Scalar | null {
  const value = FLOAT.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(value) ? { kind: 'float', value } : null
}

/** Here an underscore must stand between digits. */
const readPointFloat = (text: string): Scalar | null =>
  /(?<!\d)_|_(?!\d)/.test(text) ? null : readFloat(text.replaceAll('_', ''))

/** `0b-101`: go-yaml cuts off the 0b and reads the rest as a number of its own. */
function readSignedBinary(plain: string): Scalar | null {
  const [, sign = '', digits = ''] = /^0b([-+])([01]+)$/.exec(plain) ?? []
  const scalar = digits === '' ? null : sized(sign, BigInt(`0b${digits}`))
  return scalar?.kind === 'int' ? scalar : null
}
