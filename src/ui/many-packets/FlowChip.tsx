import { useEffect, useRef } from 'react'
import { fateOf } from '../../i18n/fate.ts'
import { MOOD_MARK } from '../kit/mood-mark.ts'
import type { Motion } from './motions.ts'
import { runChip } from './run-chip.ts'

/** One flow on the map: its number, in the shape and the colour of whoever's address it bears. */
export function FlowChip({
  motion,
  pointed,
}: {
  readonly motion: Motion
  readonly pointed: boolean
}) {
  const chip = useRef<HTMLDivElement>(null)
  useEffect(() => (chip.current === null ? undefined : runChip(chip.current, motion)), [motion])
  return (
    <div
      ref={chip}
      className="flow-chip"
      data-flow={motion.name}
      data-pointed={pointed || undefined}
    >
      {motion.owners.map(({ owner, from }) => (
        <span key={from} className="flow-face" data-owner={owner}>
          {motion.number}
        </span>
      ))}
      <span className="flow-fate" data-fate={fateOf(motion.outcome)}>
        {MOOD_MARK[motion.outcome.kind]}
      </span>
    </div>
  )
}
