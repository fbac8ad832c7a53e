import type { PlaceElement, ZoneElement } from '../canvas/elements.ts'
import type { Rect } from '../canvas/layout/geometry.ts'
import { thingOf, zoneOf } from './thing-of.ts'

/** The map's elements as they can be taken hold of. */
export function drawnElements(
  nodes: readonly (ZoneElement | PlaceElement)[],
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
): (ZoneElement | PlaceElement)[] {
  const zones = new Set(nodes.flatMap(({ id, type }) => (type === 'zone' ? [id] : [])))
  return nodes.map((node) => {
    const thing = thingOf(node.id)
    const meant = thing !== null && selected.includes(thing)
    // A node's card within the node's zone moves by itself: the zone is what is selected.
    const twin = node.type === 'place' && thing !== null && zones.has(zoneOf(thing))
    const { x, y } = placed.get(node.id) ?? node.position
    return {
      ...node,
      position: { x, y },
      selectable: thing !== null,
      draggable: !locked && thing !== null,
      connectable: !locked && node.type === 'place',
      selected: meant && !twin,
      className: [meant ? 'is-meant' : '', node.id === target ? 'is-target' : ''].join(' ').trim(),
      // Between the things in it a zone lets one take hold of the canvas; it is held by its title.
      ...(node.type === 'zone' && !meant ? { style: { pointerEvents: 'none' as const } } : {}),
    }
  })
}
