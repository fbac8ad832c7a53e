import { err, type Result } from '../net/result.ts'
import type { Answers, AskMessage, EngineFault, Question, WorkerMessage } from './protocol.ts'

export interface WorkerLike {
  postMessage(message: AskMessage): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerMessage>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void
}

/** Calls `then` in `ms` milliseconds; what it returns takes that back. */
export type After = (ms: number, then: () => void) => () => void

/** A worker that runs, and is silent for so long, does not come back. */
export const PATIENCE_MS = 3000
/** How long a worker that keeps dying is left alone: twice as long each time, at most this. */
const LONGEST_REST_MS = 32_000

interface Asked<K extends Question['kind'] = Question['kind']> {
  readonly id: number
  readonly question: Question & { readonly kind: K }
  readonly resolve: (result: Result<Answers[K], EngineFault>) => void
}

/**
 * The screen's end of the hallway. One message is under way at a time; what is asked meanwhile goes
 * together in the next. Of a topic only the newest question counts: the promise of one that was
 * overtaken stays open for ever. A stuck or dead worker is replaced when the next message is due.
 * Patience is for thinking: a script that is still on its way over a slow network is waited for.
 */
export class EngineClient {
  readonly #createWorker: () => WorkerLike
  readonly #after: After
  readonly #patience: number
  readonly #waiting = new Map<string, Asked>()
  #underWay: readonly Asked[] = []
  #worker: WorkerLike | null = null
  /** Has the worker ever been heard? */
  #runs = false
  #lastId = 0
  #due = false
  #deaths = 0
  #resting = false
  #callOffWatchdog: () => void = () => undefined

  /** `patience`: of what is asked here some may take longer, in milliseconds. */
  constructor(createWorker: () => WorkerLike, after: After = later, patience = PATIENCE_MS) {
    this.#createWorker = createWorker
    this.#after = after
    this.#patience = patience
  }

  ask<K extends Question['kind']>(
    question: Question & { readonly kind: K },
  ): Promise<Result<Answers[K], EngineFault>> {
    return new Promise((resolve) => {
      this.#lastId += 1
      const asked: Asked<K> = { id: this.#lastId, question, resolve }
      // `protocol.ts` pairs each kind with its answer; ids carry that pair through the worker.
      this.#waiting.set(topicOf(question), asked as unknown as Asked)
      this.#underWay = this.#underWay.map((older) =>
        topicOf(older.question) === topicOf(question)
          ? { ...older, resolve: () => undefined }
          : older,
      )
      if (this.#due) return
      this.#due = true
      queueMicrotask(() => {
        this.#due = false
        this.#send()
      })
    })
  }

  #send(): void {
    if (this.#underWay.length > 0 || this.#waiting.size === 0) return
    this.#underWay = [...this.#waiting.values()]
    this.#waiting.clear()
    if (this.#resting) {
      this.#fail({ code: 'engine-gone' })
      return
    }
    try {
      this.#worker ??= this.#start()
    } catch {
      this.#lose({ code: 'engine-gone' })
      return
    }
    if (this.#runs) this.#watch()
    const questions = this.#underWay.map(({ id, question }) => ({ id, question }))
    this.#worker.postMessage({ questions })
  }

  /** In two halves: the timer of a machine that slept is due at once, and its worker slept too. */
  #watch(halves = 2): void {
    this.#callOffWatchdog()
    this.#callOffWatchdog = this.#after(this.#patience / 2, () => {
      if (halves > 1) this.#watch(halves - 1)
      else this.#lose({ code: 'engine-stuck', afterMs: this.#patience })
    })
  }

  #start(): WorkerLike {
    const worker = this.#createWorker()
    this.#runs = false
    const ifCurrent = (then: () => void) => () => {
      if (worker === this.#worker) then()
    }
    const gone = ifCurrent(() => this.#lose({ code: 'engine-gone' }))
    worker.addEventListener('message', ({ data }) => ifCurrent(() => this.#receive(data))())
    worker.addEventListener('error', gone)
    worker.addEventListener('messageerror', gone)
    return worker
  }

  #receive(message: WorkerMessage): void {
    this.#runs = true
    if ('alive' in message) {
      if (this.#underWay.length > 0) this.#watch()
      return
    }
    this.#callOffWatchdog()
    this.#deaths = 0
    const asked = this.#underWay
    this.#underWay = []
    for (const { id, result } of message.answers)
      asked.find((each) => each.id === id)?.resolve(result)
    this.#send()
  }

  #lose(fault: EngineFault): void {
    this.#callOffWatchdog()
    this.#worker?.terminate()
    this.#worker = null
    if (fault.code === 'engine-gone') this.#countDeath()
    this.#fail(fault)
  }

  /** The first death may be an accident; one that comes back would be a loop of restarts. */
  #countDeath(): void {
    this.#deaths += 1
    if (this.#deaths < 2) return
    this.#resting = true
    const rest = Math.min(LONGEST_REST_MS, 500 * 2 ** (this.#deaths - 1))
    this.#after(rest, () => {
      this.#resting = false
    })
  }

  #fail(fault: EngineFault): void {
    const lost = this.#underWay
    this.#underWay = []
    for (const { resolve } of lost) resolve(err(fault))
    this.#send()
  }
}

/** What one waits for of one dataplane is not overtaken by that of another. */
function topicOf(question: Question): string {
  if (question.kind === 'sources') return `${question.kind} ${question.dataplane}`
  return question.kind === 'words'
    ? `${question.kind} ${question.dataplane} ${question.language}`
    : question.kind
}

export const later: After = (ms, then) => {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}
