import { type Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor.ts'
import { foldGap, type Gap, takeGap } from './gap.ts'
import { isProblem, type Problem, scannerProblem } from './problem.ts'
import type { ScalarToken } from './token.ts'

/** May the character here begin a scalar without quotes? */
export function mayStartPlain(cursor: Cursor, inFlow: boolean): boolean {
  const c = cursor.peek()
  const next = cursor.peek(1)
  if (c === '-') return !isBlank(next)
  if (c === '?' || c === ':') return !inFlow && !isBlankOrEnd(next)
  return !isBlankOrEnd(c) && !',[]{}#&*!|>\'"%@`'.includes(c)
}

/**
 * A scalar without quotes, over as many lines as it goes. `indent` is the column that a further line
 * must reach. The second answer: it ended after a line break, so a key may begin here.
 */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  inFlow: boolean,
): { readonly token: ScalarToken; readonly endedLine: boolean } | Problem {
  const start = cursor.mark()
  let end = start
  let value = ''
  let gap: Gap | null = null
  while (!atScalarEnd(cursor)) {
    const word = takeWord(cursor, inFlow)
    if (word !== '') {
      value += foldGap(gap) + word
      gap = null
      end = cursor.mark()
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break
    const next = takeGap(cursor, false, () =>
      cursor.column < indent
        ? scannerProblem('found a tab character that violates indentation', cursor.mark(), start)
        : null,
    )
    if (isProblem(next)) return next
    gap = next
    if (!inFlow && cursor.column < indent) break
  }
  const token: ScalarToken = { kind: 'scalar', style: 'plain', value, start, end }
  return { token, endedLine: gap?.broken ?? false }
}

const atScalarEnd = (cursor: Cursor): boolean =>
  cursor.peek() === '#' || cursor.atDocumentIndicator('---') || cursor.atDocumentIndicator('...')

function takeWord(cursor: Cursor, inFlow: boolean): string {
  const from = cursor.offset
  for (let c = cursor.peek(); !isBlankOrEnd(c); c = cursor.peek()) {
    if (c === ':' && isBlankOrEnd(cursor.peek(1))) break
    if (inFlow && ',?[]{}'.includes(c)) break
    cursor.skip()
  }
  return cursor.text.slice(from, cursor.offset)
}
