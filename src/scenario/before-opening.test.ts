import { expect, test } from 'vitest'
import { evaluateAt } from './at-moment.ts'
import { beforeOpening } from './before-opening.ts'
import { loadBuiltin } from './load-builtin.ts'
import type { Moment } from './timeline.ts'

/** The moments that a built-in scenario has when it is opened, and the source that is seen at each. */
async function sources(name: string): Promise<readonly (readonly [Moment['code'], unknown])[]> {
  const state = await loadBuiltin(name)
  const before = state && beforeOpening(state)
  if (!(state && before)) return []
  const { timeline } = await evaluateAt(state, { before, moment: null })
  return Promise.all(
    timeline.map(async ({ code }) => {
      const { trace } = await evaluateAt(state, { before, moment: code })
      return [code, trace?.outcome.seenAs.address] as const
    }),
  )
}

test('a node that booted under another flag gets the present one when it is replaced', async () => {
  expect(await sources('flag-off-until-replaced')).toEqual([
    ['before', '10.1.1.10'],
    ['in-force', '10.1.1.10'],
    ['nodes-replaced', '10.8.0.5'],
  ])
})

test('what was typed on a node was not there before, and is gone with the node', async () => {
  expect(await sources('manual-rules-one-node')).toEqual([
    ['before', '100.65.0.50'],
    ['in-force', '10.1.1.10'],
    ['nodes-replaced', '100.65.0.50'],
  ])
})

test('an earlier version of the manifests was in force before', async () => {
  const state = await loadBuiltin('existing-flow-keeps')
  expect(state && beforeOpening(state)?.manifests.text).toBe(state?.manifests.inForce)
})

test('most scenarios tell of no time before', async () => {
  expect(await sources('private-endpoint-as-is')).toEqual([])
  expect(await sources('private-endpoint-to-be')).toEqual([])
})
