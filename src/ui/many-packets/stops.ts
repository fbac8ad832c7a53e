import type { Owner, PlaceId, Trace } from '../../engine/trace.ts'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { journeyOf, nearSide } from '../../store/journey.ts'

/** A place that a packet comes by, and whose address it bears as it leaves. */
export interface Stop {
  readonly place: PlaceId
  readonly owner: Owner
}

/**
 * The way of a packet to where its fate is decided: out, and back only where it was lost on the way
 * back. A place that is drawn as part of another is that one.
 */
export function stopsOf(
  trace: Trace,
  drawnAs: ReadonlyMap<PlaceId, PlaceId>,
): readonly [Stop, ...Stop[]] {
  const [first, ...others] = journeyOf(trace)
    .filter(({ leg }) => leg === 'forward' || trace.outcome.lostOn === 'reply')
    .map(({ hop, leg }) => ({
      place: drawnAs.get(hop.place) ?? hop.place,
      owner: nearSide(hop.after, leg).owner,
    }))
  const { before, place } = trace.forward.hops[0]
  let last: Stop = first ?? { place, owner: before.srcOwner }
  const stops: Stop[] = []
  for (const stop of others) {
    if (stop.place !== last.place) stops.push(last)
    last = stop
  }
  const [start, ...rest] = [...stops, last]
  return [start ?? last, ...rest]
}

/** Which place of the map stands for those that are not drawn by themselves. */
export const drawnAs = ({ places }: PlaceMap): ReadonlyMap<PlaceId, PlaceId> =>
  new Map(
    places.flatMap(({ id, holds = [] }) => holds.map((held): [PlaceId, PlaceId] => [held.id, id])),
  )
