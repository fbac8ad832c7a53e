import { type NodeChange, type OnNodeDrag, useReactFlow } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { editing } from '../../store/editing.ts'
import { makeEdits, type Step } from '../../store/edits.ts'
import { playground } from '../../store/playground.ts'
import type { PlaceElement, ZoneElement } from '../canvas/elements.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { zoneFor, zoneThing } from './drop-zone.ts'
import { isCrowded, NOT_MOVED, type Offsets, offsetsOf, positionsAfter } from './moving.ts'
import { pointOf } from './point-of.ts'
import { kindOf, thingOf, zonesAround } from './thing-of.ts'

type Element = ZoneElement | PlaceElement

/** Dragging: what moves follows the pointer, and stays, or goes into the zone it was dropped on. */
export function useMoving(map: PlaceMap, layout: Layout) {
  const { screenToFlowPosition } = useReactFlow()
  const [offsets, setOffsets] = useState<Offsets>(NOT_MOVED)
  const [target, setTarget] = useState<string | null>(null)
  const dragging = useRef(false)

  // A new layout has the things where they were dropped.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout is what is waited for
  useEffect(() => {
    if (!dragging.current) setOffsets(NOT_MOVED)
  }, [layout])

  const zoneUnder = (event: MouseEvent | TouchEvent, node: Element, all: readonly Element[]) => {
    const kind = kindOf(thingOf(node.id) ?? '')
    const single = new Set(all.map(({ id }) => kindOf(thingOf(id) ?? '')))
    if (kind === null || single.size > 1) return null
    // The card of a node is no node: it stays in its zone.
    if (node.type === 'place' && map.zones.some(({ id }) => id === `zone-${node.id}`)) return null
    const zone = zoneFor(
      map,
      layout.placed,
      kind,
      screenToFlowPosition(pointOf(event)),
      new Set([...all.map(({ id }) => id)]),
    )
    return zone === null || zonesAround(map, node.id).includes(zone) ? null : zone
  }

  const stop: OnNodeDrag<Element> = (event, node, all) => {
    dragging.current = false
    setTarget(null)
    const zone = zoneUnder(event, node, all)
    void commit(map, layout, offsetsOf(map, layout, all), all, zone).then((done) => {
      if (!done) setOffsets(NOT_MOVED)
    })
  }

  return {
    offsets,
    target,
    onMove: (changes: readonly NodeChange<Element>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position !== undefined
          ? [{ id: change.id, position: change.position }]
          : [],
      )
      if (moved.length > 0 && dragging.current) setOffsets(offsetsOf(map, layout, moved))
    },
    handlers: {
      onNodeDragStart: (_: unknown, node: Element) => {
        dragging.current = true
        const thing = thingOf(node.id)
        const { selected } = editing().getState()
        if (thing !== null && !selected.includes(thing)) {
          editing().setState({ selected: [thing], panel: 'thing' })
        }
      },
      onNodeDrag: ((event, node, all) =>
        setTarget(zoneUnder(event, node, all))) as OnNodeDrag<Element>,
      onNodeDragStop: stop,
    },
  }
}

/** False: nothing has changed. */
async function commit(
  map: PlaceMap,
  layout: Layout,
  offsets: Offsets,
  all: readonly Element[],
  zone: string | null,
): Promise<boolean> {
  if ([...offsets.values()].every(({ x, y }) => x === 0 && y === 0)) return false
  const told = playground().getState().scenario.document.positions ?? {}
  const to = positionsAfter(map, layout, offsets, told)
  const things = [...new Set(all.flatMap(({ id }) => thingOf(id) ?? []))]
  const nest = { do: 'nest', things, parent: zone === null ? '' : zoneThing(zone) } as const
  // What was dropped on top of something else makes way for it.
  const crowded = zone !== null && isCrowded(map, layout, offsets)
  const free = Object.fromEntries(Object.entries(to).filter(([id]) => !crowded || !offsets.has(id)))
  const step: Step = [{ do: 'move', to: free }, ...(zone === null ? [] : [{ ...nest, to: free }])]
  const outcome = await makeEdits(step, {
    told: () => ({ what: zone === null ? 'moved' : 'nested', things }),
    select: false,
  })
  return outcome.ok
}
