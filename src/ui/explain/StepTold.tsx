import { useState } from 'react'
import type { ExplainWords } from '../../i18n/explain/explain-words.ts'
import type { Messages } from '../../i18n/messages.ts'
import { plain, type Sentence } from '../../i18n/sentence.ts'
import { hopName, hopSentence, ruleSentence } from '../../i18n/twin/tell-hop.ts'
import type { TwinWords } from '../../i18n/twin/twin-words.ts'
import type { JourneyHop, Position } from '../../store/journey.ts'
import { usePlayground } from '../../store/playground.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { useTwinWords } from '../twin/use-twin-words.ts'

/**
 * Says aloud what is on show, in the sentences of the text. While it plays there is no time for all of
 * them: a hop at which nothing happens is named, and of the rules only those that match are told.
 * Whoever walks by himself hears every hop, and every rule that he steps on, whole.
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
  const tried = step === null ? undefined : hop.walk?.steps[step]
  if (playing && tried !== undefined && tried.kind !== 'matched') return null
  const inPassing = playing && hop.mood === 'passed'
  const sentence: Sentence =
    tried !== undefined
      ? ruleSentence({ messages, twin }, tried, null)
      : (inPassing ? hopName : hopSentence)(messages, hop)
  return `${words.hop(index + 1, journey.length)}: ${plain(sentence)}`
}
