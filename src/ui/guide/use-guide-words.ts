import { use } from 'react'
import type { GuideWords } from '../../i18n/guide/guide-words.ts'
import { loadGuideWords } from '../../i18n/guide/load-guide-words.ts'
import { useMessages } from '../../store/reading.ts'

/** Suspends where the words of the page's language are not here yet. */
export function useGuideWords(): GuideWords {
  const { language } = useMessages()
  return use(loadGuideWords(language))
}
