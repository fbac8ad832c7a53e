import type { PlaceMap } from '../../../scenario/evaluation.ts'
import type { AnyWorld } from './any-world.ts'
import { around, type Rect, type Size } from './geometry.ts'
import { isHandMade } from './hand-made.ts'
import { arrangeTall } from './tall.ts'
import { arrangeWide } from './wide.ts'
import { type Wire, wiresOf } from './wires.ts'

export interface Layout {
  /** Zones and places by id. */
  readonly placed: ReadonlyMap<string, Rect>
  readonly wires: readonly Wire[]
  readonly bounds: Rect
}

/** Top left corners by id, as a scenario has them. */
export type Positions = Readonly<Record<string, readonly [x: number, y: number]>>

export type Arrange = (map: PlaceMap, positions: Positions) => ReadonlyMap<string, Rect>

/** Narrower canvases than this are read from top to bottom. */
const NARROW = 620
/** Beside positions the rest is laid out alike on every screen. */
const ANY_SCREEN: Size = { width: 1000, height: 560 }

/**
 * Where everything on the map stands, for a canvas of about this size. Positions win. Where
 * `anyWorld` is needed and not here yet, nothing stands anywhere.
 */
export function layOut(
  map: PlaceMap,
  space: Size,
  positions: Positions = {},
  anyWorld: AnyWorld | null = null,
): Layout {
  const free = Object.keys(positions).length === 0
  const byHand = isHandMade(map)
  const narrow = free && byHand && space.width < NARROW
  const arrangeByHand = (given: PlaceMap) =>
    narrow ? arrangeTall(given) : arrangeWide(given, free ? space : ANY_SCREEN)
  const arrange = byHand && free ? arrangeByHand : anyWorld?.arrange(byHand ? arrangeByHand : null)
  const placed = arrange?.(map, positions) ?? new Map<string, Rect>()
  const wires = wiresOf(map, placed, narrow ? 'down' : 'across')
  return { placed, wires, bounds: around([...placed.values()]) }
}
