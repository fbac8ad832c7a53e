import type { ScenarioDocument } from '../scenario/document.ts'
import { NO_FLOW } from '../scenario/no-flow.ts'
import type { FlowSpec, ScenarioState } from '../scenario/state.ts'
import { indexOfChosen, isListed, replaced } from './chosen-flow.ts'

/** A flow that is in the list becomes the chosen one. */
export function withChosen(state: ScenarioState, name: string): ScenarioState {
  const flow = state.document.flows.find((each) => each.name === name)
  return flow ? { ...state, flow } : state
}

/** From the same sender, to where is yet to be said; after the chosen one. */
export function withNewFlow(state: ScenarioState): ScenarioState {
  const { pods, nodes, endpoints } = state.document
  const from = state.flow.from || (pods[0] ?? nodes[0] ?? endpoints[0])?.name || ''
  return withAdded(state, { name: 'flow', from, to: '', protocol: 'tcp' })
}

export const withDuplicate = (state: ScenarioState): ScenarioState => withAdded(state, state.flow)

/** What is sent apart from the list goes into it. */
export const withKept = (state: ScenarioState): ScenarioState =>
  isListed(state) ? state : withAdded(state, state.flow)

/** The one before it is chosen next; what was expected of it is expected no more. */
export function withoutChosen(state: ScenarioState): ScenarioState {
  const { document, flow } = state
  const at = indexOfChosen(state)
  if (at === -1) return withNeighbour(state, 0)
  const left = {
    ...document,
    flows: document.flows.toSpliced(at, 1),
    expect: document.expect.filter((each) => each.flow !== flow.name),
  }
  return withNeighbour({ ...state, document: left }, Math.max(0, at - 1))
}

export function withMoved(state: ScenarioState, by: 1 | -1): ScenarioState {
  const { document } = state
  const at = indexOfChosen(state)
  const flow = document.flows[at]
  if (flow === undefined || document.flows[at + by] === undefined) return state
  const flows = document.flows.toSpliced(at, 1).toSpliced(at + by, 0, flow)
  return { ...state, document: { ...document, flows } }
}

/** The other way round, where one who can send is at the other end; null where nobody is. */
export function turnedRound({ document, flow }: ScenarioState): FlowSpec | null {
  const { endpoints, pods, nodes } = document
  const isIt = (name: string, addresses: readonly string[]): boolean =>
    name === flow.to || addresses.includes(flow.to)
  const there =
    endpoints.find(({ name, address }) => isIt(name, [address])) ??
    pods.find(({ name, addresses }) => isIt(name, addresses)) ??
    nodes.find(({ name, address }) => isIt(name, [address]))
  if (there === undefined || flow.from === '') return null
  const { sourceAddress: _, sourcePort: __, ...rest } = flow
  return { ...rest, from: there.name, to: flow.from }
}

export type NameRefused = 'bad-name' | 'name-taken'

/** Why the chosen flow cannot be called so; null where it can. */
export function refusedName({ document, flow }: ScenarioState, name: string): NameRefused | null {
  if (!NAME.test(name)) return 'bad-name'
  return name !== flow.name && isTaken(document, name) ? 'name-taken' : null
}

/** What is expected of it goes on to be. */
export function withName(state: ScenarioState, name: string): ScenarioState {
  if (refusedName(state, name) !== null) return state
  const { document, flow: was } = state
  const flow = { ...was, name }
  const at = indexOfChosen(state)
  if (at === -1) return { ...state, flow }
  const expect = document.expect.map((each) =>
    each.flow === was.name ? { ...each, flow: name } : each,
  )
  return { ...state, document: { ...replaced(document, at, flow), expect }, flow }
}

/** As scenario files have it. */
const NAME = /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/i

function withAdded(state: ScenarioState, flow: FlowSpec): ScenarioState {
  const { document } = state
  const added = { ...flow, name: freeName(document, flow.name) }
  const at = indexOfChosen(state)
  const flows = document.flows.toSpliced(at === -1 ? document.flows.length : at + 1, 0, added)
  return { ...state, document: { ...document, flows }, flow: added }
}

/** `flow`, `flow-2`, `flow-3` …, as `pod-to-node-2` becomes `pod-to-node-3`. */
function freeName(document: ScenarioDocument, wanted: string): string {
  if (NAME.test(wanted) && !isTaken(document, wanted)) return wanted
  const stem = NAME.test(wanted) ? wanted.replace(/-\d+$/, '').slice(0, 56) : 'flow'
  let number = 2
  while (isTaken(document, `${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}

const isTaken = ({ flows }: ScenarioDocument, name: string): boolean =>
  flows.some((each) => each.name === name)

const withNeighbour = (state: ScenarioState, at: number): ScenarioState => ({
  ...state,
  flow: state.document.flows[at] ?? NO_FLOW,
})
