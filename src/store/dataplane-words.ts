import type { DataplaneId } from '../dataplanes/registry.ts'
import type { DataplaneWords, LoadWords } from '../dataplanes/words.ts'
import { playground } from './playground.ts'

/** The words of one dataplane in the language of the page. */
export interface OwnWords {
  readonly of: DataplaneId
  /** Null where they could not be fetched: then codes are shown. */
  readonly words: DataplaneWords | null
}

export type FetchWords = (
  dataplane: DataplaneId,
  language: keyof LoadWords,
) => Promise<DataplaneWords | null>

let fetchWords: FetchWords = () => Promise.resolve(null)

/** Tells once, before anything is drawn, who has the words; what was fetched is kept. */
export function fetchWordsThrough(fetch: FetchWords): void {
  const known = new Map<string, DataplaneWords>()
  fetchWords = async (dataplane, language) => {
    const key = `${dataplane} ${language}`
    const words = known.get(key) ?? (await fetch(dataplane, language))
    if (words !== null) known.set(key, words)
    return words
  }
}

/** In a language that need not be the page's yet. */
export const wordsIn = async (language: keyof LoadWords, of: DataplaneId): Promise<OwnWords> => ({
  of,
  words: await fetchWords(of, language),
})

/** In the page's language, also where that changes while one waits. */
export async function ownWords(of: DataplaneId): Promise<OwnWords> {
  const { language } = playground().getState().messages
  const own = await wordsIn(language, of)
  return playground().getState().messages.language === language ? own : ownWords(of)
}
