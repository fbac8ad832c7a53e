import type { PlaceMap } from '../../scenario/evaluation.ts'
import { THING_KINDS, type ThingId, type ThingKind } from '../../scenario/studio/thing.ts'

/** The thing that a zone or a place of the map stands for; null where it is none, like the internet. */
export function thingOf(element: string): ThingId | null {
  const id = element.replace(/^zone-/, '')
  return kindOf(id) === null ? null : id
}

export function kindOf(thing: ThingId): ThingKind | null {
  const kind = thing.slice(0, Math.max(0, thing.indexOf(':')))
  return THING_KINDS.find((each) => each === kind) ?? null
}

/** Its own name, of a subnet without that of its VPC. */
export const nameOf = (thing: ThingId): string =>
  thing.slice(thing.indexOf(':') + 1).replace(/^.*\//, '')

export const zoneOf = (thing: ThingId): string => `zone-${thing}`

/** How a thing is drawn: as a zone where it is one, else as a place; null: not at all. */
export function elementOf({ zones, places }: PlaceMap, thing: ThingId): string | null {
  if (zones.some(({ id }) => id === zoneOf(thing))) return zoneOf(thing)
  return places.some(({ id }) => id === thing) ? thing : null
}

/** What a zone or a place stands in, from the inside out; itself is not among them. */
export function zonesAround({ zones, places }: PlaceMap, element: string): readonly string[] {
  const parents = new Map(zones.map(({ id, parent }) => [id, parent]))
  const around: string[] = []
  let at = parents.get(element) ?? places.find(({ id }) => id === element)?.zone ?? null
  while (at !== null && !around.includes(at)) {
    around.push(at)
    at = parents.get(at) ?? null
  }
  return around
}
