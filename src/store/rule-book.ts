import { createStore, useStore } from 'zustand'
import type { Result } from '../net/result.ts'
import type { RuleBook } from '../scenario/evaluation.ts'
import type { ScenarioState } from '../scenario/state.ts'
import type { EngineFault } from '../worker/protocol.ts'
import { playground } from './playground.ts'

interface Known {
  /** Null until it is here for the first time. */
  readonly book: RuleBook | null
  /** A node whose rules one wants to read although the packet does not come by. */
  readonly asked: string | null
}

const store = createStore<Known>(() => ({ book: null, asked: null }))

export const NO_RULES: RuleBook = { nodes: [], differing: [] }

export const useRuleBook = (): RuleBook | null => useStore(store, ({ book }) => book)

export const useAskedNode = (): string | null => useStore(store, ({ asked }) => asked)

export const ruleBookNow = (): RuleBook => store.getState().book ?? NO_RULES

export type AskRules = (
  state: ScenarioState,
  asked: string | null,
) => Promise<Result<RuleBook, EngineFault>>

/**
 * An engine that was too slow once is there again for the next question: it is asked so often. One that
 * died is left alone until the next change, or it would die once more of the same.
 */
const ATTEMPTS = 3

let read: () => Promise<void> = () => Promise.resolve()

/**
 * Asks for the rules whenever the engine is asked for anything, so that both answers come together;
 * but only after the first one, which need not wait for what writes rules down.
 */
export function keepReadingRules(ask: AskRules): void {
  let newest = 0
  read = async () => {
    newest += 1
    const own = newest
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const answer = await ask(playground().getState().scenario, store.getState().asked)
      if (own !== newest) return
      if (answer.ok) store.setState({ book: answer.value })
      if (answer.ok || answer.error.code !== 'engine-stuck') return
    }
  }
  playground().subscribe(({ run }, { run: before }) => {
    if (run === before) return
    const known = newest > 0
    if (known ? run.phase === 'asking' : run.phase === 'answered') void read()
  })
  if (playground().getState().run.phase === 'answered') void read()
}

export function askForNode(asked: string): void {
  store.setState({ asked })
  void read()
}
