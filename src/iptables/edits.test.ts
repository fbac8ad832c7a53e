/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Family } from '../net/address.ts'
import type { IssueCode } from './issue.ts'
import { type NatTables, parseCommand } from './parse-command.ts'
import { parseSave, type SavedRules } from './parse-save.ts'
import { printSave } from './print-save.ts'

/**
 * What became of a table, or what was said instead: by iptables-restore -c and iptables 1.8.9
 * (nf_tables) on Linux 6.18. Code, line and column are this program's own.
 */
interface Answer {
  readonly text: string
  readonly error?: string
  readonly code?: IssueCode
  readonly line?: number
  readonly column?: number
  readonly save?: string
}

const rowsOf = <T extends Answer>(path: string): readonly (readonly [string, T])[] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): T => JSON.parse(line))
    .map((row) => [row.text.replace(/\n/g, ' ; '), row])

/** Rules and chains, without what is the same in every table. */
const essence = (save: string): string =>
  save
    .split('\n')
    .filter((line) => line !== '' && !/^(\*nat|COMMIT|:[A-Z]+ ACCEPT \[0:0\])$/.test(line))
    .join('\n')

const issueOf = ({ error: message, code, line, column }: Answer) => ({
  ok: false,
  error: { message, code, line, column },
})

interface Restored extends Answer {
  readonly family?: Family
}

test.each(rowsOf<Restored>('fixtures/edits.jsonl'))('restored: %s', (_, row) => {
  const parsed = parseSave(row.text, { family: row.family ?? 4 })
  if (row.error !== undefined) expect(parsed).toEqual(issueOf(row))
  else expect(parsed.ok && essence(printed(parsed.value))).toBe(row.save)
})

const printed = ({ table, counters }: SavedRules): string => printSave(table, counters)

const RULES = `*nat
:A - [0:0]
:B - [0:0]
:C - [0:0]
-A POSTROUTING -s 10.0.0.0/8 -j A
-A POSTROUTING -j MASQUERADE
-A A -d 1.1.1.1/32 -j RETURN
-A A -d 2.2.2.2/32 -j RETURN
-A A -d 3.3.3.3/32 -g B
-A B -d 1.1.1.1/32 -j RETURN
COMMIT
`

function tablesBefore(): NatTables | null {
  const nat4 = parseSave(RULES, { family: 4 })
  const nat6 = parseSave('*nat\nCOMMIT\n', { family: 6 })
  return nat4.ok && nat6.ok ? { nat4: nat4.value.table, nat6: nat6.value.table } : null
}

interface Typed extends Answer {
  readonly save6?: string
}

test.each(rowsOf<Typed>('fixtures/typed.jsonl'))('typed: %s', (_, row) => {
  const before = tablesBefore()
  const changed = before && parseCommand(row.text, before)
  if (row.error !== undefined) expect(changed).toEqual(issueOf(row))
  else {
    expect(changed?.ok && essence(printSave(changed.value.nat4))).toBe(row.save)
    expect(changed?.ok && essence(printSave(changed.value.nat6))).toBe(row.save6 ?? '')
  }
})
