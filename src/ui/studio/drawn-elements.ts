import type { MapElement } from '../canvas/elements.ts'
import type { Rect } from '../canvas/layout/geometry.ts'
import { thingOf, zoneOf } from './thing-of.ts'

/**
 * The map's elements as they can be taken hold of. What is as it was the last time is that very object:
 * React Flow draws anew whatever is another.
 */
export function drawnElements(
  nodes: readonly MapElement[],
  {
    placed,
    selected,
    target,
    locked,
  }: {
    readonly placed: ReadonlyMap<string, Rect>
    readonly selected: readonly string[]
    /** The zone that would take what is being dragged, or what a line would lead to. */
    readonly target: string | null
    readonly locked: boolean
  },
): MapElement[] {
  const zones = new Set(nodes.flatMap(({ id, type }) => (type === 'zone' ? [id] : [])))
  return nodes.map((node) => {
    const thing = thingOf(node.id)
    const meant = thing !== null && selected.includes(thing)
    // A node's card within the node's zone moves by itself: the zone is what is selected.
    const twin = node.type === 'place' && thing !== null && zones.has(zoneOf(thing))
    const { x, y } = placed.get(node.id) ?? node.position
    return asBefore(node, {
      ...node,
      position: { x, y },
      selectable: thing !== null,
      draggable: !locked && thing !== null,
      connectable: !locked && node.type === 'place',
      selected: meant && !twin,
      className: [meant ? 'is-meant' : '', node.id === target ? 'is-target' : ''].join(' ').trim(),
      // Between the things in it a zone lets one take hold of the canvas; it is held by its title.
      ...(node.type === 'zone' && !meant ? { style: { pointerEvents: 'none' as const } } : {}),
    })
  })
}

/** By the element that it was drawn from. */
const known = new WeakMap<MapElement, MapElement>()

function asBefore(from: MapElement, drawn: MapElement): MapElement {
  const before = known.get(from)
  if (before !== undefined && isSame(before, drawn)) return before
  known.set(from, drawn)
  return drawn
}

/** All else comes of the element and of these. */
const isSame = (a: MapElement, b: MapElement): boolean =>
  a.position.x === b.position.x &&
  a.position.y === b.position.y &&
  a.draggable === b.draggable &&
  a.selected === b.selected &&
  a.className === b.className
