import { describe, expect, test } from 'vitest'
import { evaluate } from '../scenario/evaluate.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { answer } from './answer.ts'
import type { Question } from './protocol.ts'

const [state] = BUILTINS
const ask = async (...questions: Question[]) =>
  (await answer({ questions: questions.map((question, i) => ({ id: i + 7, question })) })).answers

test('each question gets its own answer, under its own id', async () => {
  const [evaluated, edited] = await ask(
    { kind: 'evaluate', state },
    {
      kind: 'set-masq-link-local',
      text: 'masqLinkLocal: false\nresyncInterval: 60s\n',
      value: true,
    },
  )
  expect(evaluated).toEqual({ id: 7, result: { ok: true, value: await evaluate(state) } })
  const text = 'masqLinkLocal: true\nresyncInterval: 60s\n'
  expect(edited).toEqual({ id: 8, result: { ok: true, value: { text } } })
})

test('questions and answers survive the way through a worker', async () => {
  const message = { questions: [{ id: 1, question: { kind: 'evaluate', state } as const }] }
  const answered = await answer(structuredClone(message))
  expect(structuredClone(answered)).toEqual(answered)
})

describe('Trouble', () => {
  test('a text that cannot be edited is left to its writer', async () => {
    const text = 'nonMasqueradeCIDRs:\n\t- 10.0.0.0/8\n'
    const [edited] = await ask({ kind: 'set-masq-link-local', text, value: true })
    expect(edited?.result).toEqual({ ok: true, value: { text: null } })
  })

  test('a throw becomes a fault, and the questions beside it are answered', async () => {
    const broken = { ...state, document: null } as unknown as ScenarioState
    const [thrown, fine] = await ask(
      { kind: 'evaluate', state: broken },
      { kind: 'evaluate', state },
    )
    expect(thrown?.result).toMatchObject({ ok: false, error: { code: 'engine-threw' } })
    expect(fine?.result.ok).toBe(true)
  })
})
