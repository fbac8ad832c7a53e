import type { PlaceId } from '../../../engine/trace.ts'
import type { Link, PlaceMap } from '../../../scenario/evaluation.ts'
import { bottom, centre, type Rect, right } from './geometry.ts'
import { type Polyline, simplified } from './polyline.ts'

export interface Wire {
  readonly id: string
  readonly from: PlaceId
  readonly to: PlaceId
  readonly kind: Link['kind']
  /** Where it is a thing by itself. */
  readonly thing?: string
  readonly line: Polyline
}

/** Which way the page is read: the sides by which wires leave where both would do. */
export type Reading = 'across' | 'down'

export function wiresOf(
  map: PlaceMap,
  placed: ReadonlyMap<string, Rect>,
  reading: Reading,
): readonly Wire[] {
  return map.links.flatMap((link) => {
    const [a, b] = endsOf(link, placed)
    if (a === undefined || b === undefined) return []
    const id = `${link.from}→${link.to}`
    return [{ ...link, id, line: simplified(between(a, b, reading)) }]
  })
}

/** Peers meet at the edges of their networks, in line with their routers. */
function endsOf({ from, to, kind }: Link, placed: ReadonlyMap<string, Rect>) {
  const routers = [placed.get(from), placed.get(to)] as const
  const [a, b] = [placed.get(`zone-${from}`), placed.get(`zone-${to}`)]
  if (kind !== 'peering' || a === undefined || b === undefined) return routers
  const beside = right(a) <= b.x || right(b) <= a.x
  const ends = [a, b].map((zone, i) => {
    const { x, y, width, height } = routers[i] ?? zone
    return beside ? { ...zone, y, height } : { ...zone, x, width }
  })
  return [ends[0], ends[1]] as const
}

/** How close to the second place a wire turns. */
const TURN = 20
/** Read downwards, it turns above the title of the zone that the place stands in. */
const TURN_ABOVE = 33

/** Right-angled, from the side that faces the other place. */
function between(a: Rect, b: Rect, reading: Reading): Polyline {
  const ways = { across: sideways(a, b), down: upright(a, b) }
  const other = reading === 'across' ? 'down' : 'across'
  return ways[reading] ?? ways[other] ?? [centre(a), centre(b)]
}

function sideways(a: Rect, b: Rect): Polyline | null {
  if (right(a) <= b.x) return across(a, b)
  return right(b) <= a.x ? across(b, a).toReversed() : null
}

function upright(a: Rect, b: Rect): Polyline | null {
  if (bottom(a) <= b.y) return down(a, b)
  return bottom(b) <= a.y ? down(b, a).toReversed() : null
}

/** Middles that differ by less are joined by a straight line: a jog would look like a mistake. */
const JOG = 14

function across(left: Rect, to: Rect): Polyline {
  const start = { x: right(left), y: centre(left).y }
  const middle = centre(to).y
  const end = { x: to.x, y: Math.abs(middle - start.y) < JOG ? start.y : middle }
  const x = end.x - Math.min(TURN, (end.x - start.x) / 2)
  return [start, { x, y: start.y }, { x, y: end.y }, end]
}

function down(upper: Rect, to: Rect): Polyline {
  const start = { x: centre(upper).x, y: bottom(upper) }
  const middle = centre(to).x
  const end = { x: Math.abs(middle - start.x) < JOG ? start.x : middle, y: to.y }
  const y = end.y - Math.min(TURN_ABOVE, (end.y - start.y) * 0.7)
  return [start, { x: start.x, y }, { x: end.x, y }, end]
}

/**
 * The line that a packet follows from one place to another, over as few wires as possible, through
 * the middle of the places between; null where no wires lead there.
 */
export function wayBetween(
  wires: readonly Wire[],
  placed: ReadonlyMap<string, Rect>,
  from: PlaceId,
  to: PlaceId,
): Polyline | null {
  const roads = wires.filter(({ kind }) => kind !== 'backs')
  const ways = new Map<PlaceId, Polyline>([[from, []]])
  // A map lists what is added while it is walked: breadth first.
  for (const [at, line] of ways) {
    if (at === to) return line
    const through = placed.get(at)
    const joint = line.length === 0 || through === undefined ? [] : [centre(through)]
    for (const { end, piece } of wiresAt(roads, at)) {
      if (!ways.has(end)) ways.set(end, simplified([...line, ...joint, ...piece]))
    }
  }
  return null
}

/** The wires that end at a place, each as one leaves by it. */
const wiresAt = (wires: readonly Wire[], at: PlaceId) => [
  ...wires.filter(({ from }) => from === at).map(({ to, line }) => ({ end: to, piece: line })),
  ...wires
    .filter(({ to }) => to === at)
    .map(({ from, line }) => ({ end: from, piece: line.toReversed() })),
]
