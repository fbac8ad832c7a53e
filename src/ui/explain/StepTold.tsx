import { useState } from 'react'
import type { ExplainWords } from '../../i18n/explain/explain-words.ts'
import type { Messages } from '../../i18n/messages.ts'
import { plain, type Sentence } from '../../i18n/sentence.ts'
import { hopSentence, ruleSentence } from '../../i18n/twin/tell-hop.ts'
import type { TwinWords } from '../../i18n/twin/twin-words.ts'
import type { JourneyHop, Position } from '../../store/journey.ts'
import { usePlayground } from '../../store/playground.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { useTwinWords } from '../twin/use-twin-words.ts'

/**
 * Says aloud what is on show, in the sentences of the text. While it plays only the hops at which
 * something happens: whoever walks by himself hears every hop, and every rule that he steps on.
 */
export function StepTold({ words }: { readonly words: ExplainWords }) {
  const messages = useMessages()
  const twin = useTwinWords()
  const journey = useJourney()
  const position = usePosition()
  const playing = usePlayground((state) => state.playing)
  const [told, tell] = useState('')
  const now = spoken({ words, messages, twin }, journey, position, playing)
  if (now !== null && now !== told) tell(now)
  return (
    <p className="sr-only" aria-live="polite">
      {told}
    </p>
  )
}

interface Catalogues {
  readonly words: ExplainWords
  readonly messages: Messages
  readonly twin: TwinWords
}

/** Null: nothing that is worth another word. */
function spoken(
  { words, messages, twin }: Catalogues,
  journey: readonly JourneyHop[],
  { hop: index, step }: Position,
  playing: boolean,
): string | null {
  const here = journey[index]
  if (here === undefined) return ''
  const { hop } = here
  if (playing && (step !== null || (hop.mood === 'passed' && index > 0))) return null
  const of = `${words.hop(index + 1, journey.length)}: `
  const tried = step === null ? undefined : hop.walk?.steps[step]
  const sentence: Sentence =
    tried === undefined ? hopSentence(messages, hop) : ruleSentence({ messages, twin }, tried, null)
  return of + plain(sentence)
}
