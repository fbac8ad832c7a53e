import { lateWords } from './late-words.ts'
import type { ProbeWords } from './probe/probe-words.ts'

export const loadProbeWords = lateWords<ProbeWords>({
  en: () => import('./probe/probe.en.ts').then(({ probeEn }) => probeEn),
  ko: () => import('./probe/probe.ko.ts').then(({ probeKo }) => probeKo),
  ja: () => import('./probe/probe.ja.ts').then(({ probeJa }) => probeJa),
})
