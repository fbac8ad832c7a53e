import { loadBuiltin } from '../scenario/builtins.ts'
import type { FlowSpec, ScenarioState } from '../scenario/state.ts'
import { withStudiedCluster } from '../scenario/studied-cluster.ts'
import { replay } from './playback-actions.ts'
import { playground } from './playground.ts'

/** The cluster is created with or without `--disable-default-snat`. */
export function setDefaultSnat(on: boolean): void {
  change(({ document, ...rest }) => ({
    ...rest,
    document: withStudiedCluster(document, { disableDefaultSnat: !on }),
  }))
  replay()
}

/** Puts the text of the editor into the cluster, or takes the ConfigMap out of it. */
export function setManifestsApplied(applied: boolean): void {
  change((scenario) => ({ ...scenario, manifests: { ...scenario.manifests, applied } }))
  replay()
}

/** While one types, what is on show stays where it is. */
export function editManifests(text: string): void {
  change((scenario) => ({ ...scenario, manifests: { ...scenario.manifests, text } }))
}

/** The rules typed on one node; an empty text is none. */
export function typeManualRules(node: string, text: string): void {
  change(({ document, ...rest }) => ({
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

export function sendFlow(flow: FlowSpec): void {
  change((scenario) => ({ ...scenario, flow }))
  replay()
}

/** Another scenario altogether: a built-in one, or what a link held. */
export function openScenario(scenario: ScenarioState): void {
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

function change(make: (scenario: ScenarioState) => ScenarioState): void {
  playground().setState(({ scenario }) => ({ scenario: make(scenario), visit: 'seen' }))
}
