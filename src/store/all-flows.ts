import { createStore, useStore } from 'zustand'
import { showEnd } from './playback-actions.ts'
import { playground } from './playground.ts'

/** The one time that all flows are played by, in milliseconds from when they set out, at speed 1. */
export interface Clock {
  /** What it was at `since`. */
  readonly time: number
  /** The page's own time when it was set going; null: it stands. */
  readonly since: number | null
  readonly rate: number
}

interface AllFlows {
  /** Every flow of the scenario is on the map, not only the chosen one. */
  readonly on: boolean
  readonly clock: Clock
}

const store = createStore<AllFlows>(() => ({ on: false, clock: { time: 0, since: null, rate: 1 } }))

export const allFlows = () => store

export const useAllFlows = (): boolean => useStore(store, ({ on }) => on)

export const timeOn = ({ time, since, rate }: Clock, now: number): number =>
  since === null ? time : time + (now - since) * rate

/** All set out anew. Where motion is unwanted they stand where they end. */
export function sendAllAgain(): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { speed } = playground().getState()
  const time = still ? Number.POSITIVE_INFINITY : 0
  store.setState({ clock: { time, since: performance.now(), rate: speed } })
}

export function showAllFlows(on: boolean): void {
  // The chosen flow is one of them, and goes when they go.
  showEnd()
  store.setState({ on })
  if (on) sendAllAgain()
}

/** Play, pause and speed are those of the transport; returns what ends that. */
export function keepClockWithTransport(): () => void {
  return playground().subscribe(({ playing, speed, shown }, was) => {
    if (speed !== was.speed) set({ rate: speed })
    if (playing && !was.playing) {
      if (shown !== 'end' && shown.hop === 0) sendAllAgain()
      else set({ since: performance.now() })
    }
    // Whether the chosen flow has come to its end says nothing of the others.
    if (!playing && was.playing && shown !== 'end') set({ since: null })
  })
}

function set(change: Partial<Clock>): void {
  const { clock } = store.getState()
  const now = performance.now()
  const since = clock.since === null ? null : now
  store.setState({ clock: { ...clock, time: timeOn(clock, now), since, ...change } })
}
