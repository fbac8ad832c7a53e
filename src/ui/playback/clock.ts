import { type JourneyHop, type Position, positionIn } from '../../store/journey.ts'
import { isAnswered, journeyOnShow } from '../../store/journey-on-show.ts'
import { finish, reach } from '../../store/playback-actions.ts'
import { playground } from '../../store/playground.ts'
import { durationOf, frameAt, type Keyframe, keyframesOf, timeOf } from './keyframes.ts'

/** What is happening right now; null while playback stands still. */
export type Happening = { readonly frame: Keyframe; readonly share: number } | null

const listeners = new Set<(happening: Happening) => void>()
let happening: Happening = null

/** Calls `draw` at once and then on every frame of the screen, past React. */
export function onEveryFrame(draw: (happening: Happening) => void): () => void {
  listeners.add(draw)
  draw(happening)
  return () => {
    listeners.delete(draw)
  }
}

/** No step of time is longer than this, in milliseconds: a hidden page stands still. */
const LONGEST_TICK = 100

/** Moves the store along the keyframes while it plays. Returns what stops it. */
export function startClock(): () => void {
  let time = 0
  let at: Position | null = null
  let last: number | null = null
  let request: number | null = null

  const tick = (now: number): void => {
    request = null
    const state = playground().getState()
    const { playing, speed, shown } = state
    const journey = journeyOnShow(state)
    if (!playing || !isAnswered(state) || journey.length === 0) return
    const frames = framesOf(journey)
    const position = positionIn(journey, shown)
    // Somebody else moved it: go on from there.
    if (at === null || !same(at, position)) time = timeOf(frames, position)
    time += last === null ? 0 : Math.min(now - last, LONGEST_TICK) * speed
    last = now
    const next = frameAt(frames, time)
    at = next?.frame.position ?? position
    if (!same(at, position)) reach(at)
    if (time >= durationOf(frames)) finish()
    tell(playground().getState().playing ? next : null)
    wake()
  }

  const wake = (): void => {
    const state = playground().getState()
    if (!state.playing || !isAnswered(state)) {
      last = null
      at = null
      if (happening !== null) tell(null)
      return
    }
    if (journeyOnShow(state).length === 0) finish()
    else request ??= requestAnimationFrame(tick)
  }

  const unsubscribe = playground().subscribe(wake)
  wake()
  return () => {
    unsubscribe()
    if (request !== null) cancelAnimationFrame(request)
  }
}

function tell(next: Happening): void {
  happening = next
  for (const draw of listeners) draw(next)
}

const same = (a: Position, b: Position): boolean => a.hop === b.hop && a.step === b.step

const known = new WeakMap<readonly JourneyHop[], readonly Keyframe[]>()

function framesOf(journey: readonly JourneyHop[]): readonly Keyframe[] {
  const frames = known.get(journey) ?? keyframesOf(journey)
  known.set(journey, frames)
  return frames
}
