import type { Place, PlaceMap, Zone } from '../../../scenario/evaluation.ts'
import { freeSpot } from './free-spot.ts'
import { around, moved, type Point, padded, type Rect } from './geometry.ts'
import type { Positions } from './layout.ts'
import { placeSize, titleWidth } from './place-size.ts'
import { type Tree, treeOf } from './tree.ts'
import { EMPTY_ZONE, ZONE_PADDING } from './zone-padding.ts'

type Rects = ReadonlyMap<string, Rect>

/** Does every place, and every zone in which nothing stands, have its position? */
export function isSettled({ zones, places }: PlaceMap, positions: Positions): boolean {
  const filled = new Set([...zones.map(({ parent }) => parent), ...places.map(({ zone }) => zone)])
  return (
    places.every(({ id, kind }) => id in positions || kind === 'pods') &&
    zones.every(({ id }) => filled.has(id) || id in positions)
  )
}

/**
 * What has a position stands there; zones wrap what stands in them; all else stands where `base` has
 * it, moved along with its neighbours, and makes way where something stands already.
 */
export function settle(map: PlaceMap, base: Rects, positions: Positions): Rects {
  const settler = new Settler(treeOf(map), base, positions)
  return new Map(settler.settled(null).flatMap(({ rects }) => [...rects]))
}

/** One child of a zone with all that stands in it. */
interface Block {
  readonly id: string
  readonly rect: Rect
  readonly rects: Rects
  /** Something in it has a position. */
  readonly fixed: boolean
  /** It can make way: a node drawn as a card. */
  readonly yields: boolean
}

class Settler {
  readonly #tree: Tree
  readonly #base: Rects
  readonly #positions: Positions

  constructor(tree: Tree, base: Rects, positions: Positions) {
    this.#tree = tree
    this.#base = base
    this.#positions = positions
  }

  settled(parent: string | null): readonly Block[] {
    const blocks = [
      ...this.#tree.zonesIn(parent).map((zone) => this.#zone(zone)),
      ...this.#tree.placesIn(parent).map((place) => this.#place(place)),
    ]
    const firm = blocks.filter(({ fixed, yields }) => fixed && !yields)
    const set = [...firm]
    const drift = driftOf(blocks, this.#base)
    for (const block of blocks) {
      if (firm.includes(block)) continue
      const wanted = block.fixed ? block : shifted(block, drift.x, drift.y)
      // Where nothing is given there is nothing to make way for.
      const spot = set.length === 0 && !block.fixed ? wanted.rect : freeSpot(wanted.rect, set)
      set.push(shifted(wanted, spot.x - wanted.rect.x, spot.y - wanted.rect.y))
    }
    return set
  }

  #place(place: Place): Block {
    const { id } = place
    const at = this.#positions[id]
    const corner = at === undefined ? this.#base.get(id) : { x: at[0], y: at[1] }
    const rect = { x: corner?.x ?? 0, y: corner?.y ?? 0, ...placeSize(place) }
    const yields = place.kind === 'node' && place.holds !== undefined
    return { id, rect, rects: new Map([[id, rect]]), fixed: at !== undefined, yields }
  }

  #zone(zone: Zone): Block {
    const { id } = zone
    const inner = this.settled(id)
    const at = this.#positions[id]
    const fixed = inner.some((block) => block.fixed)
    const rects = new Map(inner.flatMap((block) => [...block.rects]))
    const rect = this.#zoneRect(zone, inner, fixed)
    const block = { id, rect, rects: new Map([[id, rect], ...rects]), fixed, yields: false }
    return fixed || at === undefined
      ? block
      : { ...shifted(block, at[0] - rect.x, at[1] - rect.y), fixed: true }
  }

  #zoneRect(zone: Zone, inner: readonly Block[], fixed: boolean): Rect {
    const base = this.#base.get(zone.id)
    if (!fixed && base !== undefined) return base
    const least = titleWidth(zone)
    const wrapped =
      inner.length === 0
        ? { x: 0, y: 0, ...EMPTY_ZONE }
        : padded(around(inner.map(({ rect }) => rect)), ZONE_PADDING[zone.kind])
    return { ...wrapped, width: Math.max(wrapped.width, least) }
  }
}

/**
 * How far most of a zone's content stands from where `base` has it: what is new goes along. Where only
 * few were moved, the others stay.
 */
function driftOf(blocks: readonly Block[], base: Rects): Point {
  const drifts = blocks.flatMap(({ id, rect, fixed }) => {
    const from = base.get(id)
    return fixed && from !== undefined ? [{ x: rect.x - from.x, y: rect.y - from.y }] : []
  })
  if (2 * drifts.length <= blocks.length) return { x: 0, y: 0 }
  const middle = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return { x: middle(drifts.map(({ x }) => x)), y: middle(drifts.map(({ y }) => y)) }
}

const shifted = (block: Block, dx: number, dy: number): Block => ({
  ...block,
  rect: moved(block.rect, dx, dy),
  rects: new Map([...block.rects].map(([id, rect]) => [id, moved(rect, dx, dy)])),
})
