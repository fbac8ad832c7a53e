import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { BUILTINS } from './fixtures/builtin-states.ts'
import type { ScenarioState } from './state.ts'
import { stateAt, timelineOf } from './timeline.ts'

const [asIs] = BUILTINS

const config = (lines: string): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata: { name: ip-masq-agent, namespace: kube-system }',
    'data:',
    '  config: |',
    ...lines.split('\n').map((line) => `    ${line}`),
    '',
  ].join('\n')

const changed: ScenarioState = {
  ...asIs,
  manifests: {
    applied: true,
    text: config('nonMasqueradeCIDRs: [100.64.0.0/10]\nresyncInterval: 10s'),
    inForce: config('resyncInterval: 30s'),
  },
}

test('A ConfigMap is projected, then read in the next round, which the old interval calls', async () => {
  const { timeline } = await evaluate(changed)
  expect(timeline.map(({ code, atMost }) => [code, atMost])).toEqual([
    ['before', 0],
    ['applied', 0],
    ['projected', 60],
    ['in-force', 90],
    ['next-round', expect.any(Number)],
  ])
  expect(timeline.filter(({ assumption }) => assumption).map(({ code }) => code)).toEqual([
    'projected',
    'in-force',
  ])
})

test('Nothing is on the line where nothing has changed', async () => {
  expect((await evaluate(asIs)).timeline).toEqual([])
})

test('At each moment the packet is decided by what is in force then', async () => {
  const { timeline } = await evaluate(changed)
  const seen = await Promise.all(
    timeline.map(async (moment) => {
      const { trace } = await evaluate(stateAt(changed, moment))
      return [moment.code, trace?.outcome.because.code]
    }),
  )
  expect(seen).toEqual([
    ['before', 'kept-default-range'],
    ['applied', 'kept-default-range'],
    ['projected', 'kept-default-range'],
    ['in-force', 'masqueraded'],
    ['next-round', 'masqueraded'],
  ])
})

test('Rules typed on a node go when it is replaced, and so does what had been typed before', async () => {
  const { document } = asIs
  const rule = '-t nat -I POSTROUTING -d 10.2.0.0/16 -j MASQUERADE'
  const nodes = document.nodes.map((node) => ({ ...node, manualRules: `iptables ${rule}\n` }))
  const typed: ScenarioState = {
    ...asIs,
    document: { ...document, nodes },
    began: { manualRules: {} },
  }
  expect(timelineOf(typed, null).map(({ code }) => code)).toEqual([
    'before',
    'in-force',
    'nodes-replaced',
  ])
  const because = async (state: ScenarioState) =>
    (await evaluate(state)).trace?.outcome.because.code
  expect(await because(typed)).toBe('masqueraded')
  expect(await because(stateAt(typed, { code: 'before' }))).toBe('kept-default-range')
  expect(await because(stateAt(typed, { code: 'nodes-replaced' }))).toBe('kept-default-range')
  const open = { ...typed, flow: { ...typed.flow, existing: true } }
  expect(await because(open)).toBe('kept-by-conntrack')
  expect(await because(stateAt(open, { code: 'nodes-replaced' }))).toBe('kept-default-range')
})
