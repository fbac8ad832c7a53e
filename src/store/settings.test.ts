import { beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../net/result.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import type { ScenarioState } from '../scenario/state.ts'
import type { EngineClient } from '../worker/client.ts'
import { openQuietly } from './fixtures/open-quietly.ts'
import { playground } from './playground.ts'
import { changeSetting, keepReadingSettings } from './settings.ts'

const now = (): ScenarioState => playground().getState().scenario
const put = (scenario: ScenarioState) => playground().setState({ scenario })
const textOf = ({ manifests }: ScenarioState): string => manifests.text

/** An engine that adds a line to the text that it was asked of; `meanwhile` happens while it thinks. */
function engineThatAdds(meanwhile: () => void): Pick<EngineClient, 'ask'> {
  let first = true
  const ask = async (question: { readonly kind: string; readonly state: ScenarioState }) => {
    if (question.kind !== 'change-setting') return ok([])
    if (first) meanwhile()
    first = false
    const { state } = question
    const text = `${textOf(state)}# changed\n`
    return ok(ok({ ...state, manifests: { ...state.manifests, text } }))
  }
  return { ask } as unknown as Pick<EngineClient, 'ask'>
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  openQuietly()
})

test('a change that something came between is made on top of that, and not lost', async () => {
  keepReadingSettings(
    engineThatAdds(() => put({ ...now(), manifests: { ...now().manifests, applied: true } })),
  )
  const before = textOf(now())
  await changeSetting('masqLinkLocal', true, false)
  expect(textOf(now())).toBe(`${before}# changed\n`)
  expect(now().manifests.applied).toBe(true)
})

test('another story that was opened meanwhile is left alone', async () => {
  const other = BUILTINS.find(({ document }) => document.metadata.name === 'cloud-nat-nodes-only')
  keepReadingSettings(engineThatAdds(() => put(other ?? now())))
  await changeSetting('masqLinkLocal', true, false)
  expect(other).toBeDefined()
  expect(now()).toBe(other)
})
