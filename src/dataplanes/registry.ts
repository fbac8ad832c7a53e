import type { Dataplane } from './dataplane.ts'
import { gkeStandard } from './gke-standard/gke-standard.ts'
import type { DataplaneId } from './ids.ts'

/** One line for each dataplane. Its id stands in `ids.ts`. */
export const DATAPLANES: Readonly<Record<DataplaneId, Dataplane>> = {
  'gke-standard': gkeStandard,
}
