import type { Owner, PlaceId, Trace } from '../../engine/trace.ts'
import type { Evaluation, PlaceMap } from '../../scenario/evaluation.ts'
import { bottom, centre, type Point, type Rect } from '../canvas/layout/geometry.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { beside, lengthOf } from '../canvas/layout/polyline.ts'
import { PACE } from '../playback/keyframes.ts'
import { type Roads, roadsOn } from './roads.ts'
import { drawnAs, type Stop, stopsOf } from './stops.ts'

/** Where a packet is at a time. `parked`: beside its way, at the foot of the place where it begins or ends. */
export type TimedPoint = Spot & { readonly time: number }
type Spot = Point & { readonly parked?: boolean }

/** A flow's way over the map as a function of the one clock; times in milliseconds. */
export interface Motion {
  /** Its place in the list of flows, from 1. */
  readonly number: number
  readonly name: string
  readonly outcome: Trace['outcome']
  readonly points: readonly TimedPoint[]
  /** Whose address it bears, from when on. */
  readonly owners: readonly { readonly owner: Owner; readonly from: number }[]
  readonly ends: number
}

/** Packets that share a wire follow each other in line. */
const BEHIND = 140
/** Between packets that stand at the same place. */
const ABREAST = 26
/** From a place's foot to the middle of those that stand below it: its words stay free. */
const BELOW = 13
/** Between the ways of two flows on one wire, and what all of them may take up there. */
const LANE = 5
const WIRE = 24

/** Of every flow that could be sent. What is not on the map is passed over. */
export function motionsOf(
  flows: Evaluation['flows'],
  map: PlaceMap,
  layout: Layout,
): readonly Motion[] {
  const shown = drawnAs(map)
  const roads = roadsOn(map, layout)
  const berth = berths(layout)
  return flows.flatMap(({ name, trace }, i): Motion[] => {
    const stops = stopsOf(trace, shown).filter(({ place }) => layout.placed.has(place))
    const [start] = stops
    const goal = stops.at(-1)
    if (start === undefined || goal === undefined) return []
    const from = berth('start', start.place)
    const to = berth('goal', goal.place)
    const { srcOwner } = trace.forward.hops[0].before
    const lane = laneOf(i, flows.length)
    const ownRoads: Roads = (here, there) => beside(roads(here, there), lane)
    const way = timed(stops, ownRoads, { from, to, since: i * BEHIND, born: srcOwner })
    return [{ number: i + 1, name, outcome: trace.outcome, ...way }]
  })
}

/** How far to the side of its wire a flow goes, so that no two lie on top of each other. */
const laneOf = (flow: number, count: number): number =>
  (flow - (count - 1) / 2) * Math.min(LANE, WIRE / count)

function timed(
  stops: readonly Stop[],
  roads: Roads,
  {
    from,
    to,
    since,
    born,
  }: {
    readonly from: Point
    readonly to: Point
    readonly since: number
    readonly born: Owner
  },
): Pick<Motion, 'points' | 'owners' | 'ends'> {
  const points: TimedPoint[] = [{ ...parked(from), time: 0 }]
  const owners = [{ owner: born, from: 0 }]
  let time = since
  for (const [i, { place, owner }] of stops.entries()) {
    // What a place does to a packet is seen before it goes on.
    if (owners.at(-1)?.owner !== owner) owners.push({ owner, from: time + PACE.pause / 2 })
    time += PACE.pause
    const here = points.at(-1) ?? from
    points.push({ ...here, time })
    const next = stops[i + 1]
    if (next === undefined) break
    const last = i === stops.length - 2
    const road = roads(place, next.place)
    const way = [...(i === 0 ? [parked(from)] : []), ...road, ...(last ? [parked(to)] : [])]
    points.push(...along(way, time))
    time += PACE.travel
  }
  return { points, owners, ends: time }
}

const parked = (at: Point): Spot => ({ ...at, parked: true })

/** Evenly over the line, in the time of one travel. */
function along(line: readonly Spot[], since: number): Motion['points'] {
  const whole = lengthOf(line)
  let gone = 0
  return line.map((point, i) => {
    gone += lengthOf(line.slice(Math.max(0, i - 1), i + 1))
    return { ...point, time: since + (whole === 0 ? 1 : gone / whole) * PACE.travel }
  })
}

/** Packets that begin or end at the same place stand side by side at its foot. */
function berths({ placed }: Layout) {
  const taken = new Map<string, number>()
  return (end: 'start' | 'goal', place: PlaceId): Point => {
    const rect: Rect = placed.get(place) ?? { x: 0, y: 0, width: 0, height: 0 }
    const key = `${end} ${place}`
    const at = taken.get(key) ?? 0
    taken.set(key, at + 1)
    const abreast = Math.max(1, Math.floor(rect.width / ABREAST))
    const column = at % abreast
    // From the middle outwards: 0, 1, -1, 2, -2 …
    const aside = Math.ceil(column / 2) * (column % 2 === 0 ? -1 : 1)
    return {
      x: centre(rect).x + aside * ABREAST,
      y: bottom(rect) + BELOW + Math.floor(at / abreast) * ABREAST,
    }
  }
}
