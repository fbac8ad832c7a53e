import type { CompareWords } from './compare-words.ts'
import { lateWords } from './late-words.ts'

export const loadCompareWords = lateWords<CompareWords>({
  en: () => import('./compare.en.ts').then(({ compareEn }) => compareEn),
  ko: () => import('./compare.ko.ts').then(({ compareKo }) => compareKo),
  ja: () => import('./compare.ja.ts').then(({ compareJa }) => compareJa),
})
