import type { Place, PlaceMap, Zone } from '../../../scenario/evaluation.ts'
import { type Box, column, frame, leaf, middled, row, shift, together } from './box.ts'
import { bottom, type Rect } from './geometry.ts'
import { grid } from './grid.ts'
import { boxOf } from './members.ts'
import { titleWidth } from './place-size.ts'
import { type Before, inRanks } from './ranks.ts'
import { type Tree, treeOf } from './tree.ts'
import { EMPTY_ZONE, ZONE_PADDING } from './zone-padding.ts'

/** Between two ranks, and between two things of one rank. */
const ROOMY = { rank: 56, beside: 36 }
const CLOSE = { rank: 36, beside: 18 }

/**
 * Any world: zones from the inside out, and in each its content in ranks in the order of travel, Pods
 * before their node, machines before their VPC's router, networks before what leads out of them.
 */
export function arrangeNested(map: PlaceMap): ReadonlyMap<string, Rect> {
  const tree = treeOf(map)
  return outside(tree)?.placed ?? new Map()
}

function zoneBox(tree: Tree, zone: Zone): Box {
  const content = inside(tree, zone)
  const least = titleWidth(zone)
  if (content === null) {
    const { width, height } = EMPTY_ZONE
    return leaf(zone.id, { width: Math.max(width, least), height })
  }
  return frame(zone.id, content, ZONE_PADDING[zone.kind], least)
}

function inside(tree: Tree, zone: Zone): Box | null {
  switch (zone.kind) {
    case 'node':
      return nodeContent(tree.placesIn(zone.id))
    case 'cluster':
    case 'pool':
      return clusterContent(tree, zone.id)
    case 'vpc':
    case 'subnet':
      return networkContent(tree, zone.id)
    case 'on-prem':
    case 'internet':
      return farContent(tree, zone.id)
  }
}

/** As many Pods stand above each other: beside each other their wires would run through others. */
const ONE_BY_ONE = 12

/** Pods on the left, the node itself on the right. */
function nodeContent(places: readonly Place[]): Box | null {
  const pods = places.filter(({ kind }) => kind === 'pod' || kind === 'pods').map(boxOf)
  const rest = places.filter(({ kind }) => kind !== 'pod' && kind !== 'pods').map(boxOf)
  const columns = [
    ...(pods.length > 0 ? [pods.length > ONE_BY_ONE ? grid(pods, 14) : stack(pods, 10)] : []),
    ...(rest.length > 0 ? [column(rest, 14)] : []),
  ].map(middled)
  return columns.length === 0 ? null : row(columns, 30)
}

/** Nodes that are drawn as cards in a grid, beside them those that are drawn out: nearest to the way out. */
function clusterContent(tree: Tree, id: string): Box | null {
  const zones = tree.zonesIn(id).map((zone) => zoneBox(tree, zone))
  const places = tree.placesIn(id)
  const cards = places.filter(({ kind }) => kind === 'node').map(boxOf)
  const services = places.filter(({ kind }) => kind !== 'node').map(boxOf)
  const nodes = [
    ...(cards.length > 0 ? [grid(cards, 10)] : []),
    ...(zones.length > 0 ? [grid(zones, 16)] : []),
  ]
  const below = services.length > 0 ? [across(services, 14)] : []
  if (nodes.length === 0) return below[0] ?? null
  const above = row(nodes.map(middled), 20)
  return below.length === 0 ? above : stack([above, ...below], 20)
}

/** What sends stands left, what it is sent through right: Cloud NAT on top, towards the internet. */
function networkContent(tree: Tree, id: string): Box | null {
  const zones = tree.zonesIn(id).map((zone) => zoneBox(tree, zone))
  const places = tree.placesIn(id).toSorted((a, b) => orderOf(a) - orderOf(b))
  const machines = zones.length > 0 ? [] : places.filter(({ kind }) => kind === 'vm')
  const through = places.filter((place) => !machines.includes(place))
  const senders = [...zones, ...machines.map(boxOf)]
  const router = Math.max(
    0,
    through.findIndex(({ kind }) => kind === 'router'),
  )
  const columns = [
    ...(senders.length > 0 ? [middled(stack(senders, CLOSE.beside))] : []),
    ...(through.length > 0 ? [column(through.map(boxOf), CLOSE.beside, router)] : []),
  ]
  return columns.length === 0 ? null : row(columns, CLOSE.rank)
}

