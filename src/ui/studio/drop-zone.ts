import type { PlaceMap } from '../../scenario/evaluation.ts'
import { HOMES } from '../../scenario/studio/add/homes.ts'
import type { EndpointPreset, ThingId, ThingKind } from '../../scenario/studio/thing.ts'
import type { Point, Rect } from '../canvas/layout/geometry.ts'
import { kindOf, thingOf } from './thing-of.ts'

const within = ({ x, y, width, height }: Rect, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height

/** The innermost of the elements under a point; null where there is none. */
export function elementAt(
  placed: ReadonlyMap<string, Rect>,
  ids: readonly string[],
  point: Point,
): string | null {
  const under = ids.flatMap((id) => {
    const rect = placed.get(id)
    return rect !== undefined && within(rect, point) ? [{ id, size: rect.width * rect.height }] : []
  })
  return under.sort((a, b) => a.size - b.size)[0]?.id ?? null
}

/** The innermost zone under a point that a thing of this kind could stand in. */
export function zoneFor(
  { zones }: PlaceMap,
  placed: ReadonlyMap<string, Rect>,
  kind: ThingKind,
  point: Point,
  except: ReadonlySet<string> = new Set(),
  preset?: EndpointPreset,
): string | null {
  const takers = zones.flatMap(({ id }) => (!except.has(id) && takes(id, kind, preset) ? [id] : []))
  return elementAt(placed, takers, point)
}

/** The innermost zone under a point, whatever it holds: an edit says why it takes nothing else. */
export const zoneAt = (
  { zones }: PlaceMap,
  placed: ReadonlyMap<string, Rect>,
  point: Point,
): string | null =>
  elementAt(
    placed,
    zones.map(({ id }) => id),
    point,
  )

const INTERNET = 'zone-internet:internet'
/** No thing, but what nodes of a kind share. */
const POOL = 'zone-pool:'

function takes(zone: string, kind: ThingKind, preset?: EndpointPreset): boolean {
  if (zone === INTERNET)
    return kind === 'endpoint' && (preset ?? 'internet-host') === 'internet-host'
  if (zone.startsWith(POOL)) return kind === 'node'
  const of = kindOf(thingOf(zone) ?? '')
  if (of === null || !HOMES[kind].includes(of)) return false
  if (preset === 'on-prem-host') return of === 'on-prem'
  return preset === undefined || (preset !== 'internet-host' && of === 'vpc')
}

/** The thing that a zone stands for, as an edit names it; the internet is one as well. */
export const zoneThing = (zone: string): ThingId => zone.replace(/^zone-/, '')
