import type { Glossary } from './glossary/glossary.ts'
import { lateWords } from './late-words.ts'

export const loadGlossary = lateWords<Glossary>({
  en: () => import('./glossary/glossary.en.ts').then(({ glossaryEn }) => glossaryEn),
  ko: () => import('./glossary/glossary.ko.ts').then(({ glossaryKo }) => glossaryKo),
  ja: () => import('./glossary/glossary.ja.ts').then(({ glossaryJa }) => glossaryJa),
})
