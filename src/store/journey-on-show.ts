import type { Trace } from '../engine/trace.ts'
import type { Comparison } from '../scenario/compare/comparison.ts'
import { journeyOfLanes } from './compared.ts'
import { type JourneyHop, journeyOf } from './journey.ts'
import type { PlaygroundState } from './playground.ts'
import { traceOf } from './run.ts'

/** What is played: the packet's journey, or the moments of several lanes. The same answer, the same list. */
export function journeyOnShow({
  run,
  compared,
}: Pick<PlaygroundState, 'run' | 'compared'>): readonly JourneyHop[] {
  const told = compared === null ? traceOf(run) : compared.answer
  if (told === null) return NOTHING
  const journey = known.get(told) ?? ('lanes' in told ? journeyOfLanes(told) : journeyOf(told))
  known.set(told, journey)
  return journey
}

/** Whether what is on show answers what was asked last. */
export const isAnswered = ({ run, compared }: Pick<PlaygroundState, 'run' | 'compared'>): boolean =>
  run.phase === 'answered' && (compared === null || compared.phase === 'answered')

const NOTHING: readonly JourneyHop[] = []
const known = new WeakMap<Trace | Comparison, readonly JourneyHop[]>()
