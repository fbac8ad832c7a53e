import { lateWords } from '../late-words.ts'
import type { AllFlowsWords } from './all-flows-words.ts'

export const loadAllFlowsWords = lateWords<AllFlowsWords>({
  en: () => import('./all-flows.en.ts').then(({ allFlowsEn }) => allFlowsEn),
  ko: () => import('./all-flows.ko.ts').then(({ allFlowsKo }) => allFlowsKo),
  ja: () => import('./all-flows.ja.ts').then(({ allFlowsJa }) => allFlowsJa),
})
