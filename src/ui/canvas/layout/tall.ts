import type { Place, PlaceMap } from '../../../scenario/evaluation.ts'
import { type Box, column, row, shift, together } from './box.ts'
import { around, bottom, centre, type Padding, padded, type Rect } from './geometry.ts'
import { boxOf, clusterBox, farBox, type Lane, laneOf, placesIn, zonesOf } from './members.ts'

const GAP = 30
const ZONE: Padding = { top: 26, side: 10, bottom: 12 }
const VPC: Padding = { top: 26, side: 8, bottom: 10 }
const LEAST_WIDTH = 330

/**
 * Top to bottom in the order of travel, for a narrow screen: cluster, the edge of the VPC, what
 * leads out of it, the far side with the internet beside it.
 */
export function arrangeTall(map: PlaceMap): ReadonlyMap<string, Rect> {
  const vpc = zonesOf(map, 'vpc')[0]
  const inVpc = vpc === undefined ? [] : placesIn(map, vpc.id)
  const edge = inVpc.filter(({ kind }) => kind !== 'attachment')
  const out = [
    ...map.places.filter(({ kind }) => kind === 'attachment'),
    ...placesIn(map, null).filter(({ kind }) => kind !== 'attachment'),
  ]
  const cluster = clusterBox(map, { zone: ZONE, gap: 44 }, LEAST_WIDTH)
  const whole = stacked([
    { box: cluster, before: 0 },
    { box: sideBySide(edge), before: GAP },
    { box: sideBySide(out), before: 22 + VPC.bottom },
    { box: farRow(map), before: 24 },
  ])
  if (whole === null) return new Map()
  if (vpc === undefined) return whole.placed
  const children = [...map.zones, ...map.places].filter((each) =>
    'parent' in each ? each.parent === vpc.id : each.zone === vpc.id,
  )
  const rects = children.flatMap(({ id }) => whole.placed.get(id) ?? [])
  return new Map([[vpc.id, padded(around(rects), VPC)], ...whole.placed])
}

/**
 * What serves the node alone on the left, the main way in the middle, the internet on the right.
 * Anchored in the main way.
 */
function sideBySide(places: readonly Place[]): Box | null {
  const order: readonly Lane[] = ['down', 'main', 'up']
  const columns = order.flatMap((lane) => {
    const here = places.filter((place) => laneOf(place) === lane)
    return here.length === 0 ? [] : [{ lane, box: column(here.map(boxOf), 10) }]
  })
  if (columns.length === 0) return null
  const whole = row(
    columns.map(({ box }) => box),
    12,
  )
  const main = columns
    .find(({ lane }) => lane === 'main')
    ?.box.placed.keys()
    .next().value
  const rect = main === undefined ? undefined : whole.placed.get(main)
  return rect === undefined ? whole : { ...whole, anchor: centre(rect) }
}

function farRow(map: PlaceMap): Box | null {
  const columns = (['on-prem', 'internet'] as const).flatMap((kind) => {
    const boxes = zonesOf(map, kind).flatMap(
      (zone) => farBox(map, zone, { zone: ZONE, gap: 22 }, 'right') ?? [],
    )
    return boxes.length === 0 ? [] : [column(boxes, 12)]
  })
  const tops = columns.map((box) => ({ ...box, anchor: { ...box.anchor, y: box.rect.y } }))
  return tops.length === 0 ? null : row(tops, 10)
}

/** Above each other in the middle of the page; what is single stands below the main way. */
function stacked(
  rows: readonly { readonly box: Box | null; readonly before: number }[],
): Box | null {
  const set: Box[] = []
  let y = 0
  let spine = 0
  for (const { box, before } of rows) {
    if (box === null) continue
    const { rect, anchor, placed } = box
    const dx = placed.size === 1 ? spine - anchor.x : -rect.x - rect.width / 2
    const put = shift(box, dx, y + (set.length === 0 ? 0 : before) - rect.y)
    set.push(put)
    y = bottom(put.rect)
    spine = put.anchor.x
  }
  return set.length === 0 ? null : together(set)
}
