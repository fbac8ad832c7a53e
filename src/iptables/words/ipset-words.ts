import type { Word } from './word.ts'

/** The words of a line of `ipset restore`: double quotes keep spaces, and nothing escapes. */
export function ipsetWords(line: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: all, 1: quoted, index } of line.matchAll(/"([^"]*)"?|[^\s"]+/g)) {
    words.push({ text: quoted ?? all, column: index + 1 })
  }
  return words
}
