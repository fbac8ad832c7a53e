import { place } from '../../engine/place.ts'
import type { Header, PlaceId, Trace } from '../../engine/trace.ts'
import type { ScenarioDocument } from '../document.ts'
import type { Place } from '../evaluation.ts'
import { zoneId } from './homes.ts'

/** Places that are nobody's of the document: an address at which a journey ended, or turned round. */
export function passingPlaces({ onPrem }: ScenarioDocument, trace: Trace | null): Place[] {
  const seen = new Map<PlaceId, Header>(trace?.forward.hops.map((hop) => [hop.place, hop.after]))
  const internet = seen.get(place.internet)
  return [
    ...(internet
      ? [
          {
            id: place.internet,
            kind: 'internet' as const,
            name: internet.dst,
            lines: [],
            owner: internet.dstOwner,
            zone: zoneId('internet', 'internet'),
          },
        ]
      : []),
    ...onPrem.flatMap(({ name }): Place[] => {
      const id = place.onPrem(name)
      const header = seen.get(id)
      if (!header && !comesBackTo(trace, id)) return []
      const zone = zoneId('on-prem', name)
      return [{ id, kind: 'endpoint', name: header?.dst ?? name, lines: [], owner: 'far', zone }]
    }),
  ]
}

const comesBackTo = (trace: Trace | null, id: PlaceId): boolean =>
  trace?.reply?.hops.some((hop) => hop.place === id) ?? false
