import type { PlaceMap } from '../../scenario/evaluation.ts'
import { centre, moved, overlap, type Point } from '../canvas/layout/geometry.ts'
import type { Layout, Positions } from '../canvas/layout/layout.ts'
import { positionsIn } from '../canvas/layout/tidy.ts'
import { zonesAround } from './thing-of.ts'

/** How far elements have been taken from where they stand, by their ids. */
export type Offsets = ReadonlyMap<string, Point>

export const NOT_MOVED: Offsets = new Map()

/** What is dragged takes along all that stands in it. */
export function offsetsOf(
  map: PlaceMap,
  { placed }: Layout,
  dragged: readonly { readonly id: string; readonly position: Point }[],
): Offsets {
  const own = new Map(
    dragged.flatMap(({ id, position }): [string, Point][] => {
      const rect = placed.get(id)
      return rect === undefined ? [] : [[id, { x: position.x - rect.x, y: position.y - rect.y }]]
    }),
  )
  const along = [...map.zones, ...map.places].flatMap(({ id }): [string, Point][] => {
    if (own.has(id)) return []
    const carrier = zonesAround(map, id).find((zone) => own.has(zone))
    const offset = carrier === undefined ? undefined : own.get(carrier)
    return offset === undefined ? [] : [[id, offset]]
  })
  return new Map([...own, ...along])
}

/** The layout while things are being moved: their wires follow them, straight. */
export function shifted(layout: Layout, offsets: Offsets): Layout {
  if (offsets.size === 0) return layout
  const placed = new Map(
    [...layout.placed].map(([id, rect]) => {
      const offset = offsets.get(id)
      return [id, offset === undefined ? rect : moved(rect, offset.x, offset.y)]
    }),
  )
  const wires = layout.wires.map((wire) => {
    if (!offsets.has(wire.from) && !offsets.has(wire.to)) return wire
    const [a, b] = [placed.get(wire.from), placed.get(wire.to)]
    return a === undefined || b === undefined ? wire : { ...wire, line: [centre(a), centre(b)] }
  })
  return { ...layout, placed, wires }
}

/**
 * Where everything is to stand from now on. What nobody had placed yet is placed where it was drawn:
 * whoever moves one thing does not want the others to move by themselves.
 */
export function positionsAfter(
  map: PlaceMap,
  layout: Layout,
  offsets: Offsets,
  told: Positions,
): Positions {
  const now = positionsIn(map, shifted(layout, offsets).placed)
  return Object.fromEntries(
    Object.entries(now).flatMap(([id, [x, y]]) =>
      offsets.has(id) || told[id] === undefined
        ? [[id, [Math.round(x), Math.round(y)] as const]]
        : [],
    ),
  )
}

/** Does something that was moved lie on a place that was not? */
export function isCrowded({ places }: PlaceMap, layout: Layout, offsets: Offsets): boolean {
  const { placed } = shifted(layout, offsets)
  const rects = (moving: boolean) =>
    places.flatMap(({ id }) => (offsets.has(id) === moving ? (placed.get(id) ?? []) : []))
  return rects(true).some((rect) => rects(false).some((other) => overlap(rect, other)))
}
