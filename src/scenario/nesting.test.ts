import { expect, test } from 'vitest'
import { readScenario } from './read-scenario.ts'
import { readFragment } from './studio/fragment/read-fragment.ts'

const HEAD = 'apiVersion: snat-playground/v1\nkind: Scenario\nmetadata:\n  name: deep\n'

const stairs = (deep: number): string =>
  Array.from({ length: deep }, (_, i) => `${' '.repeat(i)}a:\n`).join('')

const DEEP = {
  'lists in one line': [`pods: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, 5, 106],
  'lists without an end': [`pods: ${'['.repeat(20_000)}\n`, 5, 106],
  'maps in one line': [`pods: ${'{a: '.repeat(3000)}${'}'.repeat(3000)}\n`, 5, 403],
  'dashes in one line': [`pods:\n- ${'- '.repeat(20_000)}a\n`, 6, 199],
  'maps, each on a line of its own': [stairs(1200), 105, 102],
} as const

test.each(Object.entries(DEEP))(
  '%s: where it becomes too deep is told, and nothing of a stack',
  (_, [text, line, column]) => {
    const issue = { code: 'too-deep', path: '', line, column, params: { limit: '100' } }
    expect(readScenario(HEAD + text)).toEqual({ ok: false, error: [issue] })
    expect(readScenario(`a: 1\n---\n${HEAD}${text}`)).toMatchObject({
      error: [{ line: line + 2, column }],
    })
    expect(readFragment(HEAD + text)).toEqual({ ok: false, error: issue })
    expect(readFragment(text)).toMatchObject({ error: { code: 'too-deep', line: line - 4 } })
  },
)

test('what nests as deep as may be is told for what is wrong with it', () => {
  const text = `pods: ${'['.repeat(99)}${']'.repeat(99)}\n`
  expect(readScenario(HEAD + text)).toMatchObject({ error: [{ code: 'missing-field' }, {}, {}] })
  expect(readFragment(`${HEAD}pods: ['\n`)).toMatchObject({ error: { code: 'not-yaml' } })
})

test('text in a block, however it looks, nests nothing', () => {
  const draft = `draft:\n  manifests: |\n    a: ${'['.repeat(500)}\n`
  expect(readScenario(HEAD + draft)).toMatchObject({ ok: true })
})
