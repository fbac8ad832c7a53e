import type { DetectiveWords } from './detective-words.ts'
import { lateWords } from './late-words.ts'

export const loadDetectiveWords = lateWords<DetectiveWords>({
  en: () => import('./detective.en.ts').then(({ detectiveEn }) => detectiveEn),
  ko: () => import('./detective.ko.ts').then(({ detectiveKo }) => detectiveKo),
  ja: () => import('./detective.ja.ts').then(({ detectiveJa }) => detectiveJa),
})
