import { centre, type Point, type Rect } from '../canvas/layout/geometry.ts'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const AHEAD: Readonly<Record<Direction, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Being off the line counts so much more than being far along it. */
const ASIDE = 2

/** The one that the eye would go to from `from`; null where there is nothing that way. */
export function nearest(
  spots: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
): string | null {
  const start = spots.get(from)
  if (start === undefined) return spots.keys().next().value ?? null
  const { x: ax, y: ay } = AHEAD[direction]
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [id, { x, y }] of spots) {
    const along = (x - start.x) * ax + (y - start.y) * ay
    const aside = Math.abs((x - start.x) * ay) + Math.abs((y - start.y) * ax)
    const far = along + ASIDE * aside
    if (id === from || along <= 0 || far >= least) continue
    best = id
    least = far
  }
  return best
}

/** Where the eye meets an element: a place in its middle, a zone at its title. */
export const spotOf = (id: string, rect: Rect): Point =>
  id.startsWith('zone-')
    ? { x: rect.x + Math.min(60, rect.width / 2), y: rect.y + 14 }
    : centre(rect)
