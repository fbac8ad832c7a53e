import type { Trace } from '../../engine/trace.ts'
import type { Topology } from '../../topology/topology.ts'
import type { ScenarioDocument } from '../document.ts'
import type { PlaceMap } from '../evaluation.ts'
import { homesOf } from './homes.ts'
import { linksOf } from './links.ts'
import { passingPlaces } from './passing-places.ts'
import { placesOf } from './places.ts'
import { zonesOf } from './zones.ts'

/**
 * What the canvas shows: all that the document tells, also what cannot be read of it, in the zones that
 * it names. Where nothing is told nothing is drawn. Places that only this journey has, such as an
 * address at which nobody answers, are there while the journey ends in them.
 */
export function drawMap(
  document: ScenarioDocument,
  topology: Topology,
  trace: Trace | null,
): PlaceMap {
  const homes = homesOf(document)
  const passing = passingPlaces(document, trace)
  const places = [...placesOf(document, topology, homes), ...passing]
  const used = new Set(places.map(({ zone }) => zone))
  const zones = zonesOf(document, topology, homes).filter(
    ({ id, kind }) => kind !== 'internet' || used.has(id),
  )
  return {
    zones: once(zones),
    places: once(places),
    links: linksOf(document, places, passing),
  }
}

/** Two things of one name are told as an issue; one can be drawn. */
const once = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
  [...new Map(all.toReversed().map((each) => [each.id, each])).values()].toReversed()
