import type { Language } from '../i18n/language.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { playground } from './playground.ts'

let wanted: Language | null = null

/** Speaks another language as soon as its catalogue is here; the last one wanted wins. */
export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language
  const messages = await loadCatalogue(language)
  if (wanted === language) playground().setState({ messages })
}
