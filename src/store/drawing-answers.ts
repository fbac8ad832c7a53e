import { useEffect, useState } from 'react'
import type { ScenarioState } from '../scenario/state.ts'
import type { PossibleConnection } from '../scenario/studio/connections.ts'
import type { OutlineThing } from '../scenario/studio/list-things.ts'
import type { ThingReport } from '../scenario/studio/report/thing-report.ts'
import type { ThingId } from '../scenario/studio/thing.ts'
import { editor } from './edits.ts'
import { usePlayground } from './playground.ts'

/** One thing with its fields; what is shown stays until the next answer is here. */
export function useThing(thing: ThingId): ThingReport | null {
  const report = useAnswer(async (state) => {
    const answer = await editor()?.ask({ kind: 'thing', state, thing })
    return answer?.ok ? answer.value : null
  }, thing)
  return report?.id === thing ? report : null
}

export const useOutline = (): readonly OutlineThing[] | null =>
  useAnswer(async (state) => {
    const answer = await editor()?.ask({ kind: 'outline', state })
    return answer?.ok ? answer.value : null
  }, '')

export const useConnections = (from: ThingId): readonly PossibleConnection[] | null =>
  useAnswer(async (state) => {
    const answer = await editor()?.ask({ kind: 'connections', state, from })
    return answer?.ok ? answer.value : null
  }, from)

/** Asks anew with each scenario, and where it is about something else. */
function useAnswer<T>(ask: (state: ScenarioState) => Promise<T | null>, about: string): T | null {
  const scenario = usePlayground((state) => state.scenario)
  const [answer, setAnswer] = useState<T | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is told by what it is about
  useEffect(() => {
    let left = false
    void ask(scenario).then((value) => {
      if (!left) setAnswer(value)
    })
    return () => {
      left = true
    }
  }, [scenario, about])
  return answer
}
