import { expect, test } from 'vitest'
import { readYaml, readYamlOrJson } from './read-yaml-or-json.ts'

const errorOf = (text: string): string | null => {
  const read = readYamlOrJson(text)
  return read.ok ? null : read.error.text
}
const nested = (open: string, depth: number, close: string): string =>
  open.repeat(depth) + close.repeat(depth)

/** Every expected text below was given by Go 1.19.8 with go-yaml v2.4.0 for the same input. */
test.each<[string, string, string | null]>([
  ['10,000 brackets', nested('[', 10_000, ']'), null],
  ['10,001 brackets', nested('[', 10_001, ']'), 'yaml: exceeded max depth of 10000'],
  ['brackets that are never closed', '['.repeat(50_000), 'yaml: exceeded max depth of 10000'],
  ['10,000 block sequences in one line', `${'- '.repeat(10_000)}x`, null],
  ['10,001 of them', `${'- '.repeat(10_001)}x`, 'yaml: exceeded max depth of 10000'],
  [
    'blocks and brackets that are too deep together',
    `${'- '.repeat(9_999)}${nested('[', 9_000, ']')}`,
    "invalid character '[' exceeded max depth",
  ],
  ['9,999 arrays in a JSON object', `{"a":${nested('[', 9_999, ']')}}`, null],
  [
    '10,000 of them',
    `{"a":${nested('[', 10_000, ']')}}`,
    "invalid character '[' exceeded max depth",
  ],
  ['a key of 1,023 letters', `${'k'.repeat(1_023)}: v`, null],
  [
    'a key of 1,030 letters',
    `${'k'.repeat(1_030)}: v`,
    'yaml: mapping values are not allowed in this context',
  ],
])('%s', (_, text, error) => {
  expect(errorOf(text)).toBe(error)
})

test('a bomb of aliases is refused', () => {
  const levels = [...'bcdefghi'].map(
    (name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`,
  )
  const bomb = `a: &a [${Array(9).fill('lol')}]\n${levels.join('\n')}`
  expect(errorOf(bomb)).toBe('yaml: document contains excessive aliasing')
})

test('many aliases of something small are none', () => {
  expect(errorOf(`x: &a [1, 2, 3]\ny: [${'*a,'.repeat(3_000)}]`)).toBeNull()
})

test('a control character is refused with the 512 bytes that hold it, before anything in them', () => {
  const early = `a: b: c\n${'x'.repeat(400)}\x01`
  const late = `a: b: c\n${'x'.repeat(600)}\x01`
  expect(errorOf(early)).toBe('yaml: control characters are not allowed')
  expect(errorOf(late)).toBe('yaml: mapping values are not allowed in this context')
})

test('half of a surrogate pair counts as the replacement character that a file would hold', () => {
  const read = readYaml('a: \ud800')
  expect(read.ok && read.value.root.value).toMatchObject({
    members: [{ key: 'a', at: { value: { kind: 'string', value: '\ufffd' } } }],
  })
})
