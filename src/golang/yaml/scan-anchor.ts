import { type Cursor, isBlankOrEnd, isWord } from './cursor.ts'
import { type Problem, scannerProblem } from './problem.ts'
import type { Token } from './token.ts'

/** `&name` or `*name`; the cursor stands at the indicator. */
export function scanAnchor(cursor: Cursor, kind: 'anchor' | 'alias'): Token | Problem {
  const start = cursor.mark()
  cursor.skip()
  let name = ''
  while (isWord(cursor.peek())) name += cursor.take()
  const next = cursor.peek()
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(next))) {
    const text = 'did not find expected alphabetic or numeric character'
    return scannerProblem(text, cursor.mark(), start)
  }
  return { kind, name, start, end: cursor.mark() }
}
