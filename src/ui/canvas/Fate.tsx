import { reasonSentence } from '../../i18n/messages.ts'
import { plain } from '../../i18n/sentence.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import type { Layout } from './layout/layout.ts'
import './fate.css'

/** Where a packet died: a cross on the corner of the place, where nothing is written, and why below it. */
export function Fate({ layout }: { readonly layout: Layout }) {
  const journey = useJourney()
  const { hop, step } = usePosition()
  const messages = useMessages()
  const here = journey[hop]?.hop
  const rect = here === undefined ? undefined : layout.placed.get(here.place)
  if (here?.mood !== 'dropped' || step !== null || rect === undefined) return null
  return (
    <div
      className="fate"
      aria-hidden="true"
      style={{
        transform: `translate(${rect.x}px, ${rect.y}px)`,
        width: rect.width,
        height: rect.height,
      }}
    >
      <span className="fate-mark">✕</span>
      <span className="fate-why">{plain(reasonSentence(messages, here.reason))}</span>
      <span className="fate-word">{messages.names.moods.dropped}</span>
    </div>
  )
}
