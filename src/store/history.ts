import { createStore, useStore } from 'zustand'
import type { ScenarioState } from '../scenario/state.ts'
import { playground } from './playground.ts'

/**
 * Every change of the scenario, whoever made it, can be taken back and made again. Kept apart from the
 * playground's store and only listening to it: the first view does without this file, and what the
 * engine writes back into the scenario is told from what a person did by looking at both.
 */
interface History {
  /** Scenarios as they were, newest last. */
  readonly past: readonly ScenarioState[]
  /** Scenarios that were taken back, the next one last. */
  readonly future: readonly ScenarioState[]
}

/** More than anybody goes back; a scenario shares all that did not change with the one before. */
const MOST_STEPS = 500
/** Strokes of typing further apart than this are steps of their own, in milliseconds. */
const ONE_BREATH = 1000

const store = createStore<History>(() => ({ past: [], future: [] }))

export const useHistory = (): History => useStore(store)

let travelling = false
let wantedStroke: string | null = null
let last = { stroke: null as string | null, at: Number.NEGATIVE_INFINITY }

/** `opened`: what the page began with, which may have been changed before anybody listened. */
export function keepHistory(opened: ScenarioState): void {
  const now = playground().getState().scenario
  if (!isSame(opened, now)) store.setState({ past: [opened], future: [] })
  playground().subscribe(({ scenario }, { scenario: was }) => {
    if (scenario === was || travelling || isSame(was, scenario)) return
    note(was, wantedStroke ?? strokeOf(was, scenario))
  })
}

/** What `change` does to the scenario goes on with the step before, if that was of the same stroke just now. */
export function inStroke(stroke: string, change: () => void): void {
  wantedStroke = stroke
  change()
  wantedStroke = null
}

/** False: there was nothing to take back, or to make again. */
export const undo = (): boolean => travel('past', 'future')

export const redo = (): boolean => travel('future', 'past')

function note(was: ScenarioState, stroke: string | null): void {
  const at = performance.now()
  const goesOn = stroke !== null && stroke === last.stroke && at - last.at < ONE_BREATH
  last = { stroke, at }
  if (goesOn) return
  store.setState(({ past }) => ({ past: [...past, was].slice(-MOST_STEPS), future: [] }))
}

function travel(from: keyof History, to: keyof History): boolean {
  const history = store.getState()
  const scenario = history[from].at(-1)
  if (scenario === undefined) return false
  const here = playground().getState().scenario
  last = { stroke: null, at: Number.NEGATIVE_INFINITY }
  travelling = true
  playground().setState({ scenario, visit: 'seen', playing: false, shown: 'end' })
  travelling = false
  store.setState({
    ...history,
    [from]: history[from].slice(0, -1),
    [to]: [...history[to], here],
  })
  return true
}

/** Nothing that a person chose differs: only the text in force, which the engine tells. */
const isSame = (a: ScenarioState, b: ScenarioState): boolean =>
  a.document === b.document &&
  a.flow === b.flow &&
  a.began === b.began &&
  a.manifests.text === b.manifests.text &&
  a.manifests.applied === b.manifests.applied

/** The text that is being typed, where nothing else has changed. */
function strokeOf(was: ScenarioState, now: ScenarioState): string | null {
  const elsewhere = was.flow !== now.flow || was.manifests.applied !== now.manifests.applied
  if (elsewhere) return null
  if (was.document === now.document) return 'manifests'
  return typedOnNode(was, now)
}

function typedOnNode({ document: a }: ScenarioState, { document: b }: ScenarioState) {
  const others = { ...a, nodes: b.nodes }
  const only = Object.entries(others).every(([key, value]) => b[key as keyof typeof b] === value)
  const changed = b.nodes.filter((node, i) => node !== a.nodes[i])
  const [node] = changed
  const before = a.nodes.find(({ name }) => name === node?.name)
  return only && changed.length === 1 && before?.manualRules !== node?.manualRules
    ? `rules ${node?.name}`
    : null
}
