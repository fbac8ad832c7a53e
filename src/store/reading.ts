import { useMemo } from 'react'
import type { DataplaneId } from '../dataplanes/registry.ts'
import type { Trace } from '../engine/trace.ts'
import type { Messages, Own } from '../i18n/messages.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import { studiedDataplane } from '../scenario/studied-cluster.ts'
import { type JourneyHop, type Position, positionIn } from './journey.ts'
import { journeyOnShow } from './journey-on-show.ts'
import { usePlayground } from './playground.ts'
import { evaluationOf, traceOf } from './run.ts'

/** What components read: the store's state, seen from where they stand. */
export const useMessages = (): Messages => usePlayground((state) => state.messages)

/** What the dataplane on show says of itself. */
export const useOwnWords = (): Own => usePlayground((state) => state.own?.words ?? null)

/** The one whose answer is on show; before the first, the scenario's. */
export const useDataplaneOnShow = (): DataplaneId =>
  usePlayground(({ own, scenario }) => own?.of ?? studiedDataplane(scenario.document))

/** The last answer, also while the engine is asked again. */
export const useEvaluation = (): Evaluation | null =>
  usePlayground((state) => evaluationOf(state.run))

export const useTrace = (): Trace | null => usePlayground((state) => traceOf(state.run))

export const useJourney = (): readonly JourneyHop[] => usePlayground(journeyOnShow)

/** The place on show, always one that exists in the journey. */
export function usePosition(): Position {
  const journey = useJourney()
  const shown = usePlayground((state) => state.shown)
  return useMemo(() => positionIn(journey, shown), [journey, shown])
}
