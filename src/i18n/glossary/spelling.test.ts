/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glossaryEn } from './glossary.en.ts'
import { glossaryJa } from './glossary.ja.ts'
import { glossaryKo } from './glossary.ko.ts'
import { TERMS } from './glossary.ts'
import { OTHER_SPELLINGS } from './other-spellings.ts'

const src = join(import.meta.dirname, '../..')
const terms = { en: glossaryEn.terms, ko: glossaryKo.terms, ja: glossaryJa.terms }

/** Words of the page itself that had two spellings once: one each. */
const OF_THE_PAGE = {
  ko: [
    '지도로',
    '지도를',
    '지도에',
    '네트워크 지도',
    '상대편',
    '상대 쪽',
    '쿠버네티스',
    '엔트리',
    '수정안',
    '하십시오',
  ],
  ja: [
    '地図',
    '確定不可',
    '修正案',
    'エディター',
    'エントリー',
    'カウンター',
    'コネクション',
    'ファイアウォールルール',
    '既定',
    'ノードイメージ',
    'Egress Gateway',
    'ユーザ ',
    'サーバ ',
    'インタフェース',
    '一つ',
    '二つ',
  ],
} as const

/** What holds a forbidden word and is another one. */
const ANOTHER_WORD = /플로팅/g

/** To a manager one speaks without the terms, and in a formal letter formally. */
const catalogues = (language: 'ko' | 'ja') =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`.${language}.ts`) && !path.includes('levels/manager'))
    .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }))

function linesWith(language: 'ko' | 'ja', spellings: readonly string[]): readonly string[] {
  return catalogues(language).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => {
      const said = line.replaceAll(ANOTHER_WORD, '')
      const wrong = spellings.find((each) => said.includes(each))
      return wrong === undefined ? [] : [`${path}:${i + 1} ${wrong}`]
    }),
  )
}

describe.each(['ko', 'ja'] as const)('in every catalogue in %s', (language) => {
  test('a term is written as the glossary has it, and no other way', () => {
    expect(catalogues(language).length).toBeGreaterThan(35)
    expect(linesWith(language, Object.values(OTHER_SPELLINGS[language]).flat())).toEqual([])
  })

  test('a thing of the page has one name', () => {
    expect(linesWith(language, OF_THE_PAGE[language])).toEqual([])
  })
})

test('Japanese stands apart from Latin letters and figures, and has no wide ones', () => {
  const wrong = catalogues('ja').flatMap(({ path, text }) =>
    [...text.matchAll(/['`]([^'`\n]*[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}][^'`\n]*)['`]/gu)]
      .map(([, said = '']) => said.replaceAll(/\$\{[^}]*\}/g, ''))
      .filter((said) =>
        /[０-９Ａ-Ｚａ-ｚ：？！]|[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}][A-Za-z0-9]|[A-Za-z0-9][\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(
          said,
        ),
      )
      .map((said) => `${path} ${said}`),
  )
  expect(wrong).toEqual([])
})

test('the other spellings of a term are not its own, nor those of another term', () => {
  for (const [language, spellings] of Object.entries(OTHER_SPELLINGS)) {
    const own = TERMS.map((id) => terms[language as keyof typeof terms][id].term)
    for (const spelling of Object.values(spellings).flat()) expect(own).not.toContain(spelling)
  }
})

test('masquerade is spelled as Google’s own pages spell it, and non-masquerade with the same stem', () => {
  const { en, ko, ja } = terms
  expect([en, ko, ja].map((each) => each.masquerade.term)).toEqual([
    'masquerade',
    '매스커레이드',
    'マスカレード',
  ])
  for (const each of [en, ko, ja]) {
    expect(each['non-masquerade'].term).toContain(each.masquerade.term)
  }
})
