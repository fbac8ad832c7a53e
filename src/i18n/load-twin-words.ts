import { lateWords } from './late-words.ts'
import type { TwinWords } from './twin/twin-words.ts'

export const loadTwinWords = lateWords<TwinWords>({
  en: () => import('./twin/twin.en.ts').then(({ twinEn }) => twinEn),
  ko: () => import('./twin/twin.ko.ts').then(({ twinKo }) => twinKo),
  ja: () => import('./twin/twin.ja.ts').then(({ twinJa }) => twinJa),
})
