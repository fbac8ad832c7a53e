import { bottom, overlap, type Point, padded, type Rect, right } from './geometry.ts'

const GAP = 16

/** The nearest place for a rectangle beside, above or below what stands there; where it wants to be if nothing does. */
export function freeSpot(wanted: Rect, standing: readonly { readonly rect: Rect }[]): Point {
  const taken = standing.map(({ rect }) =>
    padded(rect, { top: GAP - 1, side: GAP - 1, bottom: GAP - 1 }),
  )
  const isFree = ({ x, y }: Point): boolean =>
    taken.every((rect) => !overlap({ ...wanted, x, y }, rect))
  if (standing.every(({ rect }) => !overlap(wanted, rect))) return wanted
  const xs = [
    wanted.x,
    ...standing.flatMap(({ rect }) => [right(rect) + GAP, rect.x - wanted.width - GAP]),
  ]
  const ys = [
    wanted.y,
    ...standing.flatMap(({ rect }) => [bottom(rect) + GAP, rect.y - wanted.height - GAP]),
  ]
  const far = ({ x, y }: Point): number => Math.hypot(x - wanted.x, y - wanted.y)
  const spots = xs.flatMap((x) => ys.map((y) => ({ x, y }))).toSorted((a, b) => far(a) - far(b))
  // Below everything is always free.
  const below = Math.max(...standing.map(({ rect }) => bottom(rect))) + GAP
  return spots.find(isFree) ?? { x: wanted.x, y: below }
}
