import { type Edge, type Node, Position as Side } from '@xyflow/react'
import type { Link, Place, PlaceMap, Zone } from '../../scenario/evaluation.ts'
import type { Rect } from './layout/geometry.ts'
import type { Layout } from './layout/layout.ts'
import type { Polyline } from './layout/polyline.ts'
import type { Travel } from './travel.ts'

export type ZoneElement = Node<{ readonly zone: Zone }, 'zone'>
export type PlaceElement = Node<{ readonly place: Place }, 'place'>
export type MapElement = ZoneElement | PlaceElement
export type WireElement = Edge<
  { readonly line: Polyline; readonly kind: Link['kind']; readonly thing?: string },
  'wire'
>
export type TrailElement = Edge<{ readonly travel: Travel }, 'trail'>

/** From bottom to top: zones, wires, the packet's trail, places. The packet is above them all. */
const LEVEL = { zone: 0, wire: 1, trail: 2, place: 3 }

/**
 * Zones and places as React Flow wants them. What says the same as one of `before` is that very one, so
 * that React Flow leaves it alone.
 */
export function mapElements(
  map: PlaceMap,
  layout: Layout,
  before: readonly MapElement[] = [],
): readonly MapElement[] {
  const known = new Map(before.map((element) => [element.id, element]))
  return freshElements(map, layout).map((element) => {
    const old = known.get(element.id)
    return old !== undefined && JSON.stringify(old) === JSON.stringify(element) ? old : element
  })
}

function freshElements(map: PlaceMap, { placed }: Layout): MapElement[] {
  return [
    ...map.zones.flatMap((zone): ZoneElement[] => {
      const rect = placed.get(zone.id)
      if (rect === undefined) return []
      return [{ ...still(zone.id, rect, LEVEL.zone), type: 'zone', data: { zone } }]
    }),
    ...map.places.flatMap((place): PlaceElement[] => {
      const rect = placed.get(place.id)
      if (rect === undefined) return []
      return [{ ...still(place.id, rect, LEVEL.place), type: 'place', data: { place } }]
    }),
  ]
}

/** React Flow would read each line out in English; the journey in words says what they show. */
const UNHEARD = { domAttributes: { 'aria-hidden': true } } as const

export function lineElements(
  { wires }: Layout,
  travels: readonly Travel[],
): (WireElement | TrailElement)[] {
  return [
    ...wires.map(
      ({ id, from, to, kind, thing, line }): WireElement => ({
        id,
        type: 'wire',
        source: from,
        target: to,
        zIndex: LEVEL.wire,
        ...UNHEARD,
        data: { line, kind, ...(thing === undefined ? {} : { thing }) },
      }),
    ),
    ...travels.map(
      (travel): TrailElement => ({
        id: `trail:${travel.to}`,
        type: 'trail',
        source: travel.fromPlace,
        target: travel.toPlace,
        zIndex: LEVEL.trail,
        ...UNHEARD,
        data: { travel },
      }),
    ),
  ]
}

/** Sizes and handles are given, so that nothing has to be measured before it is drawn. */
function still(id: string, { x, y, width, height }: Rect, zIndex: number) {
  const middle = { x: width / 2, y: height / 2, width: 1, height: 1 }
  return {
    id,
    position: { x, y },
    width,
    height,
    zIndex,
    handles: [
      { type: 'source' as const, position: Side.Right, ...middle },
      { type: 'target' as const, position: Side.Left, ...middle },
    ],
  }
}
