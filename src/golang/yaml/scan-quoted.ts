import { type Cursor, isBlankOrEnd, isBreak, isHex } from './cursor.ts'
import { foldGap, takeGap } from './gap.ts'
import type { Mark } from './mark.ts'
import { isProblem, type Problem, scannerProblem } from './problem.ts'
import type { ScalarToken } from './token.ts'

/** A scalar in single or double quotes; the cursor stands at the opening one. */
export function scanQuoted(cursor: Cursor, style: 'single' | 'double'): ScalarToken | Problem {
  const quote = style === 'single' ? "'" : '"'
  const start = cursor.mark()
  cursor.skip()
  let value = ''
  for (;;) {
    const refused = refuseEnd(cursor, start)
    if (refused !== null) return refused
    const word = style === 'single' ? takeSingleWord(cursor) : takeDoubleWord(cursor, start)
    if (isProblem(word)) return word
    value += word.text
    if (cursor.peek() === quote && !word.escapedBreak) break
    const gap = takeGap(cursor, word.escapedBreak, () => null)
    if (isProblem(gap)) return gap
    value += foldGap(gap)
  }
  cursor.skip()
  return { kind: 'scalar', style, value, start, end: cursor.mark() }
}

function refuseEnd(cursor: Cursor, start: Mark): Problem | null {
  if (cursor.atDocumentIndicator('---') || cursor.atDocumentIndicator('...')) {
    return scannerProblem('found unexpected document indicator', cursor.mark(), start)
  }
  if (cursor.peek() === '') {
    return scannerProblem('found unexpected end of stream', cursor.mark(), start)
  }
  return null
}

interface Word {
  readonly text: string
  /** It ended in a backslash before a line break, which joins the lines without a blank. */
  readonly escapedBreak: boolean
}

function takeSingleWord(cursor: Cursor): Word {
  let text = ''
  for (let c = cursor.peek(); !isBlankOrEnd(c); c = cursor.peek()) {
    if (c !== "'") {
      text += cursor.take()
    } else if (cursor.peek(1) === "'") {
      text += "'"
      cursor.skip()
      cursor.skip()
    } else {
      break
    }
  }
  return { text, escapedBreak: false }
}

function takeDoubleWord(cursor: Cursor, start: Mark): Word | Problem {
  let text = ''
  for (let c = cursor.peek(); !isBlankOrEnd(c) && c !== '"'; c = cursor.peek()) {
    if (c !== '\\') {
      text += cursor.take()
    } else if (isBreak(cursor.peek(1))) {
      cursor.skip()
      cursor.takeBreak()
      return { text, escapedBreak: true }
    } else {
      const character = takeEscape(cursor, start)
      if (isProblem(character)) return character
      text += character
    }
  }
  return { text, escapedBreak: false }
}

const ESCAPES = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])
const CODE_LENGTHS = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

function takeEscape(cursor: Cursor, start: Mark): string | Problem {
  const name = cursor.peek(1)
  const known = ESCAPES.get(name)
  const length = CODE_LENGTHS.get(name)
  if (known === undefined && length === undefined) {
    return scannerProblem('found unknown escape character', cursor.mark(), start)
  }
  cursor.skip()
  cursor.skip()
  return length === undefined ? (known ?? '') : takeCode(cursor, length, start)
}

function takeCode(cursor: Cursor, length: number, start: Mark): string | Problem {
  let code = 0
  for (let k = 0; k < length; k += 1) {
    const digit = cursor.peek(k)
    if (!isHex(digit)) {
      return scannerProblem('did not find expected hexdecimal number', cursor.mark(), start)
    }
    code = code * 16 + Number.parseInt(digit, 16)
  }
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    return scannerProblem('found invalid Unicode character escape code', cursor.mark(), start)
  }
  for (let k = 0; k < length; k += 1) cursor.skip()
  return String.fromCodePoint(code)
}
