import { use } from 'react'
import { loadStudioWords } from '../../i18n/load-studio-words.ts'
import type { StudioWords } from '../../i18n/studio-words.ts'
import { useMessages } from '../../store/reading.ts'

/** Suspends where the words of the page's language are not here yet. */
export function useStudioWords(): StudioWords {
  const { language } = useMessages()
  return use(loadStudioWords(language))
}
