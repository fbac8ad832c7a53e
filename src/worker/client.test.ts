import { beforeEach, describe, expect, test } from 'vitest'
import type { ScenarioState } from '../scenario/state.ts'
import { EngineClient, PATIENCE_MS, type WorkerLike } from './client.ts'
import type { AskMessage, Question, WorkerMessage } from './protocol.ts'

/** A worker that does what the test tells it, and nothing by itself. */
class FakeWorker implements WorkerLike {
  readonly asked: AskMessage[] = []
  terminated = false
  readonly #listeners = new Map<string, (event: MessageEvent<WorkerMessage>) => void>()

  postMessage(message: AskMessage): void {
    this.asked.push(structuredClone(message))
  }
  terminate(): void {
    this.terminated = true
  }
  addEventListener(type: string, listener: (event: MessageEvent<WorkerMessage>) => void): void {
    this.#listeners.set(type, listener)
  }
  say(type: 'message' | 'error' | 'messageerror', data?: WorkerMessage): void {
    this.#listeners.get(type)?.({ data } as MessageEvent<WorkerMessage>)
  }
  /** Answers the newest message, each question by its own text. */
  answer(): void {
    const answers = (this.asked.at(-1)?.questions ?? []).map(({ id, question }) => ({
      id,
      result: { ok: true, value: { text: textOf(question) } } as const,
    }))
    this.say('message', { answers })
  }
}

/** A clock that moves when it is told to. */
class FakeClock {
  #now = 0
  #timers: { readonly at: number; readonly then: () => void }[] = []

  readonly after = (ms: number, then: () => void): (() => void) => {
    const timer = { at: this.#now + ms, then }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }
  pass(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      this.#now = Math.max(this.#now, next.at)
      this.#timers = this.#timers.filter((each) => each !== next)
      next.then()
    }
    this.#now = end
  }
  /** The machine is asleep for so long: what is due comes late, and all the rest from now on. */
  sleep(ms: number): void {
    this.#now += ms
    this.pass(0)
  }
}

function textOf(question: Question): string {
  if (question.kind === 'evaluate') return question.state.flow.name
  return 'text' in question ? question.text : ''
}

const setLinkLocal = (text: string) => ({ kind: 'set-masq-link-local', text, value: true }) as const
const evaluateFlow = (name: string) =>
  ({ kind: 'evaluate', state: { flow: { name } } as unknown as ScenarioState }) as const

const microtasks = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

let workers: FakeWorker[]
let clock: FakeClock
let client: EngineClient
/** Does the script of a new worker still come over the network? */
let slowNetwork: boolean

beforeEach(() => {
  workers = []
  clock = new FakeClock()
  slowNetwork = false
  client = new EngineClient(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    if (!slowNetwork) queueMicrotask(() => worker.say('message', { alive: true }))
    return worker
  }, clock.after)
})

const worker = (n: number): FakeWorker => {
  const found = workers[n]
  if (!found) throw new Error(`there is no worker ${n}`)
  return found
}

/** What became of a promise so far. */
function watch<T>(promise: Promise<T>): { value: T | 'open' } {
  const seen: { value: T | 'open' } = { value: 'open' }
  void promise.then((value) => {
    seen.value = value
  })
  return seen
}

const ok = (text: string) => ({ ok: true, value: { text } })
const stuck = { ok: false, error: { code: 'engine-stuck', afterMs: PATIENCE_MS } }
const gone = { ok: false, error: { code: 'engine-gone' } }

