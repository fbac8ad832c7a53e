import { useMemo } from 'react'
import { createStore, useStore } from 'zustand'
import type { SpokenOf } from '../scenario/chain-facts/spoken-of.ts'
import { useChainFacts } from './chain-facts.ts'
import { usePlayground } from './playground.ts'
import { useJourney } from './reading.ts'

/** The place or the zone of the map under the pointer, by id; null where there is none. */
const pointed = createStore<{ readonly at: string | null }>(() => ({ at: null }))

export const pointAtMap = (at: string | null): void => pointed.setState({ at })

/** Whether a rule is lit: itself, or because it speaks of what the pointer is at on the map. */
export function useIsLit(): (rule: string) => boolean {
  const lit = usePlayground((state) => state.litRule)
  const at = useStore(pointed, (state) => state.at)
  const spoken = useSpoken()
  return useMemo(() => {
    const speaking = spoken.filter(
      ({ whole, part }) => at !== null && (whole.includes(at) || part.includes(at)),
    )
    const rules = new Set(speaking.map(({ rule }) => rule))
    return (rule) => rule === lit || rules.has(rule)
  }, [lit, at, spoken])
}

/** What of the map the lit rule speaks of. */
export function useLitThings(): Pick<SpokenOf, 'whole' | 'part'> {
  const lit = usePlayground((state) => state.litRule)
  const spoken = useSpoken()
  return spoken.find(({ rule }) => rule === lit) ?? NOTHING
}

/** The hops at which the lit rule was tried, counted from 0. */
export function useLitHops(): readonly number[] {
  const lit = usePlayground((state) => state.litRule)
  const journey = useJourney()
  return useMemo(
    () =>
      journey
        .filter(({ hop }) => hop.walk?.steps.some((step) => 'rule' in step && step.rule.id === lit))
        .map(({ index }) => index),
    [journey, lit],
  )
}

const NOTHING = { whole: [], part: [] }
const SILENT: readonly SpokenOf[] = []

/** Rules of one id are alike on every node. */
function useSpoken(): readonly SpokenOf[] {
  const facts = useChainFacts()
  return useMemo(() => facts?.nodes.flatMap(({ speaks }) => speaks) ?? SILENT, [facts])
}
