import { describe, expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import { beginComparing } from '../../store/compared.ts'
import { viewOnScreen } from './view-on-screen.ts'

const scenario = { flow: { name: 'f', from: 'a', to: 'b', protocol: 'tcp' } } as ScenarioState
const page = {
  scenario,
  tab: 'chain',
  messages: en,
  theme: 'system',
  compared: null,
  probes: [],
} as const

describe('A link shows what is on show', () => {
  test('The end is left out, so that it stays the end', () => {
    expect(viewOnScreen({ ...page, shown: 'end' })).toEqual({
      state: scenario,
      tab: 'chain',
      language: 'en',
    })
  })

  test('A rule within a hop is kept, and so is a theme that was chosen', () => {
    const view = viewOnScreen({ ...page, theme: 'dark', shown: { hop: 3, step: 5 } })
    expect(view).toMatchObject({ hop: 3, step: 5, theme: 'dark' })
  })

  test('The dataplanes that stand side by side are kept; none named stands for all', () => {
    const lanes = (dataplanes: readonly string[] | null) =>
      viewOnScreen({ ...page, shown: 'end', compared: beginComparing(dataplanes) }).lanes
    expect(lanes(['calico', 'cilium'])).toEqual(['calico', 'cilium'])
    expect(lanes(null)).toEqual([])
    expect(viewOnScreen({ ...page, shown: 'end' })).not.toHaveProperty('lanes')
  })

  test('Probes are kept where there are some', () => {
    const probes = ['node:node-1', 'pod:pod-a,node:node-1']
    expect(viewOnScreen({ ...page, shown: 'end', probes }).probes).toEqual(probes)
    expect(viewOnScreen({ ...page, shown: 'end' })).not.toHaveProperty('probes')
  })

  test('A hop that is done has no rule', () => {
    expect(viewOnScreen({ ...page, shown: { hop: 3, step: null } })).not.toHaveProperty('step')
  })
})
