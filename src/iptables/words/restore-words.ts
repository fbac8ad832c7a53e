import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Word } from './word.ts'

const MAX_WORDS = 252
const MAX_LENGTH = 1023

/**
 * The words of a rule line. Inside double quotes a backslash escapes any character; a closing quote
 * ends the word there and then; nothing else is special.
 * Source: add_param_to_argv of iptables 1.8.9.
 *
 * @param line with its line end, which an open quote takes in
 * @param from where in `line` to begin
 */
export function restoreWords(line: string, from: number): Result<readonly Word[], Complaint> {
  const words: Word[] = []
  let text = ''
  let start = from
  let quoted = false
  for (let at = from; at < line.length; at += 1) {
    let character = line[at] ?? ''
    const closes = quoted && character === '"'
    if (quoted && character === '\\') {
      at += 1
      character = line[at] ?? ''
    } else if (!quoted && character === '"') {
      if (text === '') start = at
      quoted = true
      continue
    } else if (closes || (!quoted && /[ \t\n]/.test(character))) {
      quoted = false
      if (text === '' && !closes) continue
      words.push({ text, column: start + 1 })
      text = ''
      continue
    }
    if (text === '' && !quoted) start = at
    text += character
    if (text.length > MAX_LENGTH) return err(tooLong(start, 'Parameter too long!'))
  }
  if (text !== '') words.push({ text, column: start + 1 })
  if (words.length > MAX_WORDS) return err(tooLong(from, 'Parser cannot handle more arguments'))
  return ok(words)
}

const tooLong = (at: number, message: string): Complaint => ({
  ...complaint('syntax', message),
  column: at + 1,
})
