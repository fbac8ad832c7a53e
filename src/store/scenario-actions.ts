import { loadBuiltin } from '../scenario/load-builtin.ts'
import type { FlowSpec, ScenarioState } from '../scenario/state.ts'
import { withStudiedCluster } from '../scenario/studied-cluster.ts'
import { withFlow } from './chosen-flow.ts'
import { replay } from './playback-actions.ts'
import { playground } from './playground.ts'

/** The cluster is created with or without `--disable-default-snat`. */
export function setDefaultSnat(on: boolean): void {
  changeScenario(({ document, ...rest }) => ({
    ...rest,
    document: withStudiedCluster(document, { disableDefaultSnat: !on }),
  }))
  replay()
}

/** Puts the text of the editor into the cluster, or takes the ConfigMap out of it. */
export function setManifestsApplied(applied: boolean): void {
  changeScenario((scenario) => ({ ...scenario, manifests: { ...scenario.manifests, applied } }))
  replay()
}

/** While one types, what is on show stays where it is. */
export function editManifests(text: string): void {
  changeScenario((scenario) => ({ ...scenario, manifests: { ...scenario.manifests, text } }))
}

/** The rules typed on one node; an empty text is none. */
export function typeManualRules(node: string, text: string): void {
  changeScenario(({ document, ...rest }) => ({
    ...rest,
    document: {
      ...document,
      nodes: document.nodes.map((each) => {
        if (each.name !== node) return each
        const { manualRules: _, ...others } = each
        return text === '' ? others : { ...others, manualRules: text }
      }),
    },
  }))
}

/** Another flow; or the chosen one with other fields, which then has them in the list as well. */
export function sendFlow(flow: FlowSpec): void {
  changeScenario((scenario) => withFlow(scenario, flow))
  replay()
}

/** A packet of which the list of flows knows nothing. */
export function sendApart(flow: Omit<FlowSpec, 'name'>): void {
  changeScenario((scenario) => ({ ...scenario, flow: { ...flow, name: 'own' } }))
  replay()
}

/** Another scenario altogether: a built-in one, or what a link held. */
export function openScenario(scenario: ScenarioState): void {
  wanted = ''
  playground().setState({ scenario, visit: 'seen' })
  replay()
}

let wanted = ''

/** Opens a built-in scenario as soon as it is here; the last one wanted wins. */
export async function openBuiltin(name: string): Promise<void> {
  wanted = name
  const scenario = await loadBuiltin(name)
  if (scenario !== null && wanted === name) openScenario(scenario)
}

export function changeScenario(make: (scenario: ScenarioState) => ScenarioState): void {
  playground().setState(({ scenario }) => ({ scenario: make(scenario), visit: 'seen' }))
}
