/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { evaluateKernelCase } from '../cli/eval-kernel.ts'
import type { Verdict } from '../cli/eval-verdict.ts'

/** Recorded from Linux 6.18 with iptables 1.8.9 (nf_tables). */
interface Recorded {
  readonly id: string
  readonly rules: string
  readonly packets: readonly { readonly proto: string; readonly sport: number }[]
  readonly verdicts?: readonly {
    readonly src?: string
    readonly dst?: string
    readonly sport?: number
    readonly dport?: number
    readonly out: string | null
  }[]
  readonly counters?: string
  readonly error?: string
}

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

const nodes: unknown = JSON.parse(fixture('nodes.json').toString('utf8'))
const recorded = gunzipSync(fixture('kernel.jsonl.gz'))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line): Recorded => JSON.parse(line))

/** What a verdict says of itself, as far as the recording knows it. */
function agreed(verdict: Verdict, real: NonNullable<Recorded['verdicts']>[number]): unknown {
  const { sportRange, ...rest } = verdict
  if (!sportRange) return rest
  const inRange =
    real.sport !== undefined && real.sport >= sportRange[0] && real.sport <= sportRange[1]
  return inRange ? { ...rest, sport: real.sport } : verdict
}

test('the recording is whole', () => {
  expect(recorded).toHaveLength(114)
  expect(recorded.filter(({ error }) => error !== undefined)).toHaveLength(44)
})

test.each(recorded)('$id: every verdict and every counter', (real) => {
  const answer = evaluateKernelCase(real, nodes)
  if (real.error !== undefined) {
    expect(answer).toEqual({ id: real.id, error: expect.any(String) })
    return
  }
  expect(answer).toMatchObject({ id: real.id, counters: real.counters })
  const verdicts = 'verdicts' in answer ? answer.verdicts : []
  expect(verdicts).toHaveLength(real.packets.length)
  expect(verdicts.map((verdict, i) => agreed(verdict, real.verdicts?.[i] ?? { out: '' }))).toEqual(
    real.verdicts,
  )
})

test('a port is a range only where the rule that decided may pick one', () => {
  const plain = recorded.filter(({ rules }) => !/random|to-ports/.test(rules))
  expect(plain.length).toBeGreaterThan(20)
  for (const real of plain) {
    const answer = evaluateKernelCase(real, nodes)
    const verdicts = 'verdicts' in answer ? answer.verdicts : []
    expect(verdicts.filter(({ sportRange }) => sportRange)).toEqual([])
  }
})
