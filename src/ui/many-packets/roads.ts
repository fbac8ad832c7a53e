import type { PlaceId } from '../../engine/trace.ts'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { centre } from '../canvas/layout/geometry.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import type { Polyline } from '../canvas/layout/polyline.ts'
import { wayBetween } from '../canvas/layout/wires.ts'

export type Roads = (from: PlaceId, to: PlaceId) => Polyline

/**
 * From the middle of one place to the middle of another, along the wires where there are any. A node
 * that is drawn as a card has none of its own: its packets leave by those of the zone around it. Many
 * flows share their ways, and each is looked for once.
 */
export function roadsOn({ places }: PlaceMap, { wires, placed }: Layout): Roads {
  const zones = new Map(places.map(({ id, zone }) => [id, zone]))
  const known = new Map<string, Polyline>()
  const find = (from: PlaceId, to: PlaceId): Polyline => {
    const [a, b] = [placed.get(from), placed.get(to)]
    if (a === undefined || b === undefined) return []
    const [home, goal] = [zones.get(from) ?? from, zones.get(to) ?? to]
    const way =
      wayBetween(wires, placed, from, to) ??
      wayBetween(wires, placed, home, to) ??
      wayBetween(wires, placed, from, goal) ??
      wayBetween(wires, placed, home, goal) ??
      []
    return [centre(a), ...way, centre(b)]
  }
  return (from, to) => {
    const key = `${from} ${to}`
    const line = known.get(key) ?? find(from, to)
    known.set(key, line)
    return line
  }
}
