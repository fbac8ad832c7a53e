import type { PlaceMap } from '../../../scenario/evaluation.ts'
import { around, type Rect, type Size } from './geometry.ts'
import { arrangeTall } from './tall.ts'
import { arrangeWide } from './wide.ts'
import { type Wire, wiresOf } from './wires.ts'

export interface Layout {
  /** Zones and places by id. */
  readonly placed: ReadonlyMap<string, Rect>
  readonly wires: readonly Wire[]
  readonly bounds: Rect
}

/** Narrower canvases than this are read from top to bottom. */
const NARROW = 620

/** Where everything on the map stands, for a canvas of about this size. */
export function layOut(map: PlaceMap, space: Size): Layout {
  const narrow = space.width < NARROW
  const placed = narrow ? arrangeTall(map) : arrangeWide(map, space)
  const wires = wiresOf(map, placed, narrow ? 'down' : 'across')
  return { placed, wires, bounds: around([...placed.values()]) }
}
