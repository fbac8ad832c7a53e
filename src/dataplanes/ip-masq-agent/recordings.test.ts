/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { printSave } from '../../iptables/print-save.ts'
import { plainFile } from './config-file.ts'
import { parseFlags } from './flags.ts'
import { type AgentState, FRESH, syncAgent } from './sync.ts'

interface Recording {
  readonly id: string
  readonly config: string | null
  readonly flags: readonly string[]
  readonly using: string | null
  readonly error: string | null
  readonly rules: string
  readonly rules6?: string
}

const recordings: readonly Recording[] = gunzipSync(
  readFileSync(join(import.meta.dirname, 'fixtures/agent.jsonl.gz')),
)
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

test('there are 59 recordings', () => {
  expect(recordings).toHaveLength(59)
})

const print = (table: AgentState['nat4']): string | null => (table ? printSave(table).trim() : null)

test.each(recordings)('the agent does as it did when $id was recorded', (recording) => {
  const flags = parseFlags(recording.flags)
  if (!flags.ok) throw new Error(flags.error.text)
  const before = syncAgent(FRESH, null, flags.value).state
  const file = recording.config === null ? null : plainFile(recording.config)
  const { state, error, using } = syncAgent(before, file, flags.value)
  expect({
    error: error?.by === 'agent' ? error.text : null,
    using,
    rules: print(state.nat4),
    rules6: print(state.nat6),
  }).toEqual({
    error: recording.error,
    using: recording.using,
    rules: recording.rules.trim(),
    rules6: recording.rules6?.trim() ?? null,
  })
})
