import type { ScenarioState } from '../../state.ts'
import { splitId } from '../document/lists.ts'
import type { ThingId } from '../thing.ts'

/** A flow that was just made or changed is the one that is sent. */
export function sending(state: ScenarioState, thing: ThingId): ScenarioState {
  const [kind, name] = splitId(thing) ?? []
  const flow = kind === 'flow' ? state.document.flows.find((each) => each.name === name) : undefined
  return flow ? { ...state, flow } : state
}
