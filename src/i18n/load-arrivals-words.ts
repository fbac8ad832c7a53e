import type { ArrivalsWords } from './arrivals-words.ts'
import { lateWords } from './late-words.ts'

export const loadArrivalsWords = lateWords<ArrivalsWords>({
  en: () => import('./arrivals.en.ts').then(({ arrivalsEn }) => arrivalsEn),
  ko: () => import('./arrivals.ko.ts').then(({ arrivalsKo }) => arrivalsKo),
  ja: () => import('./arrivals.ja.ts').then(({ arrivalsJa }) => arrivalsJa),
})
