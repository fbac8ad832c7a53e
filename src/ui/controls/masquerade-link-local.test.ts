import { beforeEach, describe, expect, test, vi } from 'vitest'
import { en } from '../../i18n/en.ts'
import { ok } from '../../net/result.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import { openPlayground, type PlaygroundState, playground } from '../../store/playground.ts'
import { editManifests } from '../../store/scenario-actions.ts'
import type { EngineClient } from '../../worker/client.ts'
import { editYamlThrough, masqueradeLinkLocal } from './masquerade-link-local.ts'

const manifests = () => playground().getState().scenario.manifests

const ask = vi.fn(async () => ok({ text: 'edited' }))

function open(text: string, applied: boolean): void {
  const draft = { manifests: 'the scenario’s draft' }
  openPlayground({
    scenario: {
      document: { draft },
      manifests: { text, applied, inForce: null },
    } as ScenarioState,
    run: { phase: 'idle' },
    messages: en,
  } as PlaygroundState)
}

describe('The switch for link-local writes into the ConfigMap', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }))
    ask.mockClear()
    editYamlThrough({ ask } as unknown as EngineClient)
  })

  test('Turned on it applies a draft, because in a draft the key would mean nothing', async () => {
    open('draft', false)
    await masqueradeLinkLocal(true)
    expect(manifests()).toMatchObject({ text: 'edited', applied: true })
  })

  test('Turned off it leaves the ConfigMap where it is', async () => {
    open('text', true)
    await masqueradeLinkLocal(false)
    expect(manifests()).toMatchObject({ text: 'edited', applied: true })
  })

  test('A draft that nobody touched stays out: only the key goes into the cluster', async () => {
    open('the scenario’s draft', false)
    await masqueradeLinkLocal(true)
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ text: '' }))
    expect(manifests()).toMatchObject({ text: 'edited', applied: true })
  })

  test('A text that has no place for the key stays as it is', async () => {
    open('- a list', true)
    editYamlThrough({ ask: async () => ok({ text: null }) } as unknown as EngineClient)
    await masqueradeLinkLocal(true)
    expect(manifests().text).toBe('- a list')
  })

  test('What is typed while the engine works is not lost', async () => {
    open('text', true)
    const edited = masqueradeLinkLocal(true)
    editManifests('typed meanwhile')
    await edited
    expect(manifests().text).toBe('typed meanwhile')
  })
})
