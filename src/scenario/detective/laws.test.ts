import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { restoreState } from '../restore-state.ts'
import type { ScenarioState } from '../state.ts'
import type { Change } from './change.ts'
import { diagnose } from './diagnose.ts'
import type { Fix } from './diagnosis.ts'
import { anyWorld } from './fixtures/any-world.ts'
import { loadDataplanes } from './focus.ts'
import { makeChanges } from './make-change.ts'

const succeeds = async (state: ScenarioState): Promise<boolean> =>
  (await evaluate(state)).trace?.outcome.kind === 'delivered'

/** The empty one among them. */
const properParts = (changes: readonly Change[]): readonly (readonly Change[])[] =>
  Array.from({ length: 2 ** changes.length - 1 }, (_, i) =>
    changes.filter((_each, bit) => (i >> bit) & 1),
  )

/** It is made in the manifests or the settings of the cluster that is not the first. */
const isOfSecond = ({ edit }: Change): boolean => 'cluster' in edit && edit.cluster === 'second'

async function expectToSuffice(state: ScenarioState, { changes, after }: Fix): Promise<void> {
  expect(await succeeds(after)).toBe(true)
  expect(restoreState(after)).toMatchObject({ ok: true, value: { lost: [] } })
  const dataplanes = await loadDataplanes(state.document)
  for (const part of properParts(changes)) {
    const partly = makeChanges(state, part, dataplanes)
    expect(partly !== null && (await succeeds(partly))).toBe(false)
  }
}

test('every fix makes the flow succeed, and no proper part of its changes does', async () => {
  const met = { failing: 0, fixed: 0, combined: 0, ofSecond: 0 }
  const law = fc.asyncProperty(anyWorld, async (state) => {
    const { outcome, fixes, causes } = await diagnose(state)
    const fine = outcome?.kind === 'delivered'
    expect(fine).toBe(await succeeds(state))
    if (fine) expect([fixes, causes]).toEqual([[], []])
    for (const fix of fixes) await expectToSuffice(state, fix)
    met.failing += fine ? 0 : 1
    met.fixed += fixes.length > 0 ? 1 : 0
    met.ofSecond += fixes.filter(({ changes }) => changes.some(isOfSecond)).length
    met.combined += fixes.filter(({ changes }) => changes.length > 1).length
  })
  await fc.assert(law, { numRuns: 90 })
  // A law about nothing would hold as well.
  expect(met.fixed).toBeGreaterThan(met.failing / 3)
  expect(met.combined).toBeGreaterThan(10)
  expect(met.ofSecond).toBeGreaterThan(3)
}, 90_000)
