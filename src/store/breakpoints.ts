import { createStore, useStore } from 'zustand'
import { type JourneyHop, type Position, positionIn, positionsOf } from './journey.ts'
import { journeyOnShow } from './journey-on-show.ts'
import { show } from './playback-actions.ts'
import { playground } from './playground.ts'

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
  stopAtThem()
}

export const clearStops = (): void => store.setState({ at: new Set() })

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

/** The first stop behind one place of a journey, up to another and with it; null where there is none. */
export function stopBetween(
  journey: readonly JourneyHop[],
  after: Position,
  upTo: Position,
  at: ReadonlySet<string> = store.getState().at,
): Position | null {
  const isAfter = (a: Position, b: Position): boolean =>
    a.hop === b.hop ? stepIn(a) > stepIn(b) : a.hop > b.hop
  const found = stopsIn(journey, at).find((stop) => isAfter(stop, after) && !isAfter(stop, upTo))
  return found ?? null
}

/** A hop is done behind all of its rules. */
const stepIn = ({ step }: Position): number => step ?? Number.POSITIVE_INFINITY

let watching = false

/** From the first stop on: playing that comes to one, or jumps past it within a frame, stands there. */
function stopAtThem(): void {
  if (watching) return
  watching = true
  playground().subscribe((state, before) => {
    if (!(state.playing && before.playing) || state.shown === before.shown) return
    const journey = journeyOnShow(state)
    if (journey !== journeyOnShow(before)) return
    const [from, to] = [before.shown, state.shown].map((shown) => positionIn(journey, shown))
    const stop = from && to ? stopBetween(journey, from, to) : null
    if (stop !== null) show(stop)
  })
}
