import { expect, test } from 'vitest'
import { builtinsEn } from '../../i18n/builtins.en.ts'
import { builtinsKo } from '../../i18n/builtins.ko.ts'
import { ranked } from './rank.ts'

const labels = (query: string, ...items: readonly string[]) =>
  ranked(
    items.map((label) => ({ label })),
    query,
  ).map(({ label }) => label)

test('nothing typed leaves everything in its order', () => {
  expect(labels(' ', 'b', 'a')).toEqual(['b', 'a'])
})

test('what begins with the word comes before what only contains it', () => {
  expect(labels('nat', 'alternate', 'Cloud NAT', 'NAT')).toEqual(['NAT', 'Cloud NAT', 'alternate'])
})

test('every word has to be found, in any order', () => {
  expect(labels('nat cloud', 'Cloud NAT', 'Cloud', 'NAT')).toEqual(['Cloud NAT'])
})

test('beginnings of words find it, and a letter left out does not hide it', () => {
  expect(labels('cmap', 'ConfigMap', 'Calico')).toEqual(['ConfigMap'])
  expect(labels('sfix', 'Speed', 'Show fixes')).toEqual(['Show fixes'])
  expect(labels('firwall', 'Firewall', 'Far')).toEqual(['Firewall'])
  expect(labels('xyz', 'Firewall')).toEqual([])
})

test('letters that are only somewhere in it do not find it', () => {
  expect(labels('tea', 'The great tapestry')).toEqual([])
})

test('Korean is found while a syllable is being typed, and by its first sounds', () => {
  for (const query of ['방화벽', '방화ㅂ', '방홥', 'ㅂㅎㅂ']) {
    expect(labels(query, '노드', '방화벽'), query).toEqual(['방화벽'])
  }
})

test('katakana is found by hiragana, full width by half width', () => {
  expect(labels('てーま', 'テーマ: ライト', '言語')).toEqual(['テーマ: ライト'])
  expect(labels('ＳＮＡＴ', 'デフォルト SNAT')).toEqual(['デフォルト SNAT'])
  expect(labels('ﾃｰﾏ', 'テーマ')).toEqual(['テーマ'])
})

test('accents and case make no difference', () => {
  expect(labels('uber', 'Über', 'Unter')).toEqual(['Über'])
})

test('other words find it too, after those that are called so', () => {
  const items = [
    { label: '노드', also: 'firewall' },
    { label: 'firewall-1', also: '' },
  ]
  expect(ranked(items, 'firewall').map(({ label }) => label)).toEqual(['firewall-1', '노드'])
})

test.each(Object.keys(builtinsEn.titles) as (keyof typeof builtinsEn.titles)[])(
  'the scenario %s is the first that its English and its Korean title find',
  (name) => {
    const items = (Object.keys(builtinsKo.titles) as (typeof name)[]).map((each) => ({
      label: builtinsKo.titles[each],
      also: builtinsEn.titles[each],
      name: each,
    }))
    expect(ranked(items, builtinsEn.titles[name])[0]?.name).toBe(name)
    expect(ranked(items, builtinsKo.titles[name])[0]?.name).toBe(name)
  },
)
