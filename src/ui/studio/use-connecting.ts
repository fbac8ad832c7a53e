import { type FinalConnectionState, type OnConnectStart, useReactFlow } from '@xyflow/react'
import { type PointerEvent, useRef, useState } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { connectThings } from './connect-things.ts'
import { elementAt } from './drop-zone.ts'
import { pointOf } from './point-of.ts'

/** Lines that are drawn from one thing to another: wherever on it they end. */
export function useConnecting(map: PlaceMap, layout: Layout) {
  const { screenToFlowPosition } = useReactFlow()
  const from = useRef<string | null>(null)
  const [target, setTarget] = useState<string | null>(null)
  const under = (event: MouseEvent | TouchEvent): string | null => {
    const point = screenToFlowPosition(pointOf(event))
    const place = elementAt(
      layout.placed,
      map.places.map(({ id }) => id),
      point,
    )
    const zones = map.zones.map(({ id }) => id)
    return place ?? elementAt(layout.placed, zones, point)
  }
  const start: OnConnectStart = (_, { nodeId }) => {
    from.current = nodeId
  }
  return {
    target,
    handlers: {
      onConnectStart: start,
      onPointerMove: (event: PointerEvent) => {
        if (from.current === null) return
        const element = under(event.nativeEvent)
        setTarget(element === from.current ? null : element)
      },
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        const start = state.fromNode?.id ?? from.current
        const end = under(event)
        from.current = null
        setTarget(null)
        if (start !== null && end !== null && end !== start) void connectThings(start, end)
      },
    },
  }
}
