import { state as defaultSnatOff } from './builtin/default-snat-off.yaml'
import { state as defaultSnatOffUncovered } from './builtin/default-snat-off-uncovered.yaml'
import { state as masqueradeLinkLocal } from './builtin/masquerade-link-local.yaml'
import { state as privateEndpointAsIs } from './builtin/private-endpoint-as-is.yaml'
import { state as privateEndpointToBe } from './builtin/private-endpoint-to-be.yaml'
import type { ScenarioState } from './state.ts'

/** In the order of the menu. A scenario's id is its `metadata.name`, and the first opens the page. */
export const BUILTINS: readonly [ScenarioState, ...ScenarioState[]] = [
  privateEndpointAsIs,
  privateEndpointToBe,
  defaultSnatOff,
  defaultSnatOffUncovered,
  masqueradeLinkLocal,
]
