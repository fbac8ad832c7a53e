import { createStore, useStore } from 'zustand'
import type { JourneyHop } from './journey.ts'
import { journeyOnShow } from './journey-on-show.ts'
import { playground } from './playground.ts'
import { useJourney } from './reading.ts'

/** How often a journey has been played to its end; another journey is counted anew. */
interface Plays {
  readonly of: readonly JourneyHop[] | null
  readonly count: number
}

const store = createStore<Plays>(() => ({ of: null, count: 0 }))

/** Counts as long as the page plays anything; returns what ends that. */
export function countPlays(): () => void {
  return playground().subscribe((state, before) => {
    if (!before.playing || state.playing || state.shown !== 'end') return
    const journey = journeyOnShow(state)
    store.setState(({ of, count }) => ({ of: journey, count: of === journey ? count + 1 : 1 }))
  })
}

/** Of the journey on show. */
export function usePlays(): number {
  const journey = useJourney()
  return useStore(store, ({ of, count }) => (of === journey ? count : 0))
}
