import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place, PlaceMap, Zone } from '../../../scenario/evaluation.ts'
import { anyWorld } from './any-world.ts'
import { collapsed } from './collapse.ts'
import { collisions, escapes } from './fixtures/overlaps.ts'
import { layOut } from './layout.ts'
import { arrangeNested } from './nested.ts'
import { isSettled } from './settle.ts'
import { positionsIn } from './tidy.ts'

const SPACE = { width: 1010, height: 560 }
const NOBODY: ReadonlySet<string> = new Set()
const RUNS = { numRuns: 150 }

/** Maps of any shape: networks, clusters with and without pools, empty zones, loose things, links between any two. */
const anyMap: fc.Arbitrary<PlaceMap> = fc
  .record({
    vpcs: fc.integer({ min: 0, max: 3 }),
    clusters: fc.array(fc.nat(3), { maxLength: 3 }),
    pools: fc.array(fc.nat(2), { maxLength: 3 }),
    nodes: fc.array(fc.record({ home: fc.nat(5), pods: fc.nat(9) }), { maxLength: 12 }),
    hosts: fc.array(fc.record({ kind: fc.nat(8), home: fc.nat(6), lines: fc.nat(3) }), {
      maxLength: 14,
    }),
    onPrem: fc.integer({ min: 0, max: 3 }),
    internet: fc.boolean(),
    links: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 30 }),
  })
  .map(({ vpcs, clusters, pools, nodes, hosts, onPrem, internet, links }) => {
    const zone = (kind: Zone['kind'], name: string, parent: string | null): Zone => ({
      id: `zone-${kind}:${name}`,
      kind,
      name,
      ranges: [],
      parent,
    })
    const networks = Array.from({ length: vpcs }, (_, i) => zone('vpc', `vpc-${i}`, null))
    const far = [
      ...Array.from({ length: onPrem }, (_, i) => zone('on-prem', `site-${i}`, null)),
      ...(internet ? [zone('internet', 'internet', null)] : []),
    ]
    const own = clusters.map((home, i) => zone('cluster', `c-${i}`, networks[home]?.id ?? null))
    const ponds = pools.map((home, i) => zone('pool', `p-${i}`, own[home]?.id ?? null))
    const homes = [...own, ...ponds]
    const machines = nodes.map(({ home }, i) => zone('node', `n-${i}`, homes[home]?.id ?? null))
    const place = (kind: Place['kind'], name: string, at: string | null, lines = 1): Place => ({
      id: `${kind}:${name}`,
      kind,
      name,
      lines: Array.from({ length: lines }, (_, i) => `10.0.0.${i}`),
      owner: 'far',
      zone: at,
    })
    const kinds = [
      'router',
      'cloud-nat',
      'vm',
      'appliance',
      'psc',
      'service',
      'attachment',
      'firewall',
      'endpoint',
    ] as const
    const around = [...networks, ...far]
    const places = [
      ...nodes.flatMap(({ pods }, i) => [
        ...Array.from({ length: pods }, (_, p) =>
          place('pod', `pod-${i}-${p}`, `zone-node:n-${i}`),
        ),
        place('node', `n-${i}`, `zone-node:n-${i}`),
      ]),
      ...hosts.map(({ kind, home, lines }, i) =>
        place(kinds[kind] ?? 'endpoint', `h-${i}`, around[home]?.id ?? null, lines),
      ),
    ]
    return {
      zones: [...networks, ...own, ...ponds, ...machines, ...far],
      places,
      links: links.flatMap(([a, b]) => {
        const [from, to] = [places[a]?.id, places[b]?.id]
        return from && to ? [{ from, to, kind: 'way' as const }] : []
      }),
    }
  })

describe('A world of any shape', () => {
  test('stands apart from its neighbours, and inside its zones', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { placed } = layOut(map, SPACE, {}, anyWorld)
        expect(placed.size).toBe(map.zones.length + map.places.length)
        expect(collisions(map, placed)).toEqual([])
        expect(escapes(map, placed)).toEqual([])
      }),
      RUNS,
    )
  })

  test('the same when its big groups are drawn as one', () => {
    fc.assert(
      fc.property(anyMap, fc.nat(11), (whole, i) => {
        const map = collapsed(whole, new Set([`node:n-${i}`, `pod:pod-${i}-0`]), NOBODY)
        const { placed } = layOut(map, SPACE, {}, anyWorld)
        expect(placed.size).toBe(map.zones.length + map.places.length)
        expect(collisions(map, placed)).toEqual([])
        expect(escapes(map, placed)).toEqual([])
      }),
      RUNS,
    )
  })

  test('stays where it was tidied to', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const tidied = arrangeNested(map)
        const positions = positionsIn(map, tidied)
        expect(isSettled(map, positions)).toBe(true)
        const { placed } = layOut(map, SPACE, positions, anyWorld)
        expect(escapes(map, placed)).toEqual([])
        for (const { id } of map.places) expect(placed.get(id), id).toEqual(tidied.get(id))
      }),
      RUNS,
    )
  })

  test('a thing without a position makes way for those that have one', () => {
    fc.assert(
      fc.property(anyMap, fc.nat(40), (map, i) => {
        const positions = Object.entries(positionsIn(map, arrangeNested(map)))
        if (positions.length < 2) return
        const kept = Object.fromEntries(positions.toSpliced(i % positions.length, 1))
        const { placed } = layOut(map, SPACE, kept, anyWorld)
        expect(placed.size).toBe(map.zones.length + map.places.length)
        expect(collisions(map, placed)).toEqual([])
        expect(escapes(map, placed)).toEqual([])
      }),
      RUNS,
    )
  })
})
