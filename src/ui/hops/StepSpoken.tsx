import { reasonSentence } from '../../i18n/messages.ts'
import { plain } from '../../i18n/sentence.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { useHopName } from './use-hop-name.ts'

/** Says the hop on show aloud, each time it changes. Rules tried one by one are not read out. */
export function StepSpoken() {
  const messages = useMessages()
  const journey = useJourney()
  const { hop } = usePosition()
  const nameOf = useHopName()
  const here = journey[hop]
  return (
    <p className="sr-only" aria-live="polite">
      {here === undefined
        ? ''
        : `${messages.ui.playback.step(hop + 1, journey.length)}: ${nameOf(here.hop)}. ${plain(reasonSentence(messages, here.hop.reason))}`}
    </p>
  )
}
