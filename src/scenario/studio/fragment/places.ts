import type { ScenarioDocument } from '../../document.ts'
import { thingOfZone } from '../document/lists.ts'
import { placedAt, withPositions } from '../document/positions.ts'
import type { Point } from '../thing.ts'
import type { Inserted } from './insert.ts'

/** How far copies stand from what they are copies of, in pixels at zoom 1. */
const ASIDE = 24

/** Where the copies stand: as the originals stood to each other, from `at` on, or a little aside. */
export function withCopiedPlaces(
  { document, ids, things }: Inserted,
  positions: Readonly<Record<string, Point>> = {},
  at: Point | undefined,
): ScenarioDocument {
  const before = Object.entries(positions)
  const [first] = things
  if (before.length === 0) {
    return first !== undefined && things.length === 1 ? placedAt(document, first, at) : document
  }
  const corner = [0, 1].map((axis) => Math.min(...before.map(([, point]) => point[axis] ?? 0)))
  const [dx, dy] = at ? [at[0] - (corner[0] ?? 0), at[1] - (corner[1] ?? 0)] : [ASIDE, ASIDE]
  const copied = before.flatMap(([key, [x, y]]): [string, Point][] => {
    const zone = key.startsWith('zone-') ? 'zone-' : ''
    const id = ids.get(thingOfZone(key))
    return id === undefined ? [] : [[zone + id, [x + dx, y + dy]]]
  })
  return withPositions(document, { ...document.positions, ...Object.fromEntries(copied) })
}
