import { NO_FLOW } from '../no-flow.ts'
import type { ScenarioState } from '../state.ts'

/** The canvas before anything is drawn on it. */
export const EMPTY_SCENARIO: ScenarioState = {
  document: {
    apiVersion: 'snat-playground/v1',
    kind: 'Scenario',
    metadata: { name: 'own-scenario' },
    clusters: [],
    nodes: [],
    pods: [],
    vpcs: [],
    attachments: [],
    onPrem: [],
    endpoints: [],
    flows: [],
    expect: [],
  },
  manifests: { applied: false, text: '', inForce: null },
  flow: NO_FLOW,
}
