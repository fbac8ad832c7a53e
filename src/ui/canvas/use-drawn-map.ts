import { useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { useOpened } from '../../store/opened.ts'
import { usePlayground } from '../../store/playground.ts'
import { useJourney } from '../../store/reading.ts'
import { lineElements, type MapElement, mapElements } from './elements.ts'
import { isCrowded } from './layout/crowd.ts'
import { anyWorldIfHere, fetchAnyWorld } from './layout/fetch-any-world.ts'
import type { Size } from './layout/geometry.ts'
import { isHandMade } from './layout/hand-made.ts'
import { type Layout, layOut, type Positions } from './layout/layout.ts'
import { travelsOf } from './travel.ts'
import { inside } from './view.ts'

const UNMEASURED: Size = { width: 1000, height: 560 }
const NOWHERE: Positions = {}
/** From so many elements on only those in view are in the document; with fewer it costs more than it saves. */
const MANY = 80

/** The map laid out for the room that it has, and all that React Flow draws of it. */
export function useDrawnMap(whole: PlaceMap) {
  const flow = useStoreApi()
  const [space, keepSpace] = useState(() => {
    const { width, height } = flow.getState()
    return width > 0 && height > 0 ? inside({ width, height }) : UNMEASURED
  })
  const setSpace = useCallback(
    (next: Size) =>
      keepSpace((was) => (was.width === next.width && was.height === next.height ? was : next)),
    [],
  )
  const journey = useJourney()
  const map = useMapOnShow(whole)
  const positions = usePositions()
  const anyWorld = useAnyWorld(whole)
  const layout = useMemo(
    () => layOut(map, space, positions, anyWorld),
    [map, space, positions, anyWorld],
  )
  const travels = useMemo(() => travelsOf(journey, layout), [journey, layout])
  const nodes = useMapElements(map, layout)
  const edges = useMemo(() => lineElements(layout, travels), [layout, travels])
  const culled = nodes.length > MANY
  return { map, culled, layout, travels, nodes, edges, setSpace }
}

/** The map with what is too much of it drawn as cards and groups. */
export function useMapOnShow(whole: PlaceMap): PlaceMap {
  const journey = useJourney()
  const opened = useOpened()
  const anyWorld = useAnyWorld(whole)
  return useMemo(
    () => anyWorld?.collapsed(whole, new Set(journey.map(({ hop }) => hop.place)), opened) ?? whole,
    [whole, journey, opened, anyWorld],
  )
}

const usePositions = (): Positions =>
  usePlayground(({ scenario }) => scenario.document.positions ?? NOWHERE)

/** React may throw a render away: what is kept is what was really drawn. */
function useMapElements(map: PlaceMap, layout: Layout) {
  const drawn = useRef<readonly MapElement[]>([])
  const nodes = useMemo(() => [...mapElements(map, layout, drawn.current)], [map, layout])
  useEffect(() => {
    drawn.current = nodes
  }, [nodes])
  return nodes
}

/** What draws any world, fetched as soon as one is on show that is not of the first view's kind. */
function useAnyWorld(whole: PlaceMap) {
  const positions = usePositions()
  const [anyWorld, setAnyWorld] = useState(anyWorldIfHere)
  const needed = positions !== NOWHERE || !isHandMade(whole) || isCrowded(whole)
  useEffect(() => {
    if (needed && anyWorld === null) void fetchAnyWorld().then(setAnyWorld)
  }, [needed, anyWorld])
  return anyWorld
}
