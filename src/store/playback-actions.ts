import { type Position, positionIn, positionsOf, type Shown, START } from './journey.ts'
import { journeyOnShow } from './journey-on-show.ts'
import { type PlaygroundState, playground, type Speed } from './playground.ts'

/** From the start where the end was on show. */
export function play(): void {
  playground().setState((state) => ({
    playing: true,
    shown: isAtEnd(state) ? START : state.shown,
  }))
}

export function pause(): void {
  playground().setState({ playing: false })
}

export function togglePlaying(): void {
  if (playground().getState().playing) pause()
  else play()
}

/** Shows the journey anew, as soon as the engine has answered. Where motion is unwanted: its end. */
export function replay(): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  playground().setState(still ? { playing: false, shown: 'end' } : { playing: true, shown: START })
}

/** Stops at a place. The last hop is the end, and stays it when the journey changes. */
export function show(position: Position): void {
  playground().setState((state) => ({ playing: false, shown: asShown(state, position) }))
}

export const showHop = (hop: number): void => show({ hop, step: null })

export function showEnd(): void {
  playground().setState({ playing: false, shown: 'end' })
}

/** The clock has come to this place. */
export function reach(position: Position): void {
  playground().setState((state) => ({ shown: asShown(state, position) }))
}

/** The clock has come to the end, unless something has stopped it on the way there. */
export function finish(): void {
  playground().setState(({ playing, visit }) =>
    playing ? { playing: false, shown: 'end', visit: visit === 'first' ? 'inviting' : visit } : {},
  )
}

export function stepByHop(by: 1 | -1): void {
  const state = playground().getState()
  const { hop, step } = positionIn(journeyOnShow(state), state.shown)
  // From the middle of a hop, back leads to where the packet came in, forward to where it leaves.
  showHop(step !== null && by === 1 ? hop : Math.max(0, hop + by))
}

export function stepByRule(by: 1 | -1): void {
  const state = playground().getState()
  const journey = journeyOnShow(state)
  const all = positionsOf(journey)
  const here = positionIn(journey, state.shown)
  const at = all.findIndex(({ hop, step }) => hop === here.hop && step === here.step)
  const next = all[at + by]
  if (next !== undefined) show(next)
}

export function setSpeed(speed: Speed): void {
  playground().setState({ speed })
}

function isAtEnd(state: PlaygroundState): boolean {
  const journey = journeyOnShow(state)
  const { hop, step } = positionIn(journey, state.shown)
  return hop === journey.length - 1 && step === null
}

function asShown(state: PlaygroundState, position: Position): Shown {
  const last = journeyOnShow(state).length - 1
  return position.step === null && position.hop >= last ? 'end' : position
}
