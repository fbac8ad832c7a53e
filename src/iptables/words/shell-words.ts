import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Word } from './word.ts'

/** The commands of a shell text; columns (1-based) count from the beginning of the whole text. */
export type ShellCommands = readonly (readonly Word[])[]

/** `$ ` or `# ` before a command, also behind `root@node:~`. */
const PROMPT =
  /[ \t]*(?:[^\s'"@]{0,64}@[^\s'"$#]{0,64}|\[[^\]\n]{0,64}\])?[$#][ \t]+(?=(?:sudo[ \t]|\S{0,64}ip6?tables))/y

const PIECE =
  /((?:[ \t\r]|\\\r?\n)+)|(\n|;|&&)|#[^\n]*|((?:[^\s'"\\;&|<>$`()]|\\[^\n]|'[^']*'|"(?:[^"\\$`]|\\[\s\S])*")+)/y

/**
 * Splits as a POSIX shell does: quotes, backslashes, continued lines, comments, `;` and `&&`. What
 * the shell would have to work out (variables, pipes, redirections) is refused.
 */
export function shellCommands(text: string): Result<ShellCommands, Complaint> {
  const commands: Word[][] = []
  let words: Word[] = []
  let at = afterPrompt(text, 0)
  while (at < text.length) {
    PIECE.lastIndex = at
    const [piece, , end, word] = PIECE.exec(text) ?? []
    if (piece === undefined) return err(refused(text, at))
    if (word !== undefined) words.push({ text: unquoted(word), column: at + 1 })
    at += piece.length
    if (end === undefined) continue
    commands.push(words)
    words = []
    at = afterPrompt(text, at)
  }
  return ok([...commands, words].filter((command) => command.length > 0))
}

function afterPrompt(text: string, at: number): number {
  PROMPT.lastIndex = at
  return PROMPT.test(text) ? PROMPT.lastIndex : at
}

function refused(text: string, at: number): Complaint {
  const character = text.slice(at, at + 1)
  const code = character === '"' || character === "'" ? 'syntax' : 'unsupported-shell'
  return { ...complaint(code, character), column: at + 1 }
}

const unquoted = (piece: string): string =>
  piece.replace(
    /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g,
    (_all, single, double, escaped) => {
      if (single !== undefined) return single
      if (escaped !== undefined) return escaped
      return String(double).replace(/\\(?:\n|(["\\$`]))/g, (_pair, kept) => kept ?? '')
    },
  )
