import type { Installed } from '../dataplanes/dataplane.ts'
import { checkWorld } from './check-world/check-world.ts'
import type { Evaluation } from './evaluation.ts'
import type { ScenarioState } from './state.ts'
import { type Moment, timelineOf } from './timeline.ts'

export type SaidBesides = typeof saidBesides

/** What is said of a scenario besides what becomes of its packets. */
export async function saidBesides(
  state: ScenarioState,
  agent: Installed['agent'],
): Promise<Pick<Evaluation, 'timeline' | 'warnings'>> {
  return { timeline: await momentsOf(state, agent), warnings: checkWorld(state.document) }
}

/** What reads the agent's file is fetched where there is one, as it is for the agent itself. */
export async function momentsOf(
  state: ScenarioState,
  agent: Installed['agent'],
): Promise<readonly Moment[]> {
  const { manifests } = state
  if (!manifests.applied || !agent?.runs) return timelineOf(state, null)
  const { agentTiming } = await import('./agent-timing.ts')
  return timelineOf(state, agentTiming(manifests))
}
