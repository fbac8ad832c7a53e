import type { Place, PlaceMap } from '../../../scenario/evaluation.ts'
import { type Box, column, row, shift, together } from './box.ts'
import { around, bottom, type Padding, padded, type Rect } from './geometry.ts'
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
  const upper = stacked(
    [clusterBox(map, { zone: ZONE, gap: 44 }, LEAST_WIDTH), sideBySide(edge)],
    GAP,
  )
  const outside = stacked([sideBySide(out), farRow(map)], 22)
  const whole = stacked([upper, outside], 22 + VPC.bottom)
  if (whole === null) return new Map()
  if (vpc === undefined) return whole.placed
  const children = [...map.zones, ...map.places].filter((each) =>
    'parent' in each ? each.parent === vpc.id : each.zone === vpc.id,
  )
  const rects = children.flatMap(({ id }) => whole.placed.get(id) ?? [])
  return new Map([[vpc.id, padded(around(rects), VPC)], ...whole.placed])
}

/** What serves the node alone on the left, the main way in the middle, the internet on the right. */
function sideBySide(places: readonly Place[]): Box | null {
  const order: readonly Lane[] = ['down', 'main', 'up']
  const columns = order.flatMap((lane) => {
    const here = places.filter((place) => laneOf(place) === lane)
    return here.length === 0 ? [] : [column(here.map(boxOf), 10)]
  })
  return columns.length === 0 ? null : row(columns, 10)
}

function farRow(map: PlaceMap): Box | null {
  const columns = (['on-prem', 'internet'] as const).flatMap((kind) => {
    const boxes = zonesOf(map, kind).flatMap(
      (zone) => farBox(map, zone, { zone: ZONE, gap: 22 }) ?? [],
    )
    return boxes.length === 0 ? [] : [column(boxes, 12)]
  })
  const tops = columns.map((box) => ({ ...box, anchor: { ...box.anchor, y: box.rect.y } }))
  return tops.length === 0 ? null : row(tops, 10)
}

/** Above each other, each in the middle of the page. */
function stacked(boxes: readonly (Box | null)[], gap: number): Box | null {
  let y = 0
  const set = boxes.flatMap((box) => {
    if (box === null) return []
    const { x, width } = box.rect
    const put = shift(box, -x - width / 2, y - box.rect.y)
    y = bottom(put.rect) + gap
    return [put]
  })
  return set.length === 0 ? null : together(set)
}
