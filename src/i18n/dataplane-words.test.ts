import { describe, expect, test } from 'vitest'
import { DATAPLANE_IDS, loadDataplane } from '../dataplanes/registry.ts'
import type { DataplaneWords } from '../dataplanes/words.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import {
  agentSentence,
  assumptionSentence,
  noteSentence,
  originSentence,
  refuserSentence,
  settingText,
  writerName,
} from './messages.ts'
import { plain } from './sentence.ts'
import { paramsOf } from './template.ts'

/** Every text of a dataplane's words, by its path. */
function texts(value: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = `${path}/${key}`
    if (typeof inner === 'string') return [[here, inner] as const]
    return typeof inner === 'object' && inner !== null ? texts(inner, here) : []
  })
}

const NAMES = new Set(['/name'])
const quoted = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, code]) => code).toSorted()

describe.each(DATAPLANE_IDS)('The words of %s', async (id) => {
  const { words, settings } = await loadDataplane(id)
  const [english, korean, japanese] = await Promise.all([words.en(), words.ko(), words.ja()])

  test.each([
    ['ko', korean],
    ['ja', japanese],
  ])('name the same codes, parameters and tools in %s', (_, other: DataplaneWords) => {
    const theirs = new Map(texts(other))
    expect([...theirs.keys()].toSorted()).toEqual(
      texts(english)
        .map(([path]) => path)
        .toSorted(),
    )
    for (const [path, text] of texts(english)) {
      expect(paramsOf(theirs.get(path) ?? ''), path).toEqual(paramsOf(text))
      expect(quoted(theirs.get(path) ?? ''), path).toEqual(quoted(text))
    }
  })

  test.each([
    [ko, korean],
    [ja, japanese],
    [en, english],
  ])('are filled without a gap, a stray backtick or an open particle in %#', (messages, own) => {
    for (const [path, text] of texts(own)) {
      const params = Object.fromEntries(paramsOf(text).map((name) => [name, '10.0.0.0/8']))
      const said = plain(messages.fill(text, params))
      expect(said, path).toMatch(/\S/)
      expect(said, path).not.toMatch(/[`{}]|undefined|은\(는\)|을\(를\)|이\(가\)|과\(와\)|\(으\)로/)
    }
  })

  test.each([
    [korean, /[가-힣]/],
    [japanese, /[぀-ヿ一-鿿]/],
  ])('are no English in %#', (own, script) => {
    const long = texts(own).filter(([path, text]) => !NAMES.has(path) && / .* .* /.test(text))
    for (const [path, text] of long) expect(text, path).toMatch(script)
  })

  test('name every setting', () => {
    for (const { key } of settings) expect(english.settings).toHaveProperty([key])
  })
})

test('a code from across the worker finds its sentence, a strange one finds none', async () => {
  const { words } = await loadDataplane('gke-standard')
  const [own, japanese] = await Promise.all([words.en(), words.ja()])
  expect(plain(originSentence(en, own, 'agent-configured-range', 12) ?? [])).toContain('line 12')
  expect(plain(originSentence(en, own, 'agent-configured-range', null) ?? [])).not.toContain('line')
  expect(originSentence(en, own, 'constructor', 1)).toBeNull()
  expect(plain(agentSentence(en, own, 'absent-flag') ?? [])).toContain('default SNAT is off')
  expect(agentSentence(en, own, 'toString')).toBeNull()
  expect(writerName(japanese, 'bootstrap')).toBe('ノードの起動処理')
  expect(writerName(own, 'somebody')).toBe('somebody')
})

describe('Without words of its own', () => {
  test('a dataplane shows its codes', () => {
    const note = { code: 'strange', line: 3, params: {} }
    expect(noteSentence(en, null, note)).toEqual(['strange'])
    expect(refuserSentence(en, null, 'felix')).toEqual(['felix'])
    expect(settingText(en, null, 'nat-outgoing')).toEqual({ label: 'nat-outgoing', help: [] })
    expect(originSentence(en, null, 'jump', null)).toBeNull()
  })

  test('what the page itself can say is said', () => {
    const { config, assumptions } = ko
    expect(refuserSentence(ko, null, 'kubectl')).toEqual(config.refusedBy.kubectl)
    expect(assumptionSentence(ko, null, { code: 'internet-answers' })).toEqual(
      assumptions['internet-answers']({ code: 'internet-answers' }),
    )
  })
})