describe('Questions travel together', () => {
  test('no worker is started before something is asked', () => {
    expect(workers).toHaveLength(0)
  })

  test('what is asked in one breath goes in one message and gets its own answer', async () => {
    const edited = client.ask(setLinkLocal('a'))
    const evaluated = client.ask(evaluateFlow('f'))
    await microtasks()
    expect(worker(0).asked).toHaveLength(1)
    expect(worker(0).asked[0]?.questions.map(({ question }) => question.kind)).toEqual([
      'set-masq-link-local',
      'evaluate',
    ])
    worker(0).answer()
    expect(await edited).toEqual(ok('a'))
    expect(await evaluated).toEqual(ok('f'))
  })

  test('while one message is under way the next waits, and holds only the newest of a kind', async () => {
    const first = watch(client.ask(evaluateFlow('1')))
    await microtasks()
    const second = watch(client.ask(evaluateFlow('2')))
    await microtasks()
    const third = client.ask(evaluateFlow('3'))
    await microtasks()
    expect(worker(0).asked).toHaveLength(1)
    worker(0).answer()
    await microtasks()
    expect(worker(0).asked).toHaveLength(2)
    worker(0).answer()
    expect(await third).toEqual(ok('3'))
    expect([first.value, second.value]).toEqual(['open', 'open'])
  })

  test('an answer that comes after a newer question of its kind is dropped', async () => {
    const older = watch(client.ask(evaluateFlow('old')))
    await microtasks()
    const newer = watch(client.ask(evaluateFlow('new')))
    worker(0).answer()
    await microtasks()
    expect([older.value, newer.value]).toEqual(['open', 'open'])
    worker(0).answer()
    await microtasks()
    expect(newer.value).toEqual(ok('new'))
  })

  test('a question of another kind overtakes nothing', async () => {
    const edited = watch(client.ask(setLinkLocal('a')))
    await microtasks()
    void client.ask(evaluateFlow('f'))
    worker(0).answer()
    await microtasks()
    expect(edited.value).toEqual(ok('a'))
  })

  test('an answer to an id that nobody asked changes nothing', async () => {
    const seen = watch(client.ask(evaluateFlow('f')))
    await microtasks()
    worker(0).say('message', {
      answers: [{ id: 999, result: { ok: true, value: { text: 'x' } } }],
    })
    await microtasks()
    expect(seen.value).toBe('open')
  })
})

describe('Trouble', () => {
  test('what the engine threw reaches the one who asked, and the worker lives on', async () => {
    const asked = client.ask(evaluateFlow('f'))
    await microtasks()
    const error = { code: 'engine-threw', message: 'every node has a policy' } as const
    worker(0).say('message', { answers: [{ id: 1, result: { ok: false, error } }] })
    expect(await asked).toEqual({ ok: false, error })
    void client.ask(evaluateFlow('g'))
    await microtasks()
    expect(workers).toHaveLength(1)
  })

  test('a stuck worker is ended after a while, said to be stuck, and replaced', async () => {
    const asked = watch(client.ask(evaluateFlow('f')))
    await microtasks()
    clock.pass(PATIENCE_MS - 1)
    await microtasks()
    expect(asked.value).toBe('open')
    clock.pass(1)
    await microtasks()
    expect(asked.value).toEqual(stuck)
    expect(worker(0).terminated).toBe(true)
    const again = client.ask(evaluateFlow('g'))
    await microtasks()
    worker(1).answer()
    expect(await again).toEqual(ok('g'))
  })

  test('a worker whose script is still on its way is waited for, however long it takes', async () => {
    slowNetwork = true
    const asked = watch(client.ask(evaluateFlow('f')))
    await microtasks()
    clock.pass(100 * PATIENCE_MS)
    await microtasks()
    expect([asked.value, worker(0).terminated]).toEqual(['open', false])
    worker(0).say('message', { alive: true })
    clock.pass(PATIENCE_MS - 1)
    worker(0).answer()
    await microtasks()
    expect(asked.value).toEqual(ok('f'))
    expect(workers).toHaveLength(1)
  })

  test('one that has begun to run and then thinks for too long is ended', async () => {
    slowNetwork = true
    const asked = watch(client.ask(evaluateFlow('f')))
    await microtasks()
    clock.pass(100 * PATIENCE_MS)
    worker(0).say('message', { alive: true })
    clock.pass(PATIENCE_MS)
    await microtasks()
    expect(asked.value).toEqual(stuck)
  })

  test('one that waits for a file, and says that it is there, is waited for', async () => {
    const asked = watch(client.ask(evaluateFlow('f')))
    await microtasks()
    for (let i = 0; i < 20; i += 1) {
      clock.pass(PATIENCE_MS - 1)
      worker(0).say('message', { alive: true })
    }
    await microtasks()
    expect(asked.value).toBe('open')
    clock.pass(PATIENCE_MS)
    await microtasks()
    expect(asked.value).toEqual(stuck)
  })

  test('a sign of life between two questions sets no watchdog', async () => {
    void client.ask(evaluateFlow('f'))
    await microtasks()
    worker(0).answer()
    worker(0).say('message', { alive: true })
    clock.pass(10 * PATIENCE_MS)
    expect(worker(0).terminated).toBe(false)
  })

  test('a machine that sleeps over a question gets its answer when it wakes', async () => {
    const asked = watch(client.ask(evaluateFlow('f')))
    await microtasks()
    clock.sleep(1000 * PATIENCE_MS)
    worker(0).answer()
    await microtasks()
    expect(asked.value).toEqual(ok('f'))
  })

  test('what waited behind a stuck question goes on in the new worker', async () => {
    const first = watch(client.ask(setLinkLocal('a')))
    await microtasks()
    const second = client.ask(evaluateFlow('f'))
    await microtasks()
    clock.pass(PATIENCE_MS)
    await microtasks()
    expect(first.value).toEqual(stuck)
    worker(1).answer()
    expect(await second).toEqual(ok('f'))
  })

  test('an answer calls the watchdog off', async () => {
    void client.ask(evaluateFlow('f'))
    await microtasks()
    worker(0).answer()
    clock.pass(10 * PATIENCE_MS)
    expect(worker(0).terminated).toBe(false)
  })

  test('the last words of an ended worker are not heard', async () => {
    void client.ask(evaluateFlow('f'))
    await microtasks()
    clock.pass(PATIENCE_MS)
    const next = watch(client.ask(evaluateFlow('g')))
    await microtasks()
    worker(0).say('message', {
      answers: [{ id: 2, result: { ok: true, value: { text: 'late' } } }],
    })
    worker(0).say('error')
    await microtasks()
    expect(next.value).toBe('open')
    expect(worker(1).terminated).toBe(false)
  })

  test.each(['error', 'messageerror'] as const)('%s means that it is gone', async (event) => {
    const asked = client.ask(evaluateFlow('f'))
    await microtasks()
    worker(0).say(event)
    expect(await asked).toEqual(gone)
    expect(worker(0).terminated).toBe(true)
  })

  test('a worker that dies once is replaced at the next question', async () => {
    void client.ask(evaluateFlow('f'))
    await microtasks()
    worker(0).say('error')
    const again = client.ask(evaluateFlow('g'))
    await microtasks()
    worker(1).answer()
    expect(await again).toEqual(ok('g'))
  })
})

