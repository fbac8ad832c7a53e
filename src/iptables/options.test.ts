/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Family } from '../net/address.ts'
import type { IssueCode } from './issue.ts'
import { parseSave, type SavedRules } from './parse-save.ts'
import { printList } from './print-list.ts'
import { printSave } from './print-save.ts'

/**
 * One rule for each option, value and mistake, and what iptables-restore 1.8.9 (nf_tables) on Linux
 * 6.18 said of it, or how iptables-save and `iptables -L` show what it made. Which kind of mistake it
 * is, and at which column, no tool says: that is this program's own.
 */
interface Asked {
  readonly family?: Family
  readonly text: string
  readonly error?: string
  readonly code?: IssueCode
  readonly column?: number
  /** Absent where it is saved as it was written. */
  readonly save?: string
  readonly list?: string
  readonly numeric?: string
}

const rows = readFileSync(new URL('fixtures/options.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): readonly [string, Asked] => {
    const asked: Asked = JSON.parse(line)
    return [`${asked.family === 6 ? 'ip6tables' : 'iptables'} ${asked.text}`, asked]
  })

const sets = [
  { name: 's4', family: 4 },
  { name: 's6', family: 6 },
] as const

const parse = ({ text, family = 4 }: Asked) =>
  parseSave(`*nat\n:A - [0:0]\n:B - [0:0]\n${text}\nCOMMIT\n`, { family, sets })

const saved = ({ table }: SavedRules): string =>
  printSave(table)
    .split('\n')
    .filter((line) => line.startsWith('-'))
    .join('\n')

const listed = ({ table }: SavedRules, numeric: boolean): string =>
  (printList(table, { numeric }) ?? '')
    .split('\n')
    .filter((line) => line !== '' && !/^(Chain|target) /.test(line))
    .map((line) => line.trimEnd())
    .join('\n')

test.each(rows.filter(([, { error }]) => error !== undefined))('%s is refused', (_, asked) => {
  const { error: message, code, column } = asked
  expect(parse(asked)).toEqual({ ok: false, error: { message, code, column, line: 4 } })
})

test.each(rows.filter(([, { error }]) => error === undefined))('%s is shown', (_, asked) => {
  const { text, save = text, list, numeric } = asked
  const parsed = parse(asked)
  expect(parsed.ok && saved(parsed.value)).toBe(save)
  expect(parsed.ok && listed(parsed.value, false)).toBe(list)
  expect(parsed.ok && listed(parsed.value, true)).toBe(numeric)
})
