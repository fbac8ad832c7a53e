import type { Comparison } from '../scenario/compare/comparison.ts'
import type { EngineFault } from '../worker/protocol.ts'
import type { JourneyHop } from './journey.ts'

/** Several dataplanes side by side. */
export interface Compared {
  /** Those that take part; null: every one there is. */
  readonly dataplanes: readonly string[] | null
  readonly phase: 'asking' | 'answered' | 'failed'
  /** What the engine last said; stays in view while it is asked again. */
  readonly answer: Comparison | null
  readonly fault: EngineFault | null
}

/** Opened, and nothing known yet. */
export const beginComparing = (dataplanes: Compared['dataplanes']): Compared => ({
  dataplanes,
  phase: 'asking',
  answer: null,
  fault: null,
})

/**
 * The moments of all lanes as one journey, so that the same clock, keys and slider walk along it. Each
 * is shown as the lane in which most happens.
 */
export function journeyOfLanes({ columns, lanes }: Comparison): readonly JourneyHop[] {
  return columns.flatMap(({ leg }, index) => {
    const beats = lanes.flatMap(({ beats: all }) => all[index] ?? [])
    const hop = beats.find(({ changes }) => changes.length > 0) ?? beats[0]
    return hop === undefined ? [] : [{ index, leg, hop }]
  })
}