describe('A worker that dies again and again is not started in a loop', () => {
  const dieOnce = async () => {
    const asked = client.ask(evaluateFlow('f'))
    await microtasks()
    workers.at(-1)?.say('error')
    return asked
  }

  test('after the second death nothing is started for a second, and longer each time', async () => {
    await dieOnce()
    await dieOnce()
    expect(workers).toHaveLength(2)
    expect(await client.ask(evaluateFlow('g'))).toEqual(gone)
    expect(workers).toHaveLength(2)
    clock.pass(1000)
    await dieOnce()
    expect(workers).toHaveLength(3)
    clock.pass(1999)
    expect(await client.ask(evaluateFlow('g'))).toEqual(gone)
    clock.pass(1)
    await dieOnce()
    expect(workers).toHaveLength(4)
  })

  test('questions that waited do not restart it by themselves', async () => {
    await dieOnce()
    void client.ask(setLinkLocal('a'))
    await microtasks()
    const waiting = client.ask(evaluateFlow('g'))
    await microtasks()
    worker(1).say('error')
    expect(await waiting).toEqual(gone)
    expect(workers).toHaveLength(2)
  })

  test('one answer makes good for the deaths before it', async () => {
    await dieOnce()
    void client.ask(evaluateFlow('g'))
    await microtasks()
    worker(1).answer()
    await dieOnce()
    void client.ask(evaluateFlow('h'))
    await microtasks()
    expect(workers).toHaveLength(3)
  })

  test('a browser that refuses workers gets a clear answer', async () => {
    let tries = 0
    const refusing = new EngineClient(() => {
      tries += 1
      throw new Error('refused')
    }, clock.after)
    for (let i = 0; i < 5; i += 1) expect(await refusing.ask(evaluateFlow('f'))).toEqual(gone)
    expect(tries).toBe(2)
  })
})
