import { lateWords } from '../late-words.ts'
import type { GuideWords } from './guide-words.ts'

export const loadGuideWords = lateWords<GuideWords>({
  en: () => import('./guide.en.ts').then(({ guideEn }) => guideEn),
  ko: () => import('./guide.ko.ts').then(({ guideKo }) => guideKo),
  ja: () => import('./guide.ja.ts').then(({ guideJa }) => guideJa),
})
