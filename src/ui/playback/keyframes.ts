import { type JourneyHop, type Position, stepsAt } from '../../store/journey.ts'

/** Milliseconds at speed 1. */
export const PACE = { travel: 700, rule: 180, decision: 350, rewrite: 500, pause: 260 } as const

/** However long a chain is, its rules are read in this time. */
const LONGEST_READING = 3400

/** A stretch of time in which one thing happens. `until` is where the next one starts. */
export type Keyframe = {
  readonly from: number
  readonly until: number
  /** What is on show meanwhile. */
  readonly position: Position
} & (
  | { readonly kind: 'travel'; readonly to: number }
  | { readonly kind: 'rule' | 'rest' | 'rewrite' }
)

/**
 * What happens when, from nothing but the journey: the packet travels to a hop, its rules are tried
 * one by one, the decision stays for a moment, a rewrite is shown, and on it goes.
 */
export function keyframesOf(journey: readonly JourneyHop[]): readonly Keyframe[] {
  const frames: Keyframe[] = []
  const add = (lasts: number, position: Position, what: Happening) => {
    const from = frames.at(-1)?.until ?? 0
    frames.push({ from, until: from + lasts, position, ...what })
  }
  for (const { index, hop } of journey) {
    const before = journey[index - 1]
    if (before !== undefined && before.hop.place !== hop.place) {
      add(PACE.travel, { hop: index - 1, step: null }, { kind: 'travel', to: index })
    }
    const steps = stepsAt(journey, index)
    const reading = Math.min(PACE.rule, LONGEST_READING / steps)
    for (let step = 0; step < steps; step += 1) {
      const decided = step === steps - 1
      add(reading + (decided ? PACE.decision : 0), { hop: index, step }, { kind: 'rule' })
    }
    const rewritten = hop.changes.some(({ field }) => field === 'src' || field === 'dst')
    if (rewritten) add(PACE.rewrite, { hop: index, step: null }, { kind: 'rewrite' })
    add(PACE.pause, { hop: index, step: null }, { kind: 'rest' })
  }
  return frames
}

type Happening =
  | { readonly kind: 'travel'; readonly to: number }
  | { readonly kind: 'rule' | 'rest' | 'rewrite' }

/** What happens at `time`, and how much of it is over (0 to 1). After the end: the last, whole. */
export function frameAt(
  frames: readonly Keyframe[],
  time: number,
): { readonly frame: Keyframe; readonly share: number } | null {
  const frame = frames.find(({ until }) => time < until) ?? frames.at(-1)
  if (frame === undefined) return null
  const share = (time - frame.from) / (frame.until - frame.from)
  return { frame, share: Math.min(1, Math.max(0, share)) }
}

/** When a place comes on show: playing goes on from there. */
export function timeOf(frames: readonly Keyframe[], position: Position): number {
  const frame = frames.find(
    (each) => each.position.hop === position.hop && each.position.step === position.step,
  )
  return frame?.from ?? 0
}

export const durationOf = (frames: readonly Keyframe[]): number => frames.at(-1)?.until ?? 0
