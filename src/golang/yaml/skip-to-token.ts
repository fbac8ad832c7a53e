import { type Cursor, isBreak } from './cursor.ts'

/**
 * Past comments and white space. A tab counts as such only where no indentation is expected: after
 * something on the same line, or (`inBlock` false) inside brackets. True: a line ended in a block, so
 * that a key may begin.
 */
export function skipToToken(cursor: Cursor, tabs: boolean, inBlock: boolean): boolean {
  let lineEnded = false
  for (;;) {
    const skipsTabs = tabs && !lineEnded
    while (cursor.peek() === ' ' || (skipsTabs && cursor.peek() === '\t')) cursor.skip()
    cursor.skipComment()
    if (!isBreak(cursor.peek())) return lineEnded
    cursor.takeBreak()
    lineEnded = inBlock
  }
}
