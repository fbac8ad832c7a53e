import { useStore, ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import type { Place, PlaceMap } from '../../scenario/evaluation.ts'
import { pointAtMap, useLitThings } from '../../store/lit.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import './lit-marks.css'

/**
 * The map's part in what lights up together: the ranges and addresses that the lit rule speaks of;
 * and, under the pointer, a range or an address whose rules light up.
 */
export function LitMarks({
  map: { places },
  layout: { placed, bounds },
}: {
  readonly map: PlaceMap
  readonly layout: Layout
}) {
  const root = useStore((state) => state.domNode)
  useEffect(() => (root === null ? undefined : pointWith(root)), [root])
  const { whole, part } = useLitThings()
  const rings = [...ringsOf(drawn(part, places), 'part'), ...ringsOf(drawn(whole, places), 'whole')]
  if (rings.length === 0) return null
  const { x, y, width, height } = bounds
  return (
    <ViewportPortal>
      <svg
        className="lit-marks"
        viewBox={`${x} ${y} ${width} ${height}`}
        style={{ left: x, top: y, width, height }}
        aria-hidden="true"
      >
        {rings.map(({ id, share }) => {
          const rect = placed.get(id)
          return rect === undefined ? null : (
            <rect
              key={`${share} ${id}`}
              className="lit-ring"
              data-lit={share}
              data-thing={id}
              x={rect.x - ROOM}
              y={rect.y - ROOM}
              width={rect.width + 2 * ROOM}
              height={rect.height + 2 * ROOM}
              rx={10}
            />
          )
        })}
      </svg>
    </ViewportPortal>
  )
}

/** Between a place and its ring, in pixels of the map. */
const ROOM = 4

const ringsOf = (ids: readonly string[], share: 'whole' | 'part') =>
  ids.map((id) => ({ id, share }))

/** Places that are drawn as one with others are lit as that one. */
function drawn(ids: readonly string[], places: readonly Place[]): readonly string[] {
  const standIns = new Map(
    places.flatMap(({ id, holds = [] }) => holds.map((held) => [held.id, id] as const)),
  )
  return [...new Set(ids.map((id) => standIns.get(id) ?? id))]
}

/** Tells which range or address of the map the pointer is at. Returns what ends that. */
function pointWith(root: HTMLElement): () => void {
  const enter = ({ target }: PointerEvent): void => {
    const words = target instanceof Element ? target.closest('.zone-title, .place') : null
    pointAtMap(words?.closest('.react-flow__node')?.getAttribute('data-id') ?? null)
  }
  const leave = (): void => pointAtMap(null)
  root.addEventListener('pointerover', enter)
  root.addEventListener('pointerleave', leave)
  return () => {
    root.removeEventListener('pointerover', enter)
    root.removeEventListener('pointerleave', leave)
    leave()
  }
}
