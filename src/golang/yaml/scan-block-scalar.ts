import { type Cursor, isBlank, isBreak, isBreakOrEnd, isDigit } from './cursor.ts'
import type { Mark } from './mark.ts'
import { isProblem, type Problem, scannerProblem } from './problem.ts'
import type { ScalarToken } from './token.ts'

/** A scalar under `|` or `>`; the cursor stands at the indicator. `parent`: column of the collection around it, -1 at the top. */
export function scanBlockScalar(
  cursor: Cursor,
  style: 'literal' | 'folded',
  parent: number,
): ScalarToken | Problem {
  const start = cursor.mark()
  const header = scanHeader(cursor, start)
  if (isProblem(header)) return header
  const explicit = header.increment === 0 ? 0 : Math.max(parent, 0) + header.increment
  const lead = takeEmptyLines(cursor, explicit, parent, start)
  if (isProblem(lead)) return lead
  const { indent } = lead
  let value = ''
  let lastBreak = ''
  let empty = lead
  let blankBefore = false
  while (cursor.column === indent && cursor.peek() !== '') {
    const blankNow = isBlank(cursor.peek())
    const folds = style === 'folded' && !blankBefore && !blankNow && lastBreak === '\n'
    value += folds && empty.breaks === '' ? ' ' : ''
    value += (folds ? '' : lastBreak) + empty.breaks + takeLine(cursor)
    blankBefore = blankNow
    lastBreak = cursor.takeBreak()
    const next = takeEmptyLines(cursor, indent, parent, start)
    if (isProblem(next)) return next
    empty = next
  }
  if (header.chomp !== 'strip') value += lastBreak
  if (header.chomp === 'keep') value += empty.breaks
  return { kind: 'scalar', style, value, start, end: empty.end }
}

interface Header {
  readonly chomp: 'clip' | 'strip' | 'keep'
  /** Indentation indicator, 0 where there is none. */
  readonly increment: number
}

function scanHeader(cursor: Cursor, start: Mark): Header | Problem {
  cursor.skip()
  let chomp = takeChomp(cursor)
  let increment = 0
  if (isDigit(cursor.peek())) {
    if (cursor.peek() === '0') {
      return scannerProblem('found an indentation indicator equal to 0', cursor.mark(), start)
    }
    increment = Number(cursor.take())
    chomp ??= takeChomp(cursor)
  }
  cursor.skipBlanks()
  cursor.skipComment()
  if (!isBreakOrEnd(cursor.peek())) {
    return scannerProblem('did not find expected comment or line break', cursor.mark(), start)
  }
  cursor.takeBreak()
  return { chomp: chomp ?? 'clip', increment }
}

function takeChomp(cursor: Cursor): 'strip' | 'keep' | null {
  const c = cursor.peek()
  if (c !== '+' && c !== '-') return null
  cursor.skip()
  return c === '+' ? 'keep' : 'strip'
}

function takeLine(cursor: Cursor): string {
  const from = cursor.offset
  while (!isBreakOrEnd(cursor.peek())) cursor.skip()
  return cursor.text.slice(from, cursor.offset)
}

interface EmptyLines {
  readonly breaks: string
  readonly indent: number
  /** End of the last line that belongs to the scalar. */
  readonly end: Mark
}

/** Indentation and empty lines. An `indent` of 0 is not known yet: the deepest one seen here becomes it. */
function takeEmptyLines(
  cursor: Cursor,
  indent: number,
  parent: number,
  start: Mark,
): EmptyLines | Problem {
  let breaks = ''
  let deepest = 0
  let end = cursor.mark()
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.peek() === ' ') cursor.skip()
    deepest = Math.max(deepest, cursor.column)
    if ((indent === 0 || cursor.column < indent) && cursor.peek() === '\t') {
      const text = 'found a tab character where an indentation space is expected'
      return scannerProblem(text, cursor.mark(), start)
    }
    if (!isBreak(cursor.peek())) break
    breaks += cursor.takeBreak()
    end = cursor.mark()
  }
  return { breaks, indent: indent === 0 ? Math.max(deepest, parent + 1, 1) : indent, end }
}
