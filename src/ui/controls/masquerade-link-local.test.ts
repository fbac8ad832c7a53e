import { beforeEach, describe, expect, test, vi } from 'vitest'
import { en } from '../../i18n/en.ts'
import { ok } from '../../net/result.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import { openPlayground, type PlaygroundState, playground } from '../../store/playground.ts'
import { editConfigMap } from '../../store/scenario-actions.ts'
import type { EngineClient } from '../../worker/client.ts'
import { editYamlThrough, masqueradeLinkLocal } from './masquerade-link-local.ts'

const configMap = () => playground().getState().scenario.configMap

function open(text: string, applied: boolean): void {
  openPlayground({
    scenario: { configMap: { text, applied, inForce: null } } as ScenarioState,
    run: { phase: 'idle' },
    messages: en,
  } as PlaygroundState)
}

describe('The switch for link-local writes into the ConfigMap', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }))
    const ask = async () => ok({ text: 'edited' })
    editYamlThrough({ ask } as unknown as EngineClient)
  })

  test('Turned on it applies a draft, because in a draft the key would mean nothing', async () => {
    open('draft', false)
    await masqueradeLinkLocal(true)
    expect(configMap()).toMatchObject({ text: 'edited', applied: true })
  })

  test('Turned off it leaves the ConfigMap where it is', async () => {
    open('text', true)
    await masqueradeLinkLocal(false)
    expect(configMap()).toMatchObject({ text: 'edited', applied: true })
  })

  test('Without a text it writes a manifest that says nothing else', async () => {
    open('', false)
    await masqueradeLinkLocal(true)
    expect(configMap().applied).toBe(true)
    expect(configMap().text).toContain('    masqLinkLocal: true\n')
    expect(configMap().text).not.toContain('nonMasqueradeCIDRs')
  })

  test('What is typed while the engine works is not lost', async () => {
    open('text', true)
    const edited = masqueradeLinkLocal(true)
    editConfigMap('typed meanwhile')
    await edited
    expect(configMap().text).toBe('typed meanwhile')
  })
})
