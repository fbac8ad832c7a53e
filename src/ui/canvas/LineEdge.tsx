import type { EdgeProps } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { usePosition } from '../../store/reading.ts'
import { onEveryFrame } from '../playback/clock.ts'
import type { TrailElement, WireElement } from './elements.ts'
import { pathData } from './layout/polyline.ts'

/** A link of the network, whether or not anything travels it. */
export function WireEdge({ data }: EdgeProps<WireElement>) {
  return data === undefined ? null : (
    <path className="wire" data-kind={data.kind} d={pathData(data.line)} />
  )
}

/** The way a packet has come, painted by the address that travelled it. */
export function TrailEdge({ data }: EdgeProps<TrailElement>) {
  const path = useRef<SVGPathElement>(null)
  const { hop } = usePosition()
  const to = data?.travel.to ?? 0
  const passed = to <= hop

  useEffect(() => {
    if (passed) return
    return onEveryFrame((happening) => {
      const frame = happening?.frame
      const share = frame?.kind === 'travel' && frame.to === to ? (happening?.share ?? 0) : 0
      path.current?.style.setProperty('stroke-dashoffset', String(1 - share))
      path.current?.style.setProperty('visibility', share > 0 ? 'visible' : 'hidden')
    })
  }, [to, passed])

  if (data === undefined) return null
  const { leg, owner, line } = data.travel
  return (
    <path
      // A trail that is passed is another path than the one that was still being drawn.
      key={passed ? 'passed' : 'ahead'}
      ref={path}
      className="trail"
      data-leg={leg}
      data-owner={owner}
      data-passed={passed || undefined}
      d={pathData(line)}
      pathLength={1}
    />
  )
}
