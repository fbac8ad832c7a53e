import type { Language } from '../i18n/language.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { type OwnWords, wordsIn } from './dataplane-words.ts'
import { playground } from './playground.ts'

let wanted: Language | null = null

/** Speaks another language as soon as its catalogue is here; the last one wanted wins. */
export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language
  const [messages, own] = await Promise.all([loadCatalogue(language), shownWordsIn(language)])
  if (wanted === language) playground().setState({ messages, own })
}

/** Of the dataplane whose answer is on show, also where that changes while one waits. */
async function shownWordsIn(language: Language): Promise<OwnWords | null> {
  const shown = playground().getState().own
  if (shown === null) return null
  const own = await wordsIn(language, shown.of)
  return playground().getState().own?.of === shown.of ? own : shownWordsIn(language)
}
