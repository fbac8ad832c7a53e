import { createStore, useStore } from 'zustand'
import type { Viewpoint } from '../scenario/at-moment.ts'
import { beforeOpening } from '../scenario/before-opening.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { studiedCluster, studiedDataplane } from '../scenario/studied-cluster.ts'
import { askAgain } from './evaluating.ts'
import { replay } from './playback-actions.ts'
import { playground } from './playground.ts'

/** What was before the last change, and the moment since then that is looked at. */
interface TimeState extends Omit<Viewpoint, 'before'> {
  readonly before: ScenarioState | null
  /** Something changed while one looked on, or the scenario itself tells of a change. */
  readonly told: boolean
}

const store = createStore<TimeState>(() => ({ before: null, moment: null, told: false }))

export const useTime = (): TimeState => useStore(store)

/** From when the engine is to look; absent: there is nothing before now. */
export function viewpoint(): { readonly at?: Viewpoint } {
  const { before, moment } = store.getState()
  return before === null ? {} : { at: { before, moment } }
}

export const isNow = (): boolean => store.getState().moment === null

export function lookAt(moment: TimeState['moment']): void {
  store.setState({ moment })
  replay()
  void askAgain()
}

/** Notes what the cluster was before each change. A run of strokes in the editor is one change. */
export function keepTime(): void {
  let typing = false
  store.setState(asOpened(playground().getState().scenario))
  playground().subscribe(({ scenario: now }, { scenario: was }) => {
    if (now === was) return
    if (isAnother(was, now)) {
      typing = false
      store.setState(asOpened(now))
      return
    }
    const change = changeBetween(was, now)
    if (change === null) return
    const goesOn = typing && change === 'typed'
    typing = change === 'typed'
    store.setState({ moment: null, told: true, ...(goesOn ? {} : { before: was }) })
  })
}

/** Where a scenario tells of no time before, what is applied was not. */
function asOpened(scenario: ScenarioState): TimeState {
  const { manifests, flow } = scenario
  const told = beforeOpening(scenario)
  const bare = { ...scenario, manifests: { ...manifests, applied: false } }
  return {
    before: told ?? (manifests.applied ? bare : null),
    moment: null,
    told: told !== null || flow.existing === true,
  }
}

const isAnother = (a: ScenarioState, b: ScenarioState): boolean =>
  a.document.metadata.name !== b.document.metadata.name ||
  studiedDataplane(a.document) !== studiedDataplane(b.document)

function changeBetween(a: ScenarioState, b: ScenarioState): 'typed' | 'set' | null {
  const set =
    a.manifests.applied !== b.manifests.applied ||
    studiedCluster(a.document)?.disableDefaultSnat !==
      studiedCluster(b.document)?.disableDefaultSnat ||
    a.document.nodes !== b.document.nodes
  if (set) return 'set'
  // A draft is not in the cluster.
  return b.manifests.applied && a.manifests.text !== b.manifests.text ? 'typed' : null
}
