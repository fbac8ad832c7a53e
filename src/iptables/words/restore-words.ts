import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Word } from './word.ts'

const MAX_WORDS = 252
const MAX_LENGTH = 1023

/**
 * The words of a rule line. Inside double quotes a backslash escapes any character; a closing quote
 * ends the word there and then, but an opening one goes on with it; nothing else is special.
 * Source: add_param_to_argv of iptables 1.8.9.
 *
 * @param line with its line end, which an open quote takes in
 * @param from where in `line` to begin
 */
export function restoreWords(line: string, from: number): Result<readonly Word[], Complaint> {
  const words: Word[] = []
  let at = from
  for (;;) {
    while (isBlank(line[at])) at += 1
    if (at >= line.length) break
    const { text, end, closed } = wordAt(line, at)
    if (text.length > MAX_LENGTH) return err(tooMuch(at, 'Parameter too long!'))
    if (text !== '' || closed) words.push({ text, column: at + 1 })
    if (words.length > MAX_WORDS) return err(tooMuch(at, 'Parser cannot handle more arguments'))
    at = end
  }
  return ok(words)
}

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\n'

/** The word that begins at `start`, and whether a quote ended it. */
function wordAt(line: string, start: number): { text: string; end: number; closed: boolean } {
  let text = ''
  let at = start
  while (at < line.length && !isBlank(line[at]) && line[at] !== '"') {
    text += line[at]
    at += 1
  }
  if (line[at] !== '"') return { text, end: at, closed: false }
  for (at += 1; at < line.length && line[at] !== '"'; at += 1) {
    if (line[at] === '\\') at += 1
    text += line[at] ?? ''
  }
  return { text, end: at + 1, closed: at < line.length }
}

const tooMuch = (at: number, message: string): Complaint => ({
  ...complaint('syntax', message),
  column: at + 1,
})
