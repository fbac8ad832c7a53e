import type { FlowsWords } from './flows-words.ts'
import { lateWords } from './late-words.ts'

export const loadFlowsWords = lateWords<FlowsWords>({
  en: () => import('./flows.en.ts').then(({ flowsEn }) => flowsEn),
  ko: () => import('./flows.ko.ts').then(({ flowsKo }) => flowsKo),
  ja: () => import('./flows.ja.ts').then(({ flowsJa }) => flowsJa),
})
