import type { NatTable } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import { err, ok, type Result } from '../net/result.ts'
import { readCommand } from './command/read-command.ts'
import { apply } from './edit/apply.ts'
import { draftOf, finished } from './edit/draft.ts'
import { kernelRefusal } from './edit/kernel.ts'
import { type Complaint, complaint, type IptablesIssue } from './issue.ts'
import type { NamedSet } from './module.ts'
import { shellCommands } from './words/shell-words.ts'
import type { Word } from './words/word.ts'

/** Table nat of both families, which `iptables` and `ip6tables` commands change. */
export interface NatTables {
  readonly nat4: NatTable
  readonly nat6: NatTable
}

/**
 * What becomes of the tables when someone types these commands, one a line or several: `iptables`
 * and `ip6tables`, after `sudo`, a path or a prompt, with the shell's quotes and continued lines.
 * Listings change nothing. The first command that fails is the issue.
 *
 * @param sets the sets there are; undefined: any name will do
 */
export function parseCommand(
  text: string,
  before: NatTables,
  sets?: readonly NamedSet[],
): Result<NatTables, IptablesIssue> {
  const commands = shellCommands(text)
  if (!commands.ok) return err(placed(commands.error, text))
  let tables = before
  for (const words of commands.value) {
    const changed = run(words, tables, sets)
    if (!changed.ok) return err(placed(changed.error, text))
    tables = changed.value
  }
  return ok(tables)
}

/** Columns of complaints count from the beginning of the text. */
function placed({ code, message, column = 1 }: Complaint, text: string): IptablesIssue {
  const lines = text.slice(0, column - 1).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, code, message }
}

const PROGRAM = /^(?:\S*\/)?(ip6?)tables(?:-nft|-legacy)?$/

function run(
  words: readonly Word[],
  tables: NatTables,
  sets: readonly NamedSet[] | undefined,
): Result<NatTables, Complaint> {
  const [program, ...rest] = withoutSudo(words)
  if (!program) return ok(tables)
  const found = PROGRAM.exec(program.text)
  if (!found) {
    const message = `${program.text}: command not found`
    return err({ ...complaint('not-a-command', message), column: program.column })
  }
  const family: Family = found[1] === 'ip6' ? 6 : 4
  const table = family === 4 ? tables.nat4 : tables.nat6
  const changed = change(table, rest, sets)
  if (!changed.ok) return err({ column: program.column, ...changed.error })
  return ok(family === 4 ? { ...tables, nat4: changed.value } : { ...tables, nat6: changed.value })
}

/** Without `sudo` and its options. */
function withoutSudo(words: readonly Word[]): readonly Word[] {
  if (words[0]?.text !== 'sudo') return words
  const program = words.findIndex(({ text }, index) => index > 0 && !text.startsWith('-'))
  return program < 0 ? [] : words.slice(program)
}

const TABLES = ['filter', 'nat', 'mangle', 'raw', 'security']

function change(
  table: NatTable,
  words: readonly Word[],
  sets: readonly NamedSet[] | undefined,
): Result<NatTable, Complaint> {
  const read = readCommand(words, { family: table.family, restore: false, sets })
  if (!read.ok) return read
  const { table: name } = read.value
  if (!TABLES.includes(name)) {
    return err(complaint('unknown-table', `table '${name}' does not exist`))
  }
  if (name !== 'nat') return err(complaint('other-table', name))
  const draft = draftOf(table)
  const trouble = apply(draft, read.value, 1) ?? kernelRefusal(draft)
  return trouble ? err(trouble) : ok(finished(draft).table)
}
