import { useEffect, useMemo, useRef, useState } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { useOpened } from '../../store/opened.ts'
import { usePlayground } from '../../store/playground.ts'
import { useJourney } from '../../store/reading.ts'
import { lineElements, type MapElement, mapElements } from './elements.ts'
import { collapsed } from './layout/collapse.ts'
import { fetchNested, nestedIfHere } from './layout/fetch-nested.ts'
import type { Size } from './layout/geometry.ts'
import { type Layout, layOut, needsNested } from './layout/layout.ts'
import type { Positions } from './layout/settle.ts'
import { travelsOf } from './travel.ts'

const UNMEASURED: Size = { width: 1000, height: 560 }
const NOWHERE: Positions = {}
/** From so many elements on only those in view are in the document; with fewer it costs more than it saves. */
const MANY = 80

/** The map laid out for the room that it has, and all that React Flow draws of it. */
export function useDrawnMap(whole: PlaceMap) {
  const [space, setSpace] = useState(UNMEASURED)
  const journey = useJourney()
  const map = useMapOnShow(whole)
  const positions = usePlayground(({ scenario }) => scenario.document.positions ?? NOWHERE)
  const nested = useNested(needsNested(map, positions))
  const layout = useMemo(
    () => layOut(map, space, positions, nested),
    [map, space, positions, nested],
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
  return useMemo(
    () => collapsed(whole, new Set(journey.map(({ hop }) => hop.place)), opened),
    [whole, journey, opened],
  )
}

/** React may throw a render away: what is kept is what was really drawn. */
function useMapElements(map: PlaceMap, layout: Layout) {
  const drawn = useRef<readonly MapElement[]>([])
  const nodes = useMemo(() => [...mapElements(map, layout, drawn.current)], [map, layout])
  useEffect(() => {
    drawn.current = nodes
  }, [nodes])
  return nodes
}

/** What lays out any world, fetched as soon as one is on show. */
function useNested(needed: boolean) {
  const [nested, setNested] = useState(nestedIfHere)
  useEffect(() => {
    if (needed && nested === null) void fetchNested().then((here) => setNested(() => here))
  }, [needed, nested])
  return nested
}
