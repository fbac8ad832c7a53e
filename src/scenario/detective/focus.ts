import type { Dataplane } from '../../dataplanes/dataplane.ts'
import { loadDataplane } from '../../dataplanes/registry.ts'
import { invariant } from '../../net/invariant.ts'
import type { ScenarioDocument } from '../document.ts'
import type { ScenarioState } from '../state.ts'
import { studiedDataplane } from '../studied-cluster.ts'

/** The dataplane of each cluster by its name; of a name that no cluster has, that of the first. */
export type Dataplanes = (cluster: string) => Dataplane

export async function loadDataplanes(document: ScenarioDocument): Promise<Dataplanes> {
  const first = await loadDataplane(studiedDataplane(document))
  const all = await Promise.all(
    document.clusters.map(
      async ({ name, dataplane }) => [name, await loadDataplane(dataplane)] as const,
    ),
  )
  const known = new Map(all.toReversed())
  return (cluster) => known.get(cluster) ?? first
}

/**
 * The scenario as whoever studies another of its clusters has it: that one first, its own manifests in the
 * editor. What the document offers as a draft is the first cluster's. A name that no cluster has changes
 * nothing.
 */
export function focusOn(state: ScenarioState, cluster: string): ScenarioState {
  const { document } = state
  const [first] = document.clusters
  const chosen = document.clusters.find(({ name }) => name === cluster)
  if (first === undefined || chosen === undefined || chosen.name === first.name) return state
  const { manifests: text, ...own } = chosen
  const inFirst = <T extends { readonly cluster?: string | undefined }>(each: T): T =>
    each.cluster === undefined ? { ...each, cluster: first.name } : each
  const { draft: _, services, ...others } = document
  return {
    ...state,
    document: {
      ...others,
      clusters: [own, ...document.clusters.filter((each) => each !== chosen)],
      nodes: document.nodes.map(inFirst),
      ...(services ? { services: services.map(inFirst) } : {}),
    },
    manifests: { applied: text !== undefined, text: text ?? '', inForce: null },
  }
}

/** What `change` does to the cluster under study, done to that of a name. */
export function changeInCluster(
  state: ScenarioState,
  cluster: string,
  change: (focused: ScenarioState) => ScenarioState | null,
): ScenarioState | null {
  const focused = focusOn(state, cluster)
  const changed = change(focused)
  if (focused === state || changed === null) return changed
  const [own] = changed.document.clusters
  invariant(own, 'a cluster that is under study is there')
  const { text } = changed.manifests
  const written = { ...own, ...(text === '' ? {} : { manifests: text }) }
  const at = state.document.clusters.findIndex(({ name }) => name === cluster)
  return {
    ...state,
    document: { ...state.document, clusters: state.document.clusters.with(at, written) },
  }
}
