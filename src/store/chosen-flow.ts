import type { ScenarioDocument } from '../scenario/document.ts'
import { sameFlow } from '../scenario/same-flow.ts'
import type { FlowSpec, ScenarioState } from '../scenario/state.ts'

/**
 * The flows of the document are the list; the state's own flow is the one of them that is chosen. It
 * is in the list as long as the two say the same: what a link or a comparison sends apart from the list
 * is not, and leaves the list as it is.
 */
export const isListed = ({ document, flow }: ScenarioState): boolean =>
  document.flows.some((each) => sameFlow(each, flow))

export const isBlank = ({ from, to }: FlowSpec): boolean => from === '' && to === ''

/** The chosen flow with other fields; where it is in the list, there too. */
export function withFlow(state: ScenarioState, flow: FlowSpec): ScenarioState {
  const at = indexOfChosen(state)
  if (at === -1 || flow.name !== state.flow.name) return { ...state, flow }
  return { ...state, flow, document: replaced(state.document, at, flow) }
}

export const indexOfChosen = ({ document, flow }: ScenarioState): number =>
  document.flows.findIndex((each) => sameFlow(each, flow))

export const replaced = (
  document: ScenarioDocument,
  at: number,
  flow: FlowSpec,
): ScenarioDocument => ({
  ...document,
  flows: document.flows.with(at, flow),
})
