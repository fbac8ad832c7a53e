import { evaluate } from './evaluate.ts'
import type { Evaluation } from './evaluation.ts'
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
export async function evaluateAt(
  state: ScenarioState,
  { before, moment }: Viewpoint,
): Promise<Evaluation> {
  const changed = since(state, before)
  const { timeline, ...whole } = await evaluate(changed)
  if (moment !== null) return { ...(await evaluate(stateAt(changed, { code: moment }))), timeline }
  // What stands after a refusal is what was accepted last, and that may be younger than the change.
  const old = state.flow.existing === true && whole.config.state !== 'refused'
  return { ...(old ? whole : await evaluate(state)), timeline }
}

/** The scenario whose evaluation `evaluateAt` answers with. */
export async function seenFrom(
  state: ScenarioState,
  { before, moment }: Viewpoint,
): Promise<ScenarioState> {
  const changed = since(state, before)
  if (moment !== null) return stateAt(changed, { code: moment })
  const old = state.flow.existing === true && (await evaluate(changed)).config.state !== 'refused'
  return old ? changed : state
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
