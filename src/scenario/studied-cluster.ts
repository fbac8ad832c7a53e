import type { DataplaneId } from '../dataplanes/registry.ts'
import type { ScenarioDocument } from './document.ts'

export type ClusterDocument = ScenarioDocument['clusters'][number]

/** The cluster that the manifests beside the document are in; null on a canvas without one. */
export const studiedCluster = ({ clusters }: ScenarioDocument): ClusterDocument | null =>
  clusters[0] ?? null

/** Its dataplane; where there is no cluster, the one that a new cluster gets. */
export const studiedDataplane = (document: ScenarioDocument): DataplaneId =>
  studiedCluster(document)?.dataplane ?? 'gke-standard'

/** The document with that cluster changed; a document without one stays as it is. */
export function withStudiedCluster(
  document: ScenarioDocument,
  change: Partial<ClusterDocument>,
): ScenarioDocument {
  const [first, ...others] = document.clusters
  return first ? { ...document, clusters: [{ ...first, ...change }, ...others] } : document
}
