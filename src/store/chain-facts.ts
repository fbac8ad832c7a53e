import { useEffect, useState } from 'react'
import { createStore, useStore } from 'zustand'
import type { ChainFacts } from '../scenario/chain-facts/chain-facts.ts'
import type { WhyNot, WhyNotAsked } from '../scenario/chain-facts/why-not.ts'
import type { EngineClient } from '../worker/client.ts'
import { playground } from './playground.ts'
import { useAskedNode, useRuleBook } from './rule-book.ts'
import { viewpoint } from './time.ts'

let engine: Pick<EngineClient, 'ask'> | null = null

/** Tells once who knows more of the rules than how they read. */
export function readChainsThrough(client: Pick<EngineClient, 'ask'>): void {
  engine = client
}

interface Known {
  /** The rules that the facts are of; another book needs other facts. */
  readonly of: object
  readonly facts: ChainFacts | null
}

const store = createStore<Known | null>(() => null)

/** What there is to say of the rules on show; null until the answer to these rules is here. */
export function useChainFacts(): ChainFacts | null {
  const book = useRuleBook()
  const node = useAskedNode()
  useEffect(() => {
    if (book !== null) void read(book, node)
  }, [book, node])
  return useStore(store, (known) => (known?.of === book ? known.facts : null))
}

/** Whoever wants them, they are asked for once. */
async function read(book: object, node: string | null): Promise<void> {
  if (store.getState()?.of === book) return
  store.setState({ of: book, facts: null }, true)
  const { scenario: state } = playground().getState()
  const answer = await engine?.ask({ kind: 'chain-facts', state, node, ...viewpoint() })
  if (answer?.ok && store.getState()?.of === book) store.setState({ of: book, facts: answer.value })
}

/** Why a rule was not reached; `undefined` until the answer is here, null where there is none. */
export function useWhyNot({ hop, rule }: WhyNotAsked): WhyNot | null | undefined {
  const book = useRuleBook()
  const [answer, setAnswer] = useState<WhyNot | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rules, another answer
  useEffect(() => {
    let left = false
    setAnswer(undefined)
    const { scenario: state } = playground().getState()
    void engine?.ask({ kind: 'why-not', state, hop, rule, ...viewpoint() }).then((told) => {
      if (!left) setAnswer(told.ok ? told.value : null)
    })
    return () => {
      left = true
    }
  }, [book, hop, rule])
  return answer
}
