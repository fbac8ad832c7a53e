import type { Place, PlaceMap, Zone } from '../../../scenario/evaluation.ts'
import { type Box, column, frame, leaf, middled, row } from './box.ts'
import type { Padding } from './geometry.ts'
import { placeSize, titleWidth } from './place-size.ts'

/** Where on the page a thing belongs: towards the internet, on the main way, or beside it. */
export type Lane = 'up' | 'main' | 'down'
export const LANES: readonly Lane[] = ['up', 'main', 'down']

export const zonesOf = (map: PlaceMap, kind: Zone['kind']): readonly Zone[] =>
  map.zones.filter((zone) => zone.kind === kind)

export const placesIn = (map: PlaceMap, zone: string | null): readonly Place[] =>
  map.places.filter((place) => place.zone === zone)

export const boxOf = (place: Place): Box => leaf(place.id, placeSize(place))

/** How far things stand apart; a zone's title stands above its content. */
export interface Spacing {
  readonly zone: Padding
  readonly gap: number
}

/** Pods on the left, what they share with the node on the right. */
export function nodeBox(
  map: PlaceMap,
  zone: Zone,
  { zone: padding, gap }: Spacing,
  least = 0,
): Box {
  const places = placesIn(map, zone.id)
  const pods = places.filter(({ kind }) => kind === 'pod').map(boxOf)
  const rest = places.filter(({ kind }) => kind !== 'pod').map(boxOf)
  const columns = [pods, rest].filter((boxes) => boxes.length > 0)
  const content = row(
    columns.map((boxes) => column(boxes, 14)),
    gap,
  )
  return frame(zone.id, content, padding, Math.max(least, titleWidth(zone)))
}

/** All nodes above each other, equally wide, in their cluster; Services in rows below them. */
export function clusterBox(map: PlaceMap, spacing: Spacing, least = 0): Box | null {
  const nodes = zonesOf(map, 'node')
  const width = Math.max(least, ...nodes.map((zone) => nodeBox(map, zone, spacing).rect.width))
  const boxes = nodes.map((zone) => nodeBox(map, zone, spacing, width))
  const cluster = zonesOf(map, 'cluster')[0]
  if (boxes.length === 0) return null
  const services = cluster === undefined ? [] : placesIn(map, cluster.id).map(boxOf)
  const rows = [column(boxes, 16), ...rowsOf(services, 3)]
  const content = rows.length === 1 ? column(boxes, 16) : column(rows.map(middled), 14, 0)
  return cluster === undefined
    ? content
    : frame(cluster.id, content, spacing.zone, titleWidth(cluster))
}

const rowsOf = (boxes: readonly Box[], most: number): readonly Box[] =>
  boxes.length === 0 ? [] : [row(boxes.slice(0, most), 12), ...rowsOf(boxes.slice(most), most)]

/**
 * A far zone: what guards it beside its hosts, on the side from which packets come. On the right it
 * leaves its title to the left of what comes in from above.
 */
export function farBox(
  map: PlaceMap,
  zone: Zone,
  { zone: padding, gap }: Spacing,
  guarded: 'left' | 'right',
): Box | null {
  const places = placesIn(map, zone.id)
  const guards = places.filter(({ kind }) => kind === 'firewall' || kind === 'internet')
  const hosts = places.filter(({ kind }) => kind !== 'firewall' && kind !== 'internet')
  const groups = (guarded === 'left' ? [guards, hosts] : [hosts, guards])
    .filter((group) => group.length > 0)
    .map((group) => column(group.map(boxOf), 14))
  return groups.length === 0
    ? null
    : frame(zone.id, row(groups, gap), padding, titleWidth(zone), guarded)
}

/** The lane of a place outside the nodes. */
export function laneOf({ kind }: Place): Lane {
  if (kind === 'cloud-nat' || kind === 'internet') return 'up'
  return kind === 'router' || kind === 'attachment' || kind === 'firewall' ? 'main' : 'down'
}
