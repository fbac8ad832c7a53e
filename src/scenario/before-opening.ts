import type { ScenarioState } from './state.ts'
import { withStudiedCluster } from './studied-cluster.ts'

/**
 * What a scenario itself tells of the time before: an earlier version of its manifests, nodes that have
 * booted under another flag or that something was typed on. Null where it tells of nothing.
 */
export function beforeOpening(scenario: ScenarioState): ScenarioState | null {
  const { applied, text, inForce } = scenario.manifests
  const document = documentBefore(scenario.document)
  if (document === null && inForce === null) return null
  const held = inForce ?? (applied ? text : null)
  const earlier = held === null ? null : { applied: true, text: held, inForce: held }
  return {
    ...scenario,
    document: document ?? scenario.document,
    manifests: earlier ?? scenario.manifests,
  }
}

function documentBefore(document: ScenarioState['document']): ScenarioState['document'] | null {
  const waiting = document.nodes.filter(({ recreated }) => recreated !== true)
  const booted = waiting.find(({ bootedWith }) => bootedWith)?.bootedWith
  const typed = waiting.some(({ manualRules }) => manualRules)
  if (booted === undefined && !typed) return null
  return {
    ...withStudiedCluster(document, booted ?? {}),
    nodes: document.nodes.map(({ manualRules: _, ...node }) => node),
  }
}
