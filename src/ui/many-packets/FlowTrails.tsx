import { memo } from 'react'
import { pathData } from '../canvas/layout/polyline.ts'
import type { Motion } from './motions.ts'
import { trailsOf } from './trails.ts'

/** Faint, below everything that stands on the map: each flow's own way, painted by whose address travels it. */
export const FlowTrails = memo(function FlowTrails({
  motions,
  pointed,
}: {
  readonly motions: readonly Motion[]
  /** The flow that is pointed at in the legend. */
  readonly pointed: string | null
}) {
  return (
    <svg className="flow-trails" aria-hidden="true">
      {motions.map((motion) => (
        <g key={motion.name} data-pointed={motion.name === pointed || undefined}>
          {trailsOf(motion).map(({ owner, line }, leg) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by which of them it is
              key={leg}
              className="trail"
              data-owner={owner}
              data-lost={motion.outcome.kind === 'dropped' || undefined}
              d={pathData(line)}
            />
          ))}
        </g>
      ))}
    </svg>
  )
})
