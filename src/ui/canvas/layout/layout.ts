import type { PlaceMap } from '../../../scenario/evaluation.ts'
import { around, type Rect, type Size } from './geometry.ts'
import { isHandMade } from './hand-made.ts'
import { isSettled, type Positions, settle } from './settle.ts'
import { arrangeTall } from './tall.ts'
import { arrangeWide } from './wide.ts'
import { type Wire, wiresOf } from './wires.ts'

export interface Layout {
  /** Zones and places by id. */
  readonly placed: ReadonlyMap<string, Rect>
  readonly wires: readonly Wire[]
  readonly bounds: Rect
}

/** Arranges worlds of any shape; comes in a chunk of its own, with its library. */
export type ArrangeNested = (map: PlaceMap) => ReadonlyMap<string, Rect>

/** Narrower canvases than this are read from top to bottom. */
const NARROW = 620
/** Beside positions the rest is laid out alike on every screen. */
const ANY_SCREEN: Size = { width: 1000, height: 560 }

/** Is there something on the map that only `ArrangeNested` can place? */
export const needsNested = (map: PlaceMap, positions: Positions): boolean =>
  !isHandMade(map) && !isSettled(map, positions)

/**
 * Where everything on the map stands, for a canvas of about this size. Positions win. Where
 * `ArrangeNested` is needed and not here yet, nothing stands anywhere.
 */
export function layOut(
  map: PlaceMap,
  space: Size,
  positions: Positions = {},
  arrangeNested: ArrangeNested | null = null,
): Layout {
  const free = Object.keys(positions).length === 0
  const narrow = free && space.width < NARROW && isHandMade(map)
  const base = arranged(map, { narrow, space: free ? space : ANY_SCREEN }, positions, arrangeNested)
  const placed = free || base === null ? (base ?? new Map()) : settle(map, base, positions)
  const wires = wiresOf(map, placed, narrow ? 'down' : 'across')
  return { placed, wires, bounds: around([...placed.values()]) }
}

function arranged(
  map: PlaceMap,
  { narrow, space }: { readonly narrow: boolean; readonly space: Size },
  positions: Positions,
  arrangeNested: ArrangeNested | null,
): ReadonlyMap<string, Rect> | null {
  if (isSettled(map, positions)) return new Map()
  if (!isHandMade(map)) return arrangeNested?.(map) ?? null
  return narrow ? arrangeTall(map) : arrangeWide(map, space)
}
