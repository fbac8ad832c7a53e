import { expect, test } from 'vitest'
import { evaluateAt } from './at-moment.ts'
import { FIRST_BUILTIN } from './load-builtin.ts'
import type { ScenarioState } from './state.ts'
import type { Moment } from './timeline.ts'

/** The first story: its ConfigMap waits as a draft, and masquerades towards the private network. */
const before = FIRST_BUILTIN
const applied: ScenarioState = {
  ...before,
  manifests: { ...before.manifests, applied: true },
}
const seen = async (moment: Moment['code'] | null, existing = false) => {
  const state = { ...applied, flow: { ...applied.flow, existing } }
  return (await evaluateAt(state, { before, moment })).trace?.outcome.seenAs.address
}

test.each([
  ['before', '100.65.0.50'],
  ['applied', '100.65.0.50'],
  ['projected', '100.65.0.50'],
  ['in-force', '10.1.1.10'],
  [null, '10.1.1.10'],
] as const)('a new flow at the moment %s is seen as %s', async (moment, source) => {
  expect(await seen(moment)).toBe(source)
})

test('a flow that existed before keeps to what was decided then', async () => {
  expect(await seen(null, true)).toBe('100.65.0.50')
})

test('the line of moments is the same at each of them', async () => {
  const now = await evaluateAt(applied, { before, moment: null })
  const then = await evaluateAt(applied, { before, moment: 'applied' })
  expect(now.timeline.map(({ code }) => code)).toContain('in-force')
  expect(then.timeline).toEqual(now.timeline)
})

test('what was refused changes nothing, also where something younger than the change was accepted', async () => {
  const younger = { ...applied.manifests, inForce: applied.manifests.text }
  const broken = { ...applied, manifests: { ...younger, text: 'nonMasqueradeCIDRs: {' } }
  const { trace, config } = await evaluateAt(broken, { before, moment: null })
  expect(config.state).toBe('refused')
  expect(trace?.outcome.seenAs.address).toBe('10.1.1.10')
})
