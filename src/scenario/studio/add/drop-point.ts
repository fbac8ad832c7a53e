import type { ScenarioDocument } from '../../document.ts'
import { INTERNET, METADATA, thingId } from '../document/lists.ts'
import { ancestors, nestingOf } from '../document/nesting.ts'
import type { Point, ThingId } from '../thing.ts'

/**
 * The point where a thing was dropped, while what it now stands in is there: what it was dropped on, or
 * what that stands in. Anything else lies elsewhere on the canvas and would be drawn out to the point.
 */
export function dropPoint(
  document: ScenarioDocument,
  thing: ThingId,
  parent: ThingId | null,
  at: Point | undefined,
): Point | undefined {
  const nesting = nestingOf(document)
  const home = nesting.parents.get(thing) ?? null
  if (parent === null) return home === null ? at : undefined
  const drawnIn = home ?? zoneOf(document, thing)
  const under = [parent, ...ancestors(nesting, parent)]
  return drawnIn !== null && under.includes(drawnIn) ? at : undefined
}

/** The zone in which the canvas shows what the document puts into nothing. */
function zoneOf({ vpcs, endpoints }: ScenarioDocument, thing: ThingId): ThingId | null {
  const [first] = vpcs
  if (thing === METADATA) return first ? thingId('vpc', first.name) : null
  const isOutside = endpoints.some(
    ({ name, at }) => at === 'internet' && thingId('endpoint', name) === thing,
  )
  return isOutside ? INTERNET : null
}
