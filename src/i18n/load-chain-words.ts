import type { ChainWords } from './chain-words.ts'
import { lateWords } from './late-words.ts'

export const loadChainWords = lateWords<ChainWords>({
  en: () => import('./chain.en.ts').then(({ chainEn }) => chainEn),
  ko: () => import('./chain.ko.ts').then(({ chainKo }) => chainKo),
  ja: () => import('./chain.ja.ts').then(({ chainJa }) => chainJa),
})
