import type { PlaceMap } from '../../../scenario/evaluation.ts'
import { fetchAnyWorld } from './fetch-any-world.ts'
import type { Rect } from './geometry.ts'
import type { Positions } from './layout.ts'

/** Everything anew, as an edit stores it: `{ do: 'tidy', positions }`. Take the map that is on show. */
export async function tidy(map: PlaceMap): Promise<Positions> {
  const { arrange } = await fetchAnyWorld()
  return positionsIn(map, arrange(null)(map, {}))
}

/** Where things stand now, for those that may have a position: places, and zones in which nothing stands. */
export function positionsIn(
  { zones, places }: PlaceMap,
  placed: ReadonlyMap<string, Rect>,
): Positions {
  const filled = new Set([...zones.map(({ parent }) => parent), ...places.map(({ zone }) => zone)])
  const ids = [
    ...places.filter(({ kind }) => kind !== 'pods').map(({ id }) => id),
    ...zones.map(({ id }) => id).filter((id) => !filled.has(id)),
  ]
  return Object.fromEntries(
    ids.flatMap((id) => {
      const rect = placed.get(id)
      return rect === undefined ? [] : [[id, [rect.x, rect.y] as const]]
    }),
  )
}
