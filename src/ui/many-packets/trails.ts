import type { Owner } from '../../engine/trace.ts'
import type { Polyline } from '../canvas/layout/polyline.ts'
import type { Motion } from './motions.ts'

/** A stretch of a flow's way on which it bears one address. */
export interface Trail {
  readonly owner: Owner
  readonly line: Polyline
}

/** A packet changes its address where it stands: what comes before ends there, what comes after begins there. */
export function trailsOf({ points, owners }: Pick<Motion, 'points' | 'owners'>): readonly Trail[] {
  return owners.flatMap(({ owner, from }, i): Trail[] => {
    const until = owners[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const line = points.filter(
      ({ time, parked }) => parked !== true && time >= from && time < until,
    )
    return line.length < 2 ? [] : [{ owner, line }]
  })
}
