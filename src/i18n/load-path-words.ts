import { lateWords } from './late-words.ts'
import type { PathWords } from './path-words.ts'

export const loadPathWords = lateWords<PathWords>({
  en: () => import('./path.en.ts').then(({ pathEn }) => pathEn),
  ko: () => import('./path.ko.ts').then(({ pathKo }) => pathKo),
  ja: () => import('./path.ja.ts').then(({ pathJa }) => pathJa),
})
