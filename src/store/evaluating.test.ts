import { beforeEach, describe, expect, test } from 'vitest'
import { err, ok, type Result } from '../net/result.ts'
import { evaluate } from '../scenario/evaluate.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import type { ScenarioState } from '../scenario/state.ts'
import type { EngineFault } from '../worker/protocol.ts'
import { askAgain, keepEvaluating } from './evaluating.ts'
import { openQuietly } from './fixtures/open-quietly.ts'
import { playground } from './playground.ts'
import { faultOf } from './run.ts'
import { editManifests, setDefaultSnat } from './scenario-actions.ts'

interface Asked {
  readonly state: ScenarioState
  readonly answer: (result: Result<Evaluation, EngineFault>) => void
}

let asked: Asked[]
const toBe = BUILTINS[1] ?? BUILTINS[0]

beforeEach(() => {
  asked = []
  Object.assign(globalThis, { matchMedia: () => ({ matches: true }) })
  openQuietly({ scenario: { ...toBe, manifests: { ...toBe.manifests, inForce: null } } })
  keepEvaluating((state) => new Promise((answer) => asked.push({ state, answer })))
})

const now = () => playground().getState()
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

async function answerLast(): Promise<void> {
  const last = asked.at(-1)
  if (last) last.answer(ok(await evaluate(last.state)))
  await settled()
}

describe('The engine is asked after each change', () => {
  test('at the start, and again when a switch is turned', async () => {
    expect(asked).toHaveLength(1)
    await answerLast()
    expect(now().run.phase).toBe('answered')
    setDefaultSnat(false)
    expect(asked).toHaveLength(2)
    expect(asked[1]?.state.document.clusters[0]?.disableDefaultSnat).toBe(true)
  })

  test('while it is asked, the last answer stays in view', async () => {
    await answerLast()
    const { run } = now()
    setDefaultSnat(false)
    expect(now().run).toEqual({
      phase: 'asking',
      fault: null,
      last: run.phase === 'answered' ? run.evaluation : null,
    })
  })

  test('an answer that was overtaken changes nothing', async () => {
    const [first] = asked
    setDefaultSnat(false)
    if (first) first.answer(ok(await evaluate(first.state)))
    await settled()
    expect(now().run.phase).toBe('asking')
  })

  test('what is only moved on the map asks nothing, and is still there when the answer comes', async () => {
    const move = (x: number) => {
      const { scenario } = now()
      const document = {
        ...scenario.document,
        positions: { 'pod:pod': [x, 0] as [number, number] },
      }
      playground().setState({ scenario: { ...scenario, document } })
    }
    move(8)
    await answerLast()
    expect(now().run.phase).toBe('answered')
    expect(now().scenario.document.positions).toEqual({ 'pod:pod': [8, 0] })
    move(16)
    expect(asked).toHaveLength(1)
    expect(now().run.phase).toBe('answered')
    setDefaultSnat(false)
    expect(asked).toHaveLength(2)
    expect(asked[1]?.state.document.positions).toEqual({ 'pod:pod': [16, 0] })
  })

  test('a failure keeps the last answer, stops playing, and can be asked again', async () => {
    await answerLast()
    setDefaultSnat(false)
    asked.at(-1)?.answer(err({ code: 'engine-gone' }))
    await settled()
    expect(now().run).toMatchObject({ phase: 'failed', fault: { code: 'engine-gone' } })
    expect(now().run).toHaveProperty('last.trace')
    void askAgain()
    // What is said of the failure stays in its place until there is more to say.
    expect(now().run).toMatchObject({ phase: 'asking', fault: { code: 'engine-gone' } })
    await answerLast()
    expect(now().run.phase).toBe('answered')
    expect(faultOf(now().run)).toBeNull()
  })
})

describe('The text in force', () => {
  test('is the accepted one, remembered without another question', async () => {
    await answerLast()
    expect(now().scenario.manifests.inForce).toBe(toBe.manifests.text)
    expect(asked).toHaveLength(1)
  })

  test('stays when the next one is refused, and nothing typed is lost', async () => {
    await answerLast()
    const broken = toBe.manifests.text.replace('172.16.0.0/12', '172.16.0.0/33')
    editManifests(broken)
    await answerLast()
    const { manifests } = now().scenario
    expect(manifests).toMatchObject({ text: broken, inForce: toBe.manifests.text })
    expect(now().run).toHaveProperty('evaluation.config.state', 'refused')
  })

  test('is gone with the agent', async () => {
    await answerLast()
    setDefaultSnat(false)
    await answerLast()
    expect(now().scenario.manifests.inForce).toBeNull()
  })
})
