import { expect, test } from 'vitest'
import { glossaryEn } from '../../i18n/glossary/glossary.en.ts'
import { glossaryJa } from '../../i18n/glossary/glossary.ja.ts'
import { glossaryKo } from '../../i18n/glossary/glossary.ko.ts'
import { TERMS } from '../../i18n/glossary/glossary.ts'
import { findTerms } from './find-terms.ts'

const glossaries = { en: glossaryEn, ko: glossaryKo, ja: glossaryJa }

test('a term is found by its word in any language, whatever the case', () => {
  for (const asked of ['Masquerade', '매스커레이드', 'マスカレード']) {
    expect(findTerms(glossaries, 'ko', asked)).toContain('masquerade')
  }
})

test('who spells a term in another way finds it as well', () => {
  expect(findTerms(glossaries, 'ko', '마스커레이드')).toContain('masquerade')
  expect(findTerms(glossaries, 'ja', 'ドロップ')).toEqual(['drop'])
})

test('those that are called so come before those that only mention it', () => {
  const found = findTerms(glossaries, 'en', 'node')
  expect(found.slice(0, 2)).toEqual(['node', 'node-pool'])
  expect(found).toContain('masquerade')
})

test('nothing asked finds everything, nonsense nothing', () => {
  expect(findTerms(glossaries, 'ja', '  ')).toEqual(TERMS)
  expect(findTerms(glossaries, 'ja', 'zzz')).toEqual([])
})
