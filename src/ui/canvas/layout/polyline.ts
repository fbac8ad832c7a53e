import type { Point } from './geometry.ts'

/** A way of straight pieces. */
export type Polyline = readonly Point[]

export function lengthOf(line: Polyline): number {
  return pieces(line).reduce((sum, [a, b]) => sum + distance(a, b), 0)
}

/** The point at `share` (0 to 1) of the way. */
export function pointAlong(line: Polyline, share: number): Point {
  let left = lengthOf(line) * share
  for (const [a, b] of pieces(line)) {
    const length = distance(a, b)
    if (left <= length && length > 0) {
      const part = left / length
      return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
    }
    left -= length
  }
  return line.at(-1) ?? { x: 0, y: 0 }
}

/** The same way `by` units to the right of its direction of travel. */
export function beside(line: Polyline, by: number): Polyline {
  const parts = pieces(line).filter(([a, b]) => distance(a, b) > 0)
  const normals = parts.map(([a, b]) => {
    const length = distance(a, b)
    return { x: (-(b.y - a.y) / length) * by, y: ((b.x - a.x) / length) * by }
  })
  const corners = parts.map(([a], i) => shifted(a, normals[i - 1], normals[i]))
  const last = parts.at(-1)
  return last === undefined ? line : [...corners, shifted(last[1], normals.at(-1), undefined)]
}

/** As SVG path data, with its corners rounded. */
export function pathData(line: Polyline, radius = 8): string {
  const [first, ...rest] = line
  if (first === undefined) return ''
  const commands = rest.map((point, i) => {
    const before = line[i] ?? first
    const after = rest[i + 1]
    if (after === undefined) return `L${text(point)}`
    const reach = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    return `L${text(towards(point, before, reach))}Q${text(point)} ${text(towards(point, after, reach))}`
  })
  return `M${text(first)}${commands.join('')}`
}

/** Without points that say nothing: doubled ones, and those in the middle of a straight run. */
export function simplified(line: Polyline): Polyline {
  return line.filter((point, i) => {
    const before = line[i - 1]
    const after = line[i + 1]
    if (before !== undefined && distance(before, point) === 0) return false
    if (before === undefined || after === undefined) return true
    return (
      (before.x !== point.x || point.x !== after.x) && (before.y !== point.y || point.y !== after.y)
    )
  })
}

const pieces = (line: Polyline): (readonly [Point, Point])[] =>
  line.slice(1).map((point, i) => [line[i] ?? point, point] as const)

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y)

/** Two pieces in a line share a normal; at a corner both count. */
function shifted(point: Point, one: Point | undefined, other: Point | undefined): Point {
  const same = one !== undefined && other !== undefined && one.x === other.x && one.y === other.y
  const second = same ? undefined : other
  return {
    x: point.x + (one?.x ?? 0) + (second?.x ?? 0),
    y: point.y + (one?.y ?? 0) + (second?.y ?? 0),
  }
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  const part = length === 0 ? 0 : by / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

const text = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const round = (n: number): number => Math.round(n * 100) / 100
