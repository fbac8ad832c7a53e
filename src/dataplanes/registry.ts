import { withBeside } from './beside.ts'
import type { Dataplane } from './dataplane.ts'

/** One line for each dataplane, by its id: a chunk of its own, fetched when a scenario wants it. */
const REGISTERED = {
  'gke-standard': () => import('./gke-standard/gke-standard.ts'),
  'gke-autopilot': () => import('./gke-autopilot/gke-autopilot.ts'),
  calico: () => import('./calico/calico.ts'),
  cilium: () => import('./cilium/cilium.ts'),
  'aws-vpc-cni': () => import('./aws-vpc-cni/aws-vpc-cni.ts'),
} satisfies Record<string, () => Promise<{ readonly dataplane: Dataplane }>>

export type DataplaneId = keyof typeof REGISTERED

export const DATAPLANE_IDS = Object.keys(REGISTERED) as readonly DataplaneId[]

export const loadDataplane = async (id: DataplaneId): Promise<Dataplane> =>
  withBeside((await REGISTERED[id]()).dataplane)
