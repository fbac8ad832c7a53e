import type { ProbeSpot } from '../../scenario/probe/spot.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { pointAlong } from '../canvas/layout/polyline.ts'

/** Where the point of a mark stands on the map's plane; `aside` in pixels of the screen. */
export interface MarkSpot {
  readonly x: number
  readonly y: number
  readonly aside: number
}

/** A mark's width and a hair. */
const STEP = 24

/** On a line its middle, at a place the right end of its upper edge, further marks beside it; null: not on this map. */
export function markSpots(
  spots: readonly ProbeSpot[],
  layout: Layout,
): readonly (MarkSpot | null)[] {
  return spots.map((spot, i) => {
    const at = pointOf(spot, layout)
    if (at === null || spot.kind === 'link') return at && { ...at, aside: 0 }
    const before = spots.slice(0, i).filter((each) => isAt(each, spot.place))
    return { ...at, aside: before.length * STEP }
  })
}

const isAt = (spot: ProbeSpot, place: string): boolean =>
  spot.kind !== 'link' && spot.place === place

function pointOf(spot: ProbeSpot, { wires, placed }: Layout) {
  if (spot.kind === 'link') {
    const wire = wires.find(({ from, to }) => from === spot.from && to === spot.to)
    return wire === undefined ? null : pointAlong(wire.line, 0.5)
  }
  const rect = placed.get(spot.place)
  return rect === undefined ? null : { x: rect.x + rect.width * 0.86, y: rect.y }
}
