import type { Installed } from '../../dataplanes/dataplane.ts'
import type { Header, Trace } from '../../engine/trace.ts'
import type { Topology } from '../../topology/topology.ts'
import type { PlaceMap } from '../evaluation.ts'
import type { Crossing } from './crossings.ts'

/** All that a probe looks at: the world, what is installed in it, and the packet's journey. */
export interface Probed {
  readonly topology: Topology
  readonly installed: Installed
  readonly map: PlaceMap
  readonly trace: Trace
  readonly crossings: readonly Crossing[]
  /** The dataplane of each node, by its name. */
  readonly dataplanes: ReadonlyMap<string, string>
}

/** The packet as it was sent. */
export const firstHeader = ({ trace }: Pick<Probed, 'trace'>): Header =>
  trace.forward.hops[0].before

export const isSix = (probed: Pick<Probed, 'trace'>): boolean =>
  firstHeader(probed).src.includes(':')
