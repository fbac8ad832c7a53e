import { bottom, overlap, type Point, padded, type Rect, right } from './geometry.ts'

const GAP = 16

/** The nearest place for a rectangle beside, above or below what stands there; where it wants to be if nothing does. */
export function freeSpot(wanted: Rect, standing: readonly { readonly rect: Rect }[]): Point {
  if (standing.every(({ rect }) => !overlap(wanted, rect))) return wanted
  const taken = standing.map(({ rect }) =>
    padded(rect, { top: GAP - 1, side: GAP - 1, bottom: GAP - 1 }),
  )
  const isFree = ({ x, y }: Point): boolean =>
    taken.every((rect) => !overlap({ ...wanted, x, y }, rect))
  const xs = [
    wanted.x,
    ...standing.flatMap(({ rect }) => [right(rect) + GAP, rect.x - wanted.width - GAP]),
  ]
  const ys = [
    wanted.y,
    ...standing.flatMap(({ rect }) => [bottom(rect) + GAP, rect.y - wanted.height - GAP]),
  ]
  // Things in rows and columns ask for the same spots over and over.
  const rows = [...new Set(ys)]
  let best = { spot: belowAll(wanted, standing), far: Number.POSITIVE_INFINITY }
  for (const x of new Set(xs)) {
    for (const y of rows) {
      const far = (x - wanted.x) ** 2 + (y - wanted.y) ** 2
      // What is farther away need not be free.
      if (far < best.far && isFree({ x, y })) best = { spot: { x, y }, far }
    }
  }
  return best.spot
}

/** Always free. */
const belowAll = ({ x }: Rect, standing: readonly { readonly rect: Rect }[]): Point => ({
  x,
  y: Math.max(...standing.map(({ rect }) => bottom(rect))) + GAP,
})
