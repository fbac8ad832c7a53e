import { describe, expect, test } from 'vitest'
import type { Reason } from '../../engine/reason.ts'
import { MORE_REASONS, REASONS } from '../fixtures/sample-reasons.ts'
import { LANGUAGES, type Language } from '../language.ts'
import { loadCatalogue } from '../load-catalogue.ts'
import { loadCatalogueAt } from '../load-level.ts'
import { type Messages, reasonSentence } from '../messages.ts'
import { type Chip, plain, type Sentence } from '../sentence.ts'
import { LEVELS, type Level } from './level.ts'

const ALL: readonly Reason[] = [...Object.values(REASONS), ...MORE_REASONS]
const SPOKEN = LEVELS.flatMap((level) => LANGUAGES.map((language) => [level, language] as const))
const chips = (sentence: Sentence) =>
  sentence
    .filter((part): part is Chip => typeof part !== 'string')
    .map(({ kind, text }) => `${kind} ${text}`)
    .toSorted()

const OUTCOMES = (['pod', 'node', 'nat', 'link-local', 'far'] as const).flatMap((owner) =>
  ([null, 'time-out', 'reset'] as const).map((symptom) => ({
    kind: 'dropped' as const,
    lostOn: 'forward' as const,
    symptom,
    missing: [],
    source: 'kept' as const,
    seenAs: { address: '100.65.0.50', owner },
    by: 'firewall:fw',
    reason: REASONS['dropped-far-firewall'],
    because: REASONS['kept-default-range'],
  })),
)
const summaries = ({ ui }: Messages): readonly Sentence[] =>
  Object.values(ui.shell.summary).flatMap((say) => OUTCOMES.map((outcome) => say(outcome)))

describe.each(SPOKEN)('At the level %s in %s', (level, language) => {
  test('every code has a sentence, with the chips of the English one and no hole', async () => {
    const messages = await loadCatalogueAt(language, level)
    const english = await loadCatalogueAt('en', level)
    for (const reason of ALL) {
      const said = reasonSentence(messages, reason)
      expect(plain(said).length, reason.code).toBeGreaterThan(8)
      expect(plain(said), reason.code).not.toMatch(
        /undefined|null\b|NaN|\[object| {2}|은\(는\)|을\(를\)|이\(가\)|\(으\)로/,
      )
      expect(chips(said), reason.code).toEqual(chips(reasonSentence(english, reason)))
    }
    expect(Object.keys(messages.reasons).toSorted()).toEqual(Object.keys(REASONS).toSorted())
  })

  test('what became of the packet is said for every owner and symptom', async () => {
    const messages = await loadCatalogueAt(language, level)
    for (const sentence of summaries(messages)) {
      expect(plain(sentence)).toContain('100.65.0.50')
      expect(plain(sentence)).not.toMatch(/undefined| {2}|\(가\)|\(는\)/)
    }
  })
})

/** What an engineer would say, and nobody else understands. */
const JARGON =
  /\bSNAT|\bNAT\b|iptables|conntrack|MASQUERADE|RETURN|POSTROUTING|\bVPC\b|eBPF|CIDR|\/\d{1,2}\b|packet|chain\b|\bport\b|netfilter|패킷|체인|매스커레이드|포트|경로|パケット|チェーン|マスカレード|ポート|経路/i

test.each(LANGUAGES)('a manager reads no jargon in %s', async (language) => {
  const manager = await loadCatalogueAt(language, 'manager')
  const own = (sentence: Sentence) => sentence.filter((part) => typeof part === 'string').join('')
  for (const reason of ALL) expect(own(reasonSentence(manager, reason))).not.toMatch(JARGON)
  for (const sentence of summaries(manager)) expect(own(sentence)).not.toMatch(JARGON)
})

test.each(LANGUAGES)(
  'the kernel’s level adds to what is said to engineers in %s',
  async (language) => {
    const [engineer, kernel] = await both(language, 'engineer', 'kernel')
    for (const reason of ALL) {
      const before = plain(reasonSentence(engineer, reason))
      const after = plain(reasonSentence(kernel, reason))
      expect(after.startsWith(before)).toBe(true)
      expect(after.length).toBeGreaterThan(before.length + 10)
    }
  },
)

const both = (language: Language, ...levels: readonly [Level, Level]) =>
  Promise.all([loadCatalogueAt(language, levels[0]), loadCatalogueAt(language, levels[1])])

test('what happens at a place without a kernel is not told as if it had one', async () => {
  const kernel = await loadCatalogueAt('en', 'kernel')
  const noRoute = (at: string) =>
    plain(reasonSentence(kernel, { code: 'dropped-no-route', at, dst: '8.8.8.8' }))
  expect(noRoute('node:node-1')).toContain('fib_lookup()')
  expect(noRoute('vpc:vpc')).toContain('outside the kernels')
})

test('the same level of a language is the same catalogue, and an engineer’s is the language’s own', async () => {
  expect(await loadCatalogueAt('ko', 'manager')).toBe(await loadCatalogueAt('ko', 'manager'))
  expect(await loadCatalogueAt('ja', 'engineer')).toBe(await loadCatalogue('ja'))
})
