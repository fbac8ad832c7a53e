import { use, useMemo } from 'react'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
import { loadDetectiveWords } from '../../i18n/load-detective-words.ts'
import { loadExplainWords } from '../../i18n/load-explain-words.ts'
import { loadProbeWords } from '../../i18n/load-probe-words.ts'
import type { Messages } from '../../i18n/messages.ts'
import { useDataplanes } from '../../store/dataplanes.ts'
import { useEditing } from '../../store/editing.ts'
import { useExplaining } from '../../store/explaining.ts'
import { useHistory } from '../../store/history.ts'
import { usePlayground } from '../../store/playground.ts'
import { useGuideWords } from '../guide/use-guide-words.ts'
import { useStudioWords } from '../studio/use-studio-words.ts'
import type { CommandContext } from './command.ts'

/** How the page stands now. Suspends where words are not here yet. */
export function useCommandContext(): CommandContext {
  const state = usePlayground((whole) => whole)
  const { messages } = state
  const guide = useGuideWords()
  const studio = useStudioWords()
  const detective = use(loadDetectiveWords(messages.language))
  const explain = use(loadExplainWords(messages.language))
  const explaining = useExplaining()
  const probe = use(loadProbeWords(messages.language))
  const english = use(inEnglish())
  const dataplanes = useDataplanes()
  const drawing = useEditing(({ on }) => on)
  const { past, future } = useHistory()
  const [undo, redo] = [past.length > 0, future.length > 0]
  return useMemo(
    () => ({
      state,
      messages,
      english,
      guide,
      studio,
      detective,
      explain,
      explaining,
      probe,
      dataplanes: dataplanes ?? [],
      drawing,
      history: { undo, redo },
    }),
    [
      state,
      messages,
      english,
      guide,
      studio,
      detective,
      probe,
      explain,
      explaining,
      dataplanes,
      drawing,
      undo,
      redo,
    ],
  )
}

let english: Promise<Messages> | null = null

/** The same promise each time, so that it can be waited for. */
function inEnglish(): Promise<Messages> {
  english ??= loadCatalogue('en')
  return english
}
