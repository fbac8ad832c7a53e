import type { Counter, Counters } from '../engine/counters.ts'
import type { NatTable } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import { err, ok, type Result } from '../net/result.ts'
import { badDeclaredName } from './command/chain-name.ts'
import type { Invocation } from './command/invocation.ts'
import { readCommand } from './command/read-command.ts'
import { programOf } from './command/reading.ts'
import { apply, failed, policy } from './edit/apply.ts'
import { type Draft, emptyDraft, finished, hookOf } from './edit/draft.ts'
import { kernelRefusal } from './edit/kernel.ts'
import { type Complaint, complaint, type IptablesIssue } from './issue.ts'
import type { NamedSet } from './module.ts'
import { restoreWords } from './words/restore-words.ts'
import { ZERO } from './zero.ts'

export interface SavedRules {
  readonly table: NatTable
  readonly counters: Counters
  /** Names of the other tables, in the order of the text; nothing in them was looked at. */
  readonly skipped: readonly string[]
}

export interface SaveContext {
  readonly family: Family
  /** The sets there are; undefined: any name will do. */
  readonly sets?: readonly NamedSet[]
}

/**
 * Table nat of an iptables-save text, as iptables-restore would load it into an empty kernel. Of
 * several tables nat the last one counts; without any the result is the empty one.
 * Source: xtables_restore_parse of iptables 1.8.9.
 */
export function parseSave(text: string, context: SaveContext): Result<SavedRules, IptablesIssue> {
  const state: State = { context, table: null, pending: [], draft: null, skipped: [] }
  let line = 0
  for (const content of linesOf(text)) {
    line += 1
    const trouble = readLine(state, content, line)
    if (trouble) return err(issueOf(trouble, line))
  }
  if (state.table !== null) {
    const message = `COMMIT expected at line ${line + 1}`
    return err({ line: line + 1, column: 1, code: 'commit-missing', message })
  }
  const { table, counters } = finished(state.draft ?? emptyDraft(context.family, true))
  return ok({ table, counters, skipped: state.skipped })
}

interface State {
  readonly context: SaveContext
  /** The table that is open. */
  table: string | null
  /** What COMMIT is to do. */
  pending: Pending[]
  draft: Draft | null
  readonly skipped: string[]
}

interface Pending {
  readonly line: number
  readonly column: number
  readonly act: (draft: Draft) => Complaint | null
}

type Trouble = Complaint & { readonly line?: number }

const TABLES = ['filter', 'nat', 'mangle', 'raw', 'security']

const issueOf = ({ code, message, column = 1, line }: Trouble, here: number): IptablesIssue => ({
  line: line ?? here,
  column,
  code,
  message,
})

/** Lines with their ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

function readLine(state: State, content: string, line: number): Trouble | null {
  if (content.startsWith('\n') || content.startsWith('#')) return null
  if (state.table === null) {
    return content.startsWith('*')
      ? openTable(state, content, line)
      : complaint('syntax', `line ${line} failed`)
  }
  if (/^COMMIT\n?$/.test(content)) return commit(state)
  if (state.table !== 'nat') return null
  const pending = content.startsWith(':')
    ? declaration(state, content, line)
    : ruleLine(state, content, line)
  if (!pending.ok) return pending.error
  state.pending.push(pending.value)
  return null
}

function openTable(state: State, content: string, line: number): Trouble | null {
  const program = `${programOf({ ...state.context, restore: true, sets: undefined })}: line ${line}`
  const [name] = tokensOf(content.slice(1))
  if (name === undefined) return complaint('unknown-table', `${program} table name invalid`)
  if (!TABLES.includes(name)) {
    return complaint('unknown-table', `${program} table name '${name}' invalid`)
  }
  state.table = name
  state.pending = []
  if (name !== 'nat' && !state.skipped.includes(name)) state.skipped.push(name)
  return null
}

const tokensOf = (text: string): readonly string[] =>
  text.split(/[ \t\n]+/).filter((token) => token !== '')

function commit(state: State): Trouble | null {
  const draft = emptyDraft(state.context.family, true)
  const { pending, table } = state
  state.table = null
  if (table !== 'nat') return null
  for (const { line, column, act } of pending) {
    const trouble = act(draft)
    if (trouble) return { column, ...trouble, line }
  }
  state.draft = draft
  return kernelRefusal(draft)
}

/** `:CHAIN POLICY [packets:bytes]` */
function declaration(state: State, content: string, line: number): Result<Pending, Complaint> {
  const program = `${programOf({ ...state.context, restore: true, sets: undefined })}: line ${line}`
  const [name, word, counts] = tokensOf(content.slice(1))
  if (name === undefined) return err(complaint('syntax', `${program} chain name invalid`))
  const bad = badDeclaredName(name)
  if (bad) return err({ ...bad, column: 2 })
  if (word === undefined) return err(complaint('syntax', `${program} policy invalid`))
  const act = (draft: Draft): Complaint | null => {
    if (hookOf(name)) return failed(draft, line, policy(draft, name, word, counterOf(counts)))
    draft.chains.set(name, [])
    return null
  }
  return ok({ line, column: content.indexOf(word, 1 + name.length) + 1, act })
}

function counterOf(text: string | undefined): Counter {
  const [, packets, bytes] = /^\[(\d+):(\d+)\]/.exec(text ?? '') ?? []
  return packets === undefined ? ZERO : { packets: Number(packets), bytes: Number(bytes) }
}

/** `[packets:bytes] -A CHAIN …` */
function ruleLine(state: State, content: string, line: number): Result<Pending, Complaint> {
  const from = endOfCounters(content, line)
  if (!from.ok) return from
  const words = restoreWords(content, from.value)
  if (!words.ok) return words
  const setting = { ...state.context, restore: true, sets: state.context.sets }
  const read = readCommand(words.value, setting)
  if (!read.ok) return read
  const counter = from.value > 0 ? counterOf(content) : read.value.counter
  const invocation: Invocation = { ...read.value, counter }
  const column = words.value[0]?.column ?? 1
  return ok({ line, column, act: (draft) => apply(draft, invocation, line) })
}

/** Where the command begins behind `[packets:bytes]`. Source: tokenize_rule_counters, 1.8.9. */
function endOfCounters(content: string, line: number): Result<number, Complaint> {
  if (!content.startsWith('[')) return ok(0)
  const end = content.indexOf(']')
  if (end < 0) return err(complaint('syntax', `Bad line ${line}: need ]`))
  const rest = content.slice(1).replace(/^:+/, '')
  const colon = rest.indexOf(':')
  if (rest === '') return err(complaint('syntax', `Bad line ${line}: need :`))
  const bytes = colon < 0 ? '' : rest.slice(colon + 1).replace(/^\]+/, '')
  return bytes === '' ? err(complaint('syntax', `Bad line ${line}: need ]`)) : ok(end + 1)
}
