import { lateWords } from './late-words.ts'
import type { StudioWords } from './studio-words.ts'

export const loadStudioWords = lateWords<StudioWords>({
  en: () => import('./studio.en.ts').then(({ studioEn }) => studioEn),
  ko: () => import('./studio.ko.ts').then(({ studioKo }) => studioKo),
  ja: () => import('./studio.ja.ts').then(({ studioJa }) => studioJa),
})
