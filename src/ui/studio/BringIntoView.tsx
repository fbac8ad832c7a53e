import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { openGroup } from '../../store/opened.ts'
import { useStudio } from '../../store/studio.ts'
import { centre } from '../canvas/layout/geometry.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { elementOf } from './thing-of.ts'

/** Moves the map where the wanted thing cannot be seen, and opens the group that it is in. */
export function BringIntoView({
  map,
  layout,
}: {
  readonly map: PlaceMap
  readonly layout: Layout
}) {
  const wanted = useStudio((state) => state.wanted)
  const { setCenter, getViewport } = useReactFlow()
  const store = useStoreApi()
  const element = wanted === null ? null : (elementOf(map, wanted.thing) ?? wanted.thing)
  useEffect(() => {
    const group = map.places.find(({ holds }) => holds?.some(({ id }) => id === wanted?.thing))
    if (group !== undefined) openGroup(group.id)
  }, [wanted, map])
  useEffect(() => {
    const rect = element === null ? undefined : layout.placed.get(element)
    if (wanted === null || rect === undefined) return
    const { x, y, zoom } = getViewport()
    const { width, height } = store.getState()
    const middle = centre(rect)
    const seen = { x: middle.x * zoom + x, y: middle.y * zoom + y }
    const inside = seen.x > 0 && seen.y > 0 && seen.x < width && seen.y < height
    if (!inside) void setCenter(middle.x, middle.y, { zoom })
  }, [wanted, element, layout, getViewport, setCenter, store])
  return null
}
