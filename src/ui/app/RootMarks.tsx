import { useEffect } from 'react'
import { usePlayground } from '../../store/playground.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'

/**
 * What the root element says of the page: language and theme for the style sheets, and the place in
 * the journey, counted from 1, for whoever waits for it. A component of its own: with each step it is
 * drawn anew, and nothing with it.
 */
export function RootMarks(): null {
  const { language, ui } = useMessages()
  const theme = usePlayground((state) => state.theme)
  const playing = usePlayground((state) => state.playing)
  const phase = usePlayground((state) => state.run.phase)
  const visit = usePlayground((state) => state.visit)
  const journey = useJourney()
  const { hop, step } = usePosition()

  useEffect(() => {
    document.documentElement.lang = language
    document.title = ui.product
  }, [language, ui])

  useEffect(() => {
    const marks = {
      theme,
      run: phase,
      playing: String(playing),
      visit,
      hop: journey.length === 0 ? '0' : String(hop + 1),
      hops: String(journey.length),
      step: step === null ? 'done' : String(step + 1),
    }
    for (const [name, value] of Object.entries(marks)) {
      document.documentElement.setAttribute(`data-${name}`, value)
    }
  }, [theme, phase, playing, visit, journey, hop, step])
  return null
}
