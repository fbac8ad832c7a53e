import { useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import { useJourney, usePosition } from '../../store/reading.ts'
import { around, holds, type Rect } from './layout/geometry.ts'
import { centred, inView } from './view.ts'

/** The packet's path as it stands on the map, and the place where the packet is; null where there is none. */
export function usePathOnMap() {
  const { getNode } = useReactFlow()
  const journey = useJourney()
  const { hop } = usePosition()
  const now = useRef({ journey, hop })
  now.current = { journey, hop }
  const rectOf = useCallback(
    (id: string | undefined): Rect | null => {
      const node = id === undefined ? undefined : getNode(id)
      return node === undefined
        ? null
        : { ...node.position, width: node.width ?? 0, height: node.height ?? 0 }
    },
    [getNode],
  )
  const path = useCallback(() => {
    const rects = now.current.journey.flatMap((each) => rectOf(each.hop.place) ?? [])
    return rects.length === 0 ? null : around(rects)
  }, [rectOf])
  const here = useCallback(() => {
    const { journey: hops, hop: at } = now.current
    return rectOf(hops[at]?.hop.place)
  }, [rectOf])
  return { path, here }
}

/** Where one has come near, the map goes along with the packet; not while one draws. */
export function useFollowing(steady: boolean): void {
  const { getViewport, setViewport } = useReactFlow()
  const { here } = usePathOnMap()
  const journey = useJourney()
  const { hop } = usePosition()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const place = journey[hop]?.hop.place
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    const rect = here()
    const room = { width, height }
    if (steady || rect === null || width === 0 || holds(inView(getViewport(), room), rect)) return
    void setViewport(centred(rect, getViewport().zoom, room))
  }, [place, steady, width, height, here, getViewport, setViewport])
}
