import type { CompareWords } from './compare-words.ts'
import type { Language } from './language.ts'

/** Rejects where the chunk cannot be fetched. The same promise each time, so that it can be waited for. */
export function loadCompareWords(language: Language): Promise<CompareWords> {
  const words = known.get(language) ?? LOADERS[language]()
  known.set(language, words)
  return words
}

const LOADERS: Readonly<Record<Language, () => Promise<CompareWords>>> = {
  en: () => import('./compare.en.ts').then(({ compareEn }) => compareEn),
  ko: () => import('./compare.ko.ts').then(({ compareKo }) => compareKo),
  ja: () => import('./compare.ja.ts').then(({ compareJa }) => compareJa),
}

const known = new Map<Language, Promise<CompareWords>>()
