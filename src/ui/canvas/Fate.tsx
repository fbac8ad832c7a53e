import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { centre } from './layout/geometry.ts'
import type { Layout } from './layout/layout.ts'
import './fate.css'

/** Where a packet died: a cross on the place and the word below it. */
export function Fate({ layout }: { readonly layout: Layout }) {
  const journey = useJourney()
  const { hop, step } = usePosition()
  const { names } = useMessages()
  const here = journey[hop]?.hop
  const rect = here === undefined ? undefined : layout.placed.get(here.place)
  if (here?.mood !== 'dropped' || step !== null || rect === undefined) return null
  const { x } = centre(rect)
  return (
    <div
      className="fate"
      aria-hidden="true"
      style={{ transform: `translate(${x}px, ${rect.y + rect.height}px)` }}
    >
      <span className="fate-mark">✕</span>
      <span className="fate-word">{names.moods.dropped}</span>
    </div>
  )
}
