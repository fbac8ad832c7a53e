import { type Cursor, isBlank, isBreak } from './cursor.ts'
import type { Problem } from './problem.ts'

/** The white space between two words of a plain or quoted scalar. */
export interface Gap {
  /** Blanks on the first line; they count only where no line break follows. */
  readonly blanks: string
  readonly broken: boolean
  /** The first line break, '' where it was escaped. */
  readonly first: string
  readonly more: string
}

/**
 * Takes blanks and line breaks. `escaped`: an escaped line break came just before, which opens the
 * gap without being part of it. `onTab` may refuse a tab at the start of a further line.
 */
export function takeGap(
  cursor: Cursor,
  escaped: boolean,
  onTab: () => Problem | null,
): Gap | Problem {
  let blanks = ''
  let broken = escaped
  let first = ''
  let more = ''
  for (let c = cursor.peek(); isBlank(c) || isBreak(c); c = cursor.peek()) {
    if (isBreak(c)) {
      if (broken) more += cursor.takeBreak()
      else first = cursor.takeBreak()
      broken = true
      continue
    }
    const refused = broken && c === '\t' ? onTab() : null
    if (refused !== null) return refused
    if (!broken) blanks += c
    cursor.skip()
  }
  return { blanks, broken, first, more }
}

/** What a gap is worth in the value: one break is a blank, further ones stay. */
export function foldGap(gap: Gap | null): string {
  if (gap === null) return ''
  if (!gap.broken) return gap.blanks
  if (gap.first !== '\n') return gap.first + gap.more
  return gap.more === '' ? ' ' : gap.more
}
