import { overlap, type Point, type Rect, right, type Size } from './layout/geometry.ts'

/** Between a place and the label's edge. Farther away is worse, on top of words is worse still. */
const GAPS = [12, 30, 50, 74, 100, 130]
const WAYS = [0, -0.25, 0.25, -0.42, 0.42]
const PER_PIXEL_AWAY = 9
const PER_PIXEL_ASIDE = 2
/** Between the label and the edge of the canvas, and around what it keeps clear of. */
export const BREATH = 6
/** Above the wire while it travels. */
const ON_THE_WAY = 16

/**
 * Where the packet's label stands, from the point at which the packet is: its middle `dx` to the side,
 * its edge that faces the packet at `dy`, above it (negative) or below.
 */
export interface LabelSpot {
  readonly dx: number
  readonly dy: number
}

/**
 * The nearest spot around `at` at which a label covers no words; where there is none, the one with the
 * least of them below. `rise` is half the height of the place that the packet rests at, 0 on the way.
 */
export function labelSpot(
  label: Size,
  { at, rise }: { readonly at: Point; readonly rise: number },
  room: Size,
  words: readonly Rect[],
): LabelSpot {
  if (rise === 0) return { dx: within(at.x, label, room) - at.x, dy: -ON_THE_WAY }
  let best: LabelSpot & { readonly cost: number } = { dx: 0, dy: -rise, cost: Number.MAX_VALUE }
  for (const side of [-1, 1]) {
    for (const gap of GAPS) {
      for (const way of WAYS) {
        const spot = {
          dx: within(at.x + way * label.width, label, room) - at.x,
          dy: side * (rise + gap),
        }
        const rect = boxOf(label, at, spot)
        const outside = Math.max(0, -rect.y) + Math.max(0, rect.y + rect.height - room.height)
        const covered = words.reduce((sum, word) => sum + shared(rect, word), 0)
        const far = PER_PIXEL_AWAY * gap + PER_PIXEL_ASIDE * Math.abs(spot.dx)
        const cost = far + covered + outside * label.width
        if (cost < best.cost) best = { ...spot, cost }
      }
    }
  }
  return { dx: best.dx, dy: best.dy }
}

/** The label's box on the screen. */
export function boxOf({ width, height }: Size, at: Point, { dx, dy }: LabelSpot): Rect {
  return {
    x: at.x + dx - width / 2,
    y: at.y + dy - (dy < 0 ? height : 0),
    width,
    height,
  }
}

function within(x: number, { width }: Size, room: Size): number {
  const least = width / 2 + BREATH
  const most = room.width - width / 2 - BREATH
  return least > most ? room.width / 2 : Math.min(most, Math.max(least, x))
}

function shared(a: Rect, b: Rect): number {
  if (!overlap(a, b)) return 0
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width * height
}
