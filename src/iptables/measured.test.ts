/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Family } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import { parseCommand } from './parse-command.ts'
import { parseIpset } from './parse-ipset.ts'
import { parseSave, type SavedRules } from './parse-save.ts'
import { printList } from './print-list.ts'
import { printSave } from './print-save.ts'

/** What iptables-restore 1.8.9 (nf_tables) on Linux 6.18 made of a text, or said of it. */
interface Restored {
  readonly family: Family
  readonly text: string
  readonly error?: string
  /** `iptables-save -c -t nat`, without comments. */
  readonly save?: string
  /** `iptables -t nat -L` and what else was asked for. */
  readonly plain?: string
  readonly n?: string
  readonly v?: string
  readonly nv?: string
  readonly nvx?: string
}

const LISTINGS = {
  plain: {},
  n: { numeric: true },
  v: { verbose: true },
  nv: { numeric: true, verbose: true, lineNumbers: true },
  nvx: { numeric: true, verbose: true, exact: true },
} as const

function linesOf<T>(path: string): readonly T[] {
  const text = gunzipSync(readFileSync(new URL(path, import.meta.url))).toString('utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line): T => JSON.parse(line))
}

const restored = linesOf<Restored>('fixtures/restored.jsonl.gz')
const sets = [
  { name: 's4', family: 4 },
  { name: 's6', family: 6 },
] as const

const isUnsupported = ({ text, family }: Restored): boolean => {
  const parsed = parseSave(text, { family, sets })
  return !parsed.ok && parsed.error.code.startsWith('unsupported')
}

test('of what the tool was asked, next to nothing is beyond us', () => {
  expect(restored).toHaveLength(1722)
  expect(restored.filter(isUnsupported)).toHaveLength(14)
})

test('what the tool refuses is refused, in its words', () => {
  const refused = restored.filter((row) => row.error !== undefined && !isUnsupported(row))
  expect(refused.length).toBeGreaterThan(1000)
  const answers = refused.map(({ text, family }) => {
    const parsed = parseSave(text, { family, sets })
    return { text, error: parsed.ok ? null : parsed.error.message.trim() }
  })
  expect(answers).toEqual(refused.map(({ text, error }) => ({ text, error })))
})

const taken = restored.filter((row) => row.error === undefined && !isUnsupported(row))

function parsedOf({ text, family }: Restored): SavedRules {
  const parsed = parseSave(text, { family, sets })
  invariant(parsed.ok, `refused: ${text}`)
  return parsed.value
}

test('what the tool takes is taken, and printed as it prints it', () => {
  expect(taken.length).toBeGreaterThan(600)
  const answers = taken.map((row) => {
    const { table, counters } = parsedOf(row)
    return printSave(table, counters).trimEnd()
  })
  expect(answers).toEqual(taken.map(({ save }) => save))
})

test('what the tool prints is printed again just so', () => {
  const answers = taken.map(({ family, save = '' }) => {
    const { table, counters } = parsedOf({ family, text: `${save}\n` })
    return printSave(table, counters).trimEnd()
  })
  expect(answers).toEqual(taken.map(({ save }) => save))
})

test.each(Object.entries(LISTINGS))('a listing %s is what the tool shows', (key, options) => {
  const shown = taken.flatMap((row) => {
    const wanted = row[key as keyof typeof LISTINGS]
    return wanted === undefined ? [] : [{ row, wanted }]
  })
  expect(shown.length).toBeGreaterThan(80)
  const answers = shown.map(({ row }) => {
    const { table, counters } = parsedOf(row)
    return printList(table, options, counters)?.trimEnd()
  })
  expect(answers).toEqual(shown.map(({ wanted }) => wanted))
})

interface Typed {
  readonly text: string
  readonly error?: string
  readonly save4?: string
  readonly save6?: string
}

test('commands do what they do when they are typed', () => {
  const typed = linesOf<Typed>('fixtures/commands.jsonl.gz')
  expect(typed).toHaveLength(71)
  const empty = (family: Family) => parsedOf({ family, text: '' }).table
  const answers = typed.map(({ text }): Typed => {
    const changed = parseCommand(text, { nat4: empty(4), nat6: empty(6) })
    if (!changed.ok) return { text, error: changed.error.message }
    const { nat4, nat6 } = changed.value
    return { text, save4: printSave(nat4).trimEnd(), save6: printSave(nat6).trimEnd() }
  })
  expect(answers).toEqual(typed)
})

interface Recorded {
  readonly id: string
  readonly rules: string
  readonly sets?: string
  readonly counters?: string
  readonly error?: string
}

test.each(linesOf<Recorded>('../engine/fixtures/kernel.jsonl.gz'))(
  '$id is read and written as it was recorded',
  ({ rules, sets: setText = '', counters, error }) => {
    const ipsets = parseIpset(setText)
    invariant(ipsets.ok, 'the recorded sets are good')
    const context = { family: 4, sets: ipsets.value } as const
    const parsed = parseSave(rules, context)
    if (error !== undefined) {
      expect(parsed.ok ? null : parsed.error.message).toBe(bare(error))
      return
    }
    invariant(parsed.ok && counters !== undefined, 'what was recorded is good')
    expect(printSave(parsed.value.table).trimEnd()).toBe(uncounted(counters))
    const again = parseSave(`${counters}\n`, context)
    invariant(again.ok, 'what was printed is good')
    expect(printSave(again.value.table, again.value.counters).trimEnd()).toBe(counters.trimEnd())
  },
)

/** The tool's words without its name and version, and without the hint behind. */
const bare = (error: string): string =>
  error
    .replace(/^iptables-restore( v[^:]*)?: /, '')
    .replace(/\n*Error occurred at line[\s\S]*/, '')
    .trim()

const uncounted = (text: string): string =>
  text
    .replace(/^\[\d+:\d+\] /gm, '')
    .replace(/\[\d+:\d+\]$/gm, '[0:0]')
    .trimEnd()