const ORDER: readonly Place['kind'][] = [
  'cloud-nat',
  'appliance',
  'router',
  'psc',
  'vm',
  'endpoint',
  'metadata',
]
const orderOf = ({ kind }: Place): number => ORDER.indexOf(kind)

function farContent(tree: Tree, id: string): Box | null {
  const boxes = new Map(tree.placesIn(id).map((place) => [place.id, boxOf(place)] as const))
  const order = tree.linksIn(id).map(({ from, to }): Before => ({ from, to }))
  if (boxes.size === 0) return null
  return order.length > 0 ? inRanks(boxes, order, CLOSE) : grid([...boxes.values()], 14)
}

/** Networks and what connects them; what nothing leads to stands below. */
function outside(tree: Tree): Box | null {
  const zones = tree.zonesIn(null).toSorted((a, b) => Number(isFar(b)) - Number(isFar(a)))
  const boxes = new Map([
    ...zones.map((zone) => [zone.id, zoneBox(tree, zone)] as const),
    ...tree.placesIn(null).map((place) => [place.id, boxOf(place)] as const),
  ])
  const order = tree
    .linksIn(null)
    .filter(({ from, to, kind }) => kind === 'way' || leadsOn(tree, from, to))
    .map(({ from, to, kind }) => inOrder(tree, from, to, kind === 'peering'))
  const linked = new Set(order.flatMap(({ from, to }) => [from, to]))
  const [some, alone] = [true, false].map(
    (is) => new Map([...boxes].filter(([id]) => linked.has(id) === is)),
  )
  const parts = [
    ...(some && some.size > 0 ? [inRanks(some, order, ROOMY)] : []),
    ...(alone && alone.size > 0 ? [grid([...alone.values()], ROOMY.beside)] : []),
  ]
  return parts.length === 0 ? null : stack(parts, ROOMY.beside)
}

const isFar = ({ kind }: Zone): boolean => kind === 'internet'

const hasClusters = (tree: Tree, id: string): boolean =>
  tree.zonesIn(id).some(({ id: inner, kind }) => kind === 'cluster' || hasClusters(tree, inner))

/**
 * Of two peers, what is only passed through stands after the other: a network without clusters, or the
 * one of two that has the way out. Equals stand above each other.
 */
const leadsOn = (tree: Tree, one: string, other: string): boolean =>
  throughness(tree, one) !== throughness(tree, other)

function throughness(tree: Tree, id: string): number {
  const waysOut = tree
    .linksIn(null)
    .some(({ from, to, kind }) => from === id && kind === 'way' && to !== INTERNET)
  return (hasClusters(tree, id) ? 0 : 2) + (waysOut ? 1 : 0)
}

function inOrder(tree: Tree, from: string, to: string, peering: boolean): Before {
  if (peering && throughness(tree, from) > throughness(tree, to)) return { from: to, to: from }
  return { from, to, ranks: to === INTERNET ? 2 : 1 }
}

const INTERNET = 'zone-internet:internet'

/** Left to right, then below, tops in a line. */
const across = (boxes: readonly Box[], gap: number): Box =>
  boxes.length <= 4 ? row(boxes.map(topped), gap) : grid(boxes, gap)

const topped = (box: Box): Box => ({ ...box, anchor: { x: box.rect.x, y: box.rect.y } })

/** Above each other, left edges in a line. */
function stack(boxes: readonly Box[], gap: number): Box {
  const set: Box[] = []
  for (const box of boxes) {
    const last = set.at(-1)
    const y = last === undefined ? 0 : bottom(last.rect) + gap
    set.push(shift(box, -box.rect.x, y - box.rect.y))
  }
  return together(set)
}
