/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { IpSet } from '../engine/rule.ts'
import type { IssueCode } from './issue.ts'
import { parseIpset } from './parse-ipset.ts'
import { printIpset } from './print-ipset.ts'

/**
 * What `ipset restore` 7.17 on Linux 6.18 made of a text, or said of it. Code, line and column are
 * this program's own.
 */
interface Answer {
  readonly text: string
  readonly error?: string
  readonly code?: IssueCode
  readonly line?: number
  readonly column?: number
  readonly save?: string
}

const answers = readFileSync(new URL('fixtures/sets.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Answer => JSON.parse(line))
  .map((answer) => [answer.text.replace(/\n/g, ' ; '), answer] as const)

/** Each set without the options that the kernel adds, and the elements, which it holds in no order. */
function saved(sets: readonly IpSet[]): string {
  const lines = printIpset(sets).trimEnd().split('\n')
  const [created, added] = ['create', 'add'].map((verb) => lines.filter((l) => l.startsWith(verb)))
  const bare = (created ?? []).map((line) => line.split(' ').slice(0, 5).join(' '))
  return [...bare, ...(added ?? []).sort()].join('\n')
}

test.each(answers)('%s', (_, { text, save, error: message, code, line, column }) => {
  const parsed = parseIpset(text)
  if (message !== undefined) {
    expect(parsed).toEqual({ ok: false, error: { message, code, line, column } })
  } else {
    expect(parsed.ok && saved(parsed.value)).toBe(save)
  }
})
