import { expect, test } from 'vitest'
import { LANGUAGES, pickLanguage } from './language.ts'
import { loadCatalogue } from './load-catalogue.ts'

test.each([
  [['ko-KR', 'en-US'], 'ko'],
  [['fr-FR', 'ja'], 'ja'],
  [['JA_jp'], 'ja'],
  [['zh-Hant-TW', 'en-GB', 'ko'], 'en'],
  [['de', 'fr'], 'en'],
  [[''], 'en'],
  [[], 'en'],
])('a reader of %j reads %s', (wanted, language) => {
  expect(pickLanguage(wanted)).toBe(language)
})

test.each(LANGUAGES)('the catalogue of %s says which language it is', async (language) => {
  expect((await loadCatalogue(language)).language).toBe(language)
})
