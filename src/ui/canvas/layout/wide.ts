import type { PlaceMap } from '../../../scenario/evaluation.ts'
import { type Box, column, shift, together } from './box.ts'
import { around, bottom, type Padding, padded, type Rect, type Size } from './geometry.ts'
import {
  boxOf,
  clusterBox,
  farBox,
  LANES,
  type Lane,
  laneOf,
  placesIn,
  zonesOf,
} from './members.ts'

const GAP = 34
const ZONE: Padding = { top: 32, side: 12, bottom: 14 }
/** Where a packet is refused its words stand above the firewall, and below the name of the zone. */
const FAR_ZONE: Padding = { ...ZONE, top: 86 }
const LEAST_LANE_GAP = 48
const MOST_LANE_GAP = 120

/** The boxes of one column of the page, by lane. */
type Column = ReadonlyMap<Lane, Box>

/**
 * Left to right in the order of travel: cluster, the edge of the VPC, what leads out of it, the far
 * side. The lanes keep routers, attachments and far networks on one line, the internet above it.
 */
export function arrangeWide(map: PlaceMap, space: Size): ReadonlyMap<string, Rect> {
  const vpc = zonesOf(map, 'vpc')[0]
  const columns = [edgeColumn(map, vpc?.id ?? null), wayOutColumn(map), farColumn(map)]
  const cluster = clusterBox(map, { zone: ZONE, gap: GAP })
  const narrow = placeColumns(columns, cluster, LEAST_LANE_GAP)
  const whole = padded(around([...narrow.placed.values()]), ZONE)
  const slack = (whole.width * space.height) / space.width - whole.height
  const laneGap = Math.min(MOST_LANE_GAP, LEAST_LANE_GAP + Math.max(0, slack / 2))
  const { placed, lanes } = placeColumns(columns, cluster, laneGap)
  const stretched = stretchCluster(map, placed, lanes)
  if (vpc === undefined) return stretched
  const inside = [...stretched].filter(([id]) => parentOf(map, id) === vpc.id)
  const rects = inside.map(([, rect]) => rect)
  return new Map([[vpc.id, padded(around(rects), ZONE)], ...stretched])
}

function edgeColumn(map: PlaceMap, vpc: string | null): Column {
  return byLane(vpc === null ? [] : placesIn(map, vpc).filter(({ kind }) => kind !== 'attachment'))
}

/** Attachments, and what stands in no zone; the VPC's own are at its edge already. */
function wayOutColumn(map: PlaceMap): Column {
  const attachments = map.places.filter(({ kind }) => kind === 'attachment')
  const loose = placesIn(map, null).filter(({ kind }) => kind !== 'attachment')
  return byLane([...attachments, ...loose])
}

function farColumn(map: PlaceMap): Column {
  const boxes = (kind: 'internet' | 'on-prem', padding: Padding) =>
    zonesOf(map, kind).flatMap(
      (zone) => farBox(map, zone, { zone: padding, gap: 28 }, 'left') ?? [],
    )
  const up = boxes('internet', ZONE)
  const main = boxes('on-prem', FAR_ZONE)
  return new Map<Lane, Box>([
    ...(up.length > 0 ? [['up', column(up, 16)] as const] : []),
    ...(main.length > 0 ? [['main', column(main, 16)] as const] : []),
  ])
}

function byLane(places: ReturnType<typeof placesIn>): Column {
  return new Map(
    LANES.flatMap((lane) => {
      const here = places.filter((place) => laneOf(place) === lane)
      return here.length === 0 ? [] : [[lane, column(here.map(boxOf), 18)] as const]
    }),
  )
}

function placeColumns(columns: readonly Column[], cluster: Box | null, laneGap: number) {
  const heights = laneHeights(columns, laneGap)
  const parts: Box[] = []
  let x = 0
  if (cluster !== null) {
    parts.push(shift(cluster, -cluster.rect.x, heights.main - cluster.anchor.y))
    x = cluster.rect.width + GAP
  }
  columns.forEach((boxes, i) => {
    const width = Math.max(0, ...[...boxes.values()].map((box) => box.rect.width))
    for (const [lane, box] of boxes) {
      const dx = x + (width - box.rect.width) / 2 - box.rect.x
      parts.push(shift(box, dx, heights[lane] - box.anchor.y))
    }
    // The edge of the VPC lies between the first column and the next.
    if (width > 0) x += width + (i === 0 ? GAP + ZONE.side : GAP)
  })
  const edge = around(parts.slice(cluster === null ? 0 : 1).map(({ rect }) => rect))
  return { placed: together(parts).placed, lanes: edge }
}

/** The height of each lane's main line. */
function laneHeights(columns: readonly Column[], gap: number): Record<Lane, number> {
  const heights: Record<Lane, number> = { up: 0, main: 0, down: 0 }
  let y = 0
  for (const lane of LANES) {
    const boxes = columns.flatMap((each) => each.get(lane) ?? [])
    const above = Math.max(0, ...boxes.map(({ anchor, rect }) => anchor.y - rect.y))
    const below = Math.max(0, ...boxes.map(({ anchor, rect }) => bottom(rect) - anchor.y))
    heights[lane] = y + above
    if (boxes.length > 0) y += above + below + gap
  }
  return heights
}

/** A cluster of one node is as tall as what stands beside it: room for the packet's words. */
function stretchCluster(
  map: PlaceMap,
  placed: ReadonlyMap<string, Rect>,
  lanes: Rect,
): ReadonlyMap<string, Rect> {
  const cluster = zonesOf(map, 'cluster')[0]
  const nodes = zonesOf(map, 'node')
  const old = cluster === undefined ? undefined : placed.get(cluster.id)
  if (cluster === undefined || old === undefined || nodes.length !== 1) return placed
  const tall = stretched(old, lanes)
  const inner = nodes.flatMap(({ id }) => {
    const rect = placed.get(id)
    const room = { y: tall.y + ZONE.top, height: tall.height - ZONE.top - ZONE.bottom }
    return rect === undefined ? [] : [[id, stretched(rect, room)] as const]
  })
  return new Map([...placed, [cluster.id, tall], ...inner])
}

function stretched(rect: Rect, to: Pick<Rect, 'y' | 'height'>): Rect {
  const y = Math.min(rect.y, to.y)
  return { ...rect, y, height: Math.max(bottom(rect), to.y + to.height) - y }
}

const parentOf = (map: PlaceMap, id: string): string | null =>
  map.zones.find((zone) => zone.id === id)?.parent ??
  map.places.find((place) => place.id === id)?.zone ??
  null
