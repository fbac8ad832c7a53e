import { allFlowsEn } from '../src/i18n/all-flows/all-flows.en.ts'
import { allFlowsJa } from '../src/i18n/all-flows/all-flows.ja.ts'
import { allFlowsKo } from '../src/i18n/all-flows/all-flows.ko.ts'
import { arrivalsEn } from '../src/i18n/arrivals.en.ts'
import { arrivalsJa } from '../src/i18n/arrivals.ja.ts'
import { arrivalsKo } from '../src/i18n/arrivals.ko.ts'
import { compareEn } from '../src/i18n/compare.en.ts'
import { compareJa } from '../src/i18n/compare.ja.ts'
import { compareKo } from '../src/i18n/compare.ko.ts'
import { detectiveEn } from '../src/i18n/detective.en.ts'
import { detectiveJa } from '../src/i18n/detective.ja.ts'
import { detectiveKo } from '../src/i18n/detective.ko.ts'
import { en } from '../src/i18n/en.ts'
import { explainEn } from '../src/i18n/explain/explain.en.ts'
import { explainJa } from '../src/i18n/explain/explain.ja.ts'
import { explainKo } from '../src/i18n/explain/explain.ko.ts'
import { flowsEn } from '../src/i18n/flows.en.ts'
import { flowsJa } from '../src/i18n/flows.ja.ts'
import { flowsKo } from '../src/i18n/flows.ko.ts'
import { glossaryEn } from '../src/i18n/glossary/glossary.en.ts'
import { glossaryJa } from '../src/i18n/glossary/glossary.ja.ts'
import { glossaryKo } from '../src/i18n/glossary/glossary.ko.ts'
import { guideEn } from '../src/i18n/guide/guide.en.ts'
import { guideJa } from '../src/i18n/guide/guide.ja.ts'
import { guideKo } from '../src/i18n/guide/guide.ko.ts'
import { ja } from '../src/i18n/ja.ts'
import { ko } from '../src/i18n/ko.ts'
import { probeEn } from '../src/i18n/probe/probe.en.ts'
import { probeJa } from '../src/i18n/probe/probe.ja.ts'
import { probeKo } from '../src/i18n/probe/probe.ko.ts'
import { studioEn } from '../src/i18n/studio.en.ts'
import { studioJa } from '../src/i18n/studio.ja.ts'
import { studioKo } from '../src/i18n/studio.ko.ts'

/** All that the page says, in one language. */
export type Tongue = typeof ENGLISH

export const ENGLISH = {
  locale: 'en-US',
  messages: en,
  allFlows: allFlowsEn,
  arrivals: arrivalsEn,
  compare: compareEn,
  detective: detectiveEn,
  explain: explainEn,
  flows: flowsEn,
  glossary: glossaryEn,
  guide: guideEn,
  probe: probeEn,
  studio: studioEn,
}

export const KOREAN: Tongue = {
  locale: 'ko-KR',
  messages: ko,
  allFlows: allFlowsKo,
  arrivals: arrivalsKo,
  compare: compareKo,
  detective: detectiveKo,
  explain: explainKo,
  flows: flowsKo,
  glossary: glossaryKo,
  guide: guideKo,
  probe: probeKo,
  studio: studioKo,
}

export const JAPANESE: Tongue = {
  locale: 'ja-JP',
  messages: ja,
  allFlows: allFlowsJa,
  arrivals: arrivalsJa,
  compare: compareJa,
  detective: detectiveJa,
  explain: explainJa,
  flows: flowsJa,
  glossary: glossaryJa,
  guide: guideJa,
  probe: probeJa,
  studio: studioJa,
}
