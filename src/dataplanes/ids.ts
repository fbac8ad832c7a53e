/** Names of the dataplanes, apart from their code: the scenario's schema needs the names alone. */
export const DATAPLANE_IDS = ['gke-standard'] as const
export type DataplaneId = (typeof DATAPLANE_IDS)[number]
