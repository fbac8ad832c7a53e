import type { Language } from './language.ts'

/** What index.html says to a browser without JavaScript, in every language: nothing could choose one. */
export const NO_SCRIPT: Readonly<Record<Language, string>> = {
  en: 'This page decides every packet in the browser, and needs JavaScript for it.',
  ko: '이 페이지는 모든 패킷을 브라우저에서 판정하므로 JavaScript가 필요합니다.',
  ja: 'このページはすべてのパケットをブラウザーで判定するため、JavaScript が必要です。',
}
