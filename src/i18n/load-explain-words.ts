import type { ExplainWords } from './explain/explain-words.ts'
import { lateWords } from './late-words.ts'

export const loadExplainWords = lateWords<ExplainWords>({
  en: () => import('./explain/explain.en.ts').then(({ explainEn }) => explainEn),
  ko: () => import('./explain/explain.ko.ts').then(({ explainKo }) => explainKo),
  ja: () => import('./explain/explain.ja.ts').then(({ explainJa }) => explainJa),
})
