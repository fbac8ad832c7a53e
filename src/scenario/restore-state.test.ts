import { describe, expect, test } from 'vitest'
import { BUILTINS } from './fixtures/builtin-states.ts'
import { restoreState } from './restore-state.ts'
import type { ScenarioState } from './state.ts'

const state = BUILTINS[0]

/** As it comes out of a link: plain JSON that anyone may have touched. */
interface Draft {
  document: { pods: unknown[]; weather?: unknown; metadata?: unknown }
  manifests: { applied: unknown; text: unknown }
  flow: { to?: unknown; from?: unknown; port?: unknown }
}
const draftOf = (made: ScenarioState): Draft => JSON.parse(JSON.stringify(made)) as Draft

function restored(change: (draft: Draft) => void) {
  const draft = draftOf(state)
  change(draft)
  const result = restoreState(draft)
  if (!result.ok) throw new Error(result.error.path)
  return result.value
}

test.each(BUILTINS)('$document.metadata.name comes back whole', (builtin) => {
  expect(restoreState(draftOf(builtin))).toEqual({ ok: true, value: { state: builtin, lost: [] } })
})

test('what is typed is kept as typed, right or wrong', () => {
  const { state: back, lost } = restored(({ flow, manifests }) => {
    flow.to = '10.2.1.'
    flow.from = ''
    flow.port = 99999
    manifests.text = 'nonMasqueradeCIDRs:\n\t- broken'
  })
  expect(lost).toEqual([])
  expect(back.flow).toMatchObject({ to: '10.2.1.', from: '', port: 99999 })
  expect(back.manifests.text).toContain('\t- broken')
})

describe('What is not valid is left out, and the rest is kept', () => {
  test('a wrong port leaves the flow without one', () => {
    const { state: back, lost } = restored(({ flow }) => {
      flow.port = 'https'
    })
    expect(lost).toEqual(['flow.port'])
    expect(back.flow.port).toBeUndefined()
    expect(back.flow.to).toBe(state.flow.to)
    expect(back.document).toEqual(state.document)
  })

  test('a flow that is none becomes the first flow of the scenario', () => {
    const { state: back, lost } = restored((draft) => {
      draft.flow = 'pod-a to 8.8.8.8' as never
    })
    expect(lost).toEqual(['flow'])
    expect(back.flow).toEqual(state.document.flows[0])
  })

  test('a flow without a sender goes as a whole', () => {
    const { state: back, lost } = restored(({ flow }) => {
      delete flow.from
    })
    expect(lost).toEqual(['flow.from'])
    expect(back.flow).toEqual(state.document.flows[0])
  })

  test('a field that nobody knows goes', () => {
    const { state: back, lost } = restored(({ document }) => {
      document.weather = 'fair'
    })
    expect(lost).toEqual(['document.weather'])
    expect(back).toEqual(state)
  })

  test('a broken member of a list goes, the others stay', () => {
    const { state: back, lost } = restored(({ document }) => {
      document.pods.unshift({ name: 'pod-x' }, 7)
    })
    expect(lost).toEqual(['document.pods.0.node', 'document.pods.0'])
    expect(back.document.pods).toEqual(state.document.pods)
  })

  test('a ConfigMap that is none counts as none', () => {
    const { state: back, lost } = restored(({ manifests }) => {
      manifests.applied = 'yes'
      manifests.text = 12
    })
    expect(lost).toEqual(['manifests.applied', 'manifests.text'])
    expect(back.manifests).toEqual({ applied: false, text: '', inForce: null })
  })
})

describe('What is no state is refused, with the path of its first fault', () => {
  test.each<[unknown, string]>([
    [null, ''],
    ['text', ''],
    [[], 'document'],
    [{}, 'document'],
    [{ document: 7 }, 'document'],
    [{ document: {} }, 'document.apiVersion'],
  ])('%j', (value, path) => {
    expect(restoreState(value)).toEqual({ ok: false, error: { path } })
  })

  test('a document that lacks what every scenario has', () => {
    const draft = draftOf(state)
    delete draft.document.metadata
    expect(restoreState(draft)).toEqual({ ok: false, error: { path: 'document.metadata' } })
  })

  test('one with more faults than a person could have made', () => {
    const draft = draftOf(state)
    for (let i = 0; i < 100; i += 1) Object.assign(draft.document, { [`extra-${i}`]: i })
    expect(restoreState(draft).ok).toBe(false)
  })
})

test('keys that are dangerous in JavaScript reach nothing', () => {
  const text = JSON.stringify(state).replace(
    '"clusters":[{',
    '"__proto__":{"polluted":1},"clusters":[{"__proto__":{"polluted":1},"constructor":{"x":1},',
  )
  const result = restoreState(JSON.parse(text))
  expect(result.ok && result.value.state).toEqual(state)
  expect(result.ok && Object.getPrototypeOf(result.value.state.document.clusters[0])).toBe(
    Object.prototype,
  )
  expect('polluted' in {}).toBe(false)
})
