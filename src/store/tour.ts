import { createStore, useStore } from 'zustand'
import { readKept, writeKept } from './memory.ts'

const KEPT = 'snat-playground.tour'

/** The step of the tour that is on show, from 0; null: none is being taken. */
const store = createStore<{ readonly step: number | null; readonly known: boolean }>(() => ({
  step: null,
  known: readKept(KEPT) !== null,
}))

export const useTourStep = (): number | null => useStore(store, ({ step }) => step)

/** Whoever has taken it, or sent it away, is not asked again. */
export const useTourKnown = (): boolean => useStore(store, ({ known }) => known)

export function goToTourStep(step: number): void {
  store.setState({ step })
}

export function endTour(): void {
  store.setState({ step: null, known: true })
  writeKept(KEPT, 'known')
}
