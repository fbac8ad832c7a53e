/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { evaluateAgentCase } from './eval-agent.ts'

const fixture = '../dataplanes/ip-masq-agent/fixtures/agent.jsonl.gz'
const lines = gunzipSync(readFileSync(join(import.meta.dirname, fixture)))
  .toString()
  .trim()
  .split('\n')

test('the answer to each of the 59 recorded lines is the line itself', () => {
  expect(lines).toHaveLength(59)
  for (const line of lines) {
    const { config, flags, agent, ...recorded } = JSON.parse(line)
    expect(evaluateAgentCase({ id: recorded.id, config, flags, agent })).toEqual(recorded)
  }
})

test.each([
  [{ id: 1 }, 'config is neither a text nor null'],
  [{ id: 1, config: '', flags: 'x' }, 'flags: not a list'],
  [{ id: 1, config: '', flags: ['--x'] }, 'flags: flag provided but not defined: -x'],
])('a case that is none gets an error: %j', (line, error) => {
  expect(evaluateAgentCase(line)).toEqual({ id: 1, error })
})
