import { describe, expect, test } from 'vitest'
import { evaluate } from '../scenario/evaluate.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import type { Trace } from './trace.ts'

const STEPS = [
  'node',
  'forward-route',
  'egress-firewall',
  'second-translation',
  'far-firewall',
  'destination',
  'return-route',
  'return-state',
]

const traces = await Promise.all(
  BUILTINS.map(async (state) => (await evaluate(state)).flows.map(({ trace }) => trace)),
)
const all = traces.flat()

const told = ({ path }: Trace) => path.map(({ step, state }) => `${step} ${state}`)

describe('every flow of the built-in scenarios', () => {
  test.each(all)('$flow is asked every question once, in order', ({ path }) => {
    expect(path.map(({ step }) => step)).toEqual(STEPS)
  })

  test.each(all)('$flow fails at one step where it was dropped, and else at none', (trace) => {
    const failed = trace.path.filter(({ state }) => state === 'failed')
    expect(failed).toHaveLength(trace.outcome.kind === 'dropped' ? 1 : 0)
    const [first] = failed
    const hops = trace[trace.outcome.lostOn ?? 'forward']?.hops
    if (first?.hop) expect(hops?.[first.hop.index]?.mood).toBe('dropped')
  })

  test.each(all)(
    '$flow has hops behind what was answered, and assumptions behind the rest',
    (trace) => {
      for (const { state, hop, step } of trace.path) {
        if (hop) expect(trace[hop.leg]?.hops[hop.index], step).toBeDefined()
        else if (state === 'passed') expect(trace.assumptions).not.toEqual([])
        else expect(['not-needed', 'not-reached']).toContain(state)
      }
    },
  )
})

const flowOf = (scenario: number, flow: string): Trace => {
  const found = traces[scenario]?.find((trace) => trace.flow === flow)
  if (!found) throw new Error(`${flow} is a flow of it`)
  return found
}

test('a packet that dies at the far firewall never asked for a way back', () => {
  expect(told(flowOf(0, all[0]?.flow ?? ''))).toEqual([
    'node passed',
    'forward-route passed',
    'egress-firewall passed',
    'second-translation not-needed',
    'far-firewall failed',
    'destination not-reached',
    'return-route not-reached',
    'return-state not-reached',
  ])
})
