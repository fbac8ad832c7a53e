import { wellFormed } from '../well-formed.ts'
import type { JsonValue } from './value.ts'

/**
 * A string, number or word of JSON; or where and in which context it goes wrong. `cut`: only the end of
 * the text is wrong with it.
 */
export type Scanned =
  | { readonly value: JsonValue; readonly end: number }
  | { readonly value: null; readonly end: number; readonly context: string; readonly cut: boolean }

export function scanLiteral(text: string, start: number): Scanned {
  const c = text.charAt(start)
  if (c === '"') return scanString(text, start)
  if (c === '-' || isDigit(c)) return scanNumber(text, start)
  for (const [word, value] of WORDS)
    if (word.startsWith(c)) return scanWord(text, start, word, value)
  return wrong(text, start, 'looking for beginning of value')
}

const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', { kind: 'bool', value: true }],
  ['false', { kind: 'bool', value: false }],
  ['null', { kind: 'null' }],
]

const IN_STRING = 'in string literal'

const isDigit = (c: string): boolean => c >= '0' && c <= '9'

const wrong = (text: string, end: number, context: string): Scanned => ({
  value: null,
  end,
  context,
  cut: end >= text.length && context === IN_STRING,
})

function scanWord(text: string, start: number, word: string, value: JsonValue): Scanned {
  for (let at = 1; at < word.length; at += 1) {
    const letter = word.charAt(at)
    if (text.charAt(start + at) !== letter) {
      return wrong(text, start + at, `in literal ${word} (expecting '${letter}')`)
    }
  }
  return { value, end: start + word.length }
}

/** `[+-]`, whole part, fraction, exponent: the first part that misses its digit is named. */
function scanNumber(text: string, start: number): Scanned {
  let end = text.charAt(start) === '-' ? start + 1 : start
  if (!isDigit(text.charAt(end))) return wrong(text, end, 'in numeric literal')
  end = text.charAt(end) === '0' ? end + 1 : skipDigits(text, end)
  if (text.charAt(end) === '.') {
    const digits = end + 1
    end = skipDigits(text, digits)
    if (end === digits) return wrong(text, end, 'after decimal point in numeric literal')
  }
  if (text.charAt(end) === 'e' || text.charAt(end) === 'E') {
    const sign = text.charAt(end + 1)
    const digits = end + (sign === '+' || sign === '-' ? 2 : 1)
    end = skipDigits(text, digits)
    if (end === digits) return wrong(text, end, 'in exponent of numeric literal')
  }
  return { value: { kind: 'number', text: text.slice(start, end) }, end }
}

function skipDigits(text: string, from: number): number {
  let at = from
  while (isDigit(text.charAt(at))) at += 1
  return at
}

const ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

function scanString(text: string, start: number): Scanned {
  let value = ''
  let at = start + 1
  for (;;) {
    const from = at
    while (isOrdinary(text.charAt(at))) at += 1
    value += text.slice(from, at)
    const c = text.charAt(at)
    if (c === '"') return { value: { kind: 'string', value: wellFormed(value) }, end: at + 1 }
    if (c !== '\\') return wrong(text, at, IN_STRING)
    const name = text.charAt(at + 1)
    const known = ESCAPES.get(name)
    if (known === undefined && name !== 'u') return wrong(text, at + 1, 'in string escape code')
    at += 2
    if (known !== undefined) {
      value += known
      continue
    }
    const hex = /^[0-9a-fA-F]*/.exec(text.slice(at, at + 4))?.[0] ?? ''
    if (hex.length < 4) return wrong(text, at + hex.length, 'in \\u hexadecimal character escape')
    value += String.fromCharCode(Number.parseInt(hex, 16))
    at += 4
  }
}

const isOrdinary = (c: string): boolean => c >= ' ' && c !== '"' && c !== '\\'
