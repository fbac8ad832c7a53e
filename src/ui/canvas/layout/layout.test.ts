import { expect, test } from 'vitest'
import type { ScenarioDocument } from '../../../scenario/document.ts'
import type { PlaceMap } from '../../../scenario/evaluation.ts'
import { BUILTINS } from '../../../scenario/fixtures/builtin-states.ts'
import { drawMap } from '../../../scenario/map/draw-map.ts'
import { readTopology } from '../../../scenario/read-topology.ts'
import { collisions, escapes } from './fixtures/overlaps.ts'
import { around, bottom, overlap, right, type Size } from './geometry.ts'
import { layOut } from './layout.ts'
import { wayBetween } from './wires.ts'

const DESKTOP = { width: 1010, height: 560 }
const PHONE = { width: 390, height: 400 }
/** `インターネット`, the longest word for a far zone. */
const WIDEST_NAME = 76
const SIZES: readonly (readonly [string, Size])[] = [
  ['a desktop', DESKTOP],
  ['a projector', { width: 1500, height: 700 }],
  ['a phone', PHONE],
]

test.each(worlds())(
  '$nodes nodes of $pods Pods and $endpoints endpoints overlap nowhere',
  (world) => {
    const map = mapOf(world)
    for (const [, size] of SIZES) {
      const { placed } = layOut(map, size)
      expect([...placed.keys()].toSorted()).toEqual(
        [...map.zones, ...map.places].map(({ id }) => id).toSorted(),
      )
      expect(collisions(map, placed)).toEqual([])
      expect(escapes(map, placed)).toEqual([])
    }
  },
)

test('the story fits a desktop at almost its own size, and a phone too', () => {
  const map = mapOf({ nodes: 1, pods: 1, endpoints: 1 })
  for (const [name, size] of SIZES) {
    const { bounds } = layOut(map, size)
    const zoom = Math.min(size.width / bounds.width, size.height / bounds.height)
    expect(zoom, name).toBeGreaterThan(0.8)
  }
})

test('on a phone no wire crosses the name of a zone that it leads into', () => {
  const map = mapOf({ nodes: 1, pods: 1, endpoints: 1 })
  const { wires, placed } = layOut(map, PHONE)
  const zone = placed.get(map.zones.find(({ kind }) => kind === 'internet')?.id ?? '')
  expect(zone).toBeDefined()
  if (zone === undefined) return
  const name = { ...zone, width: 12 + WIDEST_NAME, height: 26 }
  const leading = wires.filter(({ line }) => {
    const end = line.at(-1)
    return end !== undefined && overlap(zone, { ...end, width: 1, height: 1 })
  })
  expect(leading.length).toBeGreaterThan(0)
  for (const { line, id } of wires) {
    line.slice(1).forEach((point, i) => {
      const piece = around(
        [point, line[i] ?? point].map((end) => ({ ...end, width: 1, height: 1 })),
      )
      expect(overlap(piece, name), id).toBe(false)
    })
  }
})

test('every wire runs at right angles, from one edge to another', () => {
  const { wires, placed } = layOut(mapOf({ nodes: 2, pods: 2, endpoints: 2 }), DESKTOP)
  expect(wires.length).toBeGreaterThan(6)
  for (const { line, from, to } of wires) {
    line.slice(1).forEach((point, i) => {
      expect(point.x === line[i]?.x || point.y === line[i]?.y, `${from} ${to}`).toBe(true)
    })
    for (const [id, end] of [
      [from, line[0]],
      [to, line.at(-1)],
    ] as const) {
      const rect = placed.get(id)
      expect(rect !== undefined && end !== undefined && onEdge(rect, end), id).toBe(true)
    }
  }
})

test('the way from a Pod to the endpoint goes through everything between, and back the same', () => {
  const { wires, placed } = layOut(mapOf({ nodes: 1, pods: 1, endpoints: 1 }), DESKTOP)
  const there = wayBetween(wires, placed, 'pod:pod-1-1', 'endpoint:endpoint-1')
  const back = wayBetween(wires, placed, 'endpoint:endpoint-1', 'pod:pod-1-1')
  expect(there?.length).toBeGreaterThan(1)
  expect(back).toEqual(there?.toReversed())
  expect(wayBetween(wires, placed, 'pod:pod-1-1', 'nowhere')).toBeNull()
})

interface World {
  readonly nodes: number
  readonly pods: number
  readonly endpoints: number
}

function worlds(): World[] {
  return [1, 2, 3].flatMap((nodes) =>
    [1, 2, 4].flatMap((pods) => [1, 3].map((endpoints) => ({ nodes, pods, endpoints }))),
  )
}

function mapOf({ nodes, pods, endpoints }: World): PlaceMap {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
  const { document } = BUILTINS[0]
  const world: ScenarioDocument = {
    ...document,
    nodes: numbers(nodes).flatMap((n) =>
      document.nodes.slice(0, 1).map((node) => ({
        ...node,
        name: `node-${n}`,
        address: `10.1.1.${n + 9}`,
        podRange: `100.65.${n}.0/24`,
      })),
    ),
    pods: numbers(nodes).flatMap((n) =>
      numbers(pods).map((p) => ({
        name: `pod-${n}-${p}`,
        node: `node-${n}`,
        addresses: [`100.65.${n}.${p + 1}`],
        hostNetwork: false,
      })),
    ),
    endpoints: numbers(endpoints).flatMap((n) => [
      { name: `endpoint-${n}`, address: `10.2.1.${n + 99}`, at: 'on-prem', ports: [443] },
      { name: `site-${n}`, address: `8.8.8.${n}`, at: 'internet' },
      { name: `vm-${n}`, address: `10.1.1.${n + 99}`, at: document.vpcs[0]?.name ?? '' },
    ]),
  }
  const { topology, issues } = readTopology(world)
  if (issues.length > 0) throw new Error(JSON.stringify(issues))
  return drawMap(world, topology, null)
}

const onEdge = (
  rect: { x: number; y: number; width: number; height: number },
  { x, y }: { x: number; y: number },
): boolean =>
  ((x === rect.x || x === right(rect)) && y >= rect.y && y <= bottom(rect)) ||
  ((y === rect.y || y === bottom(rect)) && x >= rect.x && x <= right(rect))
