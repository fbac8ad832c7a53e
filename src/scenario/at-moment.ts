import type { Installed } from '../dataplanes/dataplane.ts'
import { evaluate, readyWorld } from './evaluate.ts'
import type { Evaluation } from './evaluation.ts'
import { momentsOf } from './said-besides.ts'
import type { ScenarioState } from './state.ts'
import { studiedCluster } from './studied-cluster.ts'
import { type Moment, stateAt } from './timeline.ts'

/** From when one looks at a scenario that was changed. */
export interface Viewpoint {
  /** The scenario before its last change. */
  readonly before: ScenarioState
  /** Null: now, when all that follows without further doing has happened. */
  readonly moment: Moment['code'] | null
}

/** What can be said of a scenario at a moment between its last change and the last of its effects. */
export async function evaluateAt(state: ScenarioState, viewpoint: Viewpoint): Promise<Evaluation> {
  const changed = since(state, viewpoint.before)
  const { agent } = await installedAfter(changed, state)
  const [evaluation, timeline] = await Promise.all([
    evaluate(await seenFrom(state, viewpoint)),
    momentsOf(changed, agent),
  ])
  return { ...evaluation, timeline }
}

/** The scenario whose evaluation `evaluateAt` answers with. */
export async function seenFrom(
  state: ScenarioState,
  { before, moment }: Viewpoint,
): Promise<ScenarioState> {
  const changed = since(state, before)
  if (moment !== null) return stateAt(changed, { code: moment })
  if (!state.flow.existing) return state
  // What stands after a refusal is what was accepted last, and that may be younger than the change.
  const { config } = await installedAfter(changed, state)
  return config.state === 'refused' ? state : changed
}

/** What was before is nothing to whoever installs; only a text that was in force is. */
const installedAfter = async (changed: ScenarioState, state: ScenarioState): Promise<Installed> => {
  const same = changed.manifests.inForce === state.manifests.inForce
  return (await readyWorld(same ? state : changed)).installed
}

/** A scenario that knows what it was before. */
function since(state: ScenarioState, { document, manifests }: ScenarioState): ScenarioState {
  const typed = document.nodes.flatMap(({ name, manualRules }) =>
    manualRules === undefined ? [] : [[name, manualRules] as const],
  )
  return {
    ...state,
    manifests: { ...state.manifests, inForce: manifests.applied ? manifests.inForce : null },
    began: {
      disableDefaultSnat: studiedCluster(document)?.disableDefaultSnat,
      manualRules: Object.fromEntries(typed),
    },
  }
}
