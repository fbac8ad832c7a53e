import { createStore, useStore } from 'zustand'
import { type JourneyHop, type Position, positionsOf } from './journey.ts'

/** Rules at which playing stops, as long as the page is open: `node rule-id`. */
const store = createStore<{ readonly at: ReadonlySet<string> }>(() => ({ at: new Set() }))

/** A rule on a node: the same one whenever its chain is walked. */
export interface Stop {
  readonly node: string
  /** `Rule.id`. */
  readonly rule: string
}

const keyOf = ({ node, rule }: Stop): string => `${node} ${rule}`

export const useIsStop = (stop: Stop): boolean => useStore(store, ({ at }) => isStop(at, stop))

export const isStop = (stops: ReadonlySet<string>, stop: Stop): boolean => stops.has(keyOf(stop))

export const useStops = (): ReadonlySet<string> => useStore(store, ({ at }) => at)

export function toggleStop(stop: Stop): void {
  const at = new Set(store.getState().at)
  if (!at.delete(keyOf(stop))) at.add(keyOf(stop))
  store.setState({ at })
}

/** The places of a journey at which playing stops, in order. */
export function stopsIn(
  journey: readonly JourneyHop[],
  at: ReadonlySet<string> = store.getState().at,
): readonly Position[] {
  if (at.size === 0) return []
  return positionsOf(journey).filter(({ hop, step }) => {
    const walk = journey[hop]?.hop.walk
    const here = step === null ? undefined : walk?.steps[step]
    return (
      walk !== undefined &&
      here !== undefined &&
      'rule' in here &&
      at.has(keyOf({ node: walk.node, rule: here.rule.id }))
    )
  })
}
