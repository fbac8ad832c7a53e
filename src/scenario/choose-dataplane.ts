import { type DataplaneId, loadDataplane } from '../dataplanes/registry.ts'
import { holdsOwn } from './compare/lane-state.ts'
import { readTopology } from './read-topology.ts'
import { appendManifest } from './settings/add-manifest.ts'
import type { ManifestsState, ScenarioState } from './state.ts'
import { withStudiedCluster } from './studied-cluster.ts'
import { clusterFacts } from './world-of.ts'

/**
 * The scenario under another dataplane. What stands in the stream stays there: each dataplane reads its
 * own kinds. Where it holds none of them, the manifests of a fresh cluster are added and applied.
 */
export async function chooseDataplane(
  state: ScenarioState,
  id: DataplaneId,
): Promise<ScenarioState> {
  const dataplane = await loadDataplane(id)
  const { document } = state
  const chosen = withStudiedCluster(document, { dataplane: id })
  const facts = clusterFacts(chosen, readTopology(chosen))
  const starter = dataplane.starter(facts)
  const { manifests } = state
  const fresh = starter !== '' && !holdsOwn(manifests.text, { ...dataplane, id, starter })
  return {
    ...state,
    document: chosen,
    manifests: { ...(fresh ? withStarter(state, starter) : manifests), inForce: null },
  }
}

/** A draft that nobody has touched stays in the document, and can be had back from there. */
function withStarter({ document, manifests }: ScenarioState, starter: string): ManifestsState {
  const untouched = !manifests.applied && manifests.text === document.draft?.manifests
  const text = appendManifest(untouched ? '' : manifests.text, starter)
  return { ...manifests, applied: true, text }
}
