import { expect, test } from 'vitest'
import { param } from './param.ts'

const quoted = (text: string) => param({ params: { text } }, 'text')

test('what nobody can see in a quotation stands there by its number', () => {
  expect(quoted('iptables\u00a0-t')).toBe('iptablesU+00A0-t')
  expect(quoted('\u202e8/0.0.0.01')).toBe('U+202E8/0.0.0.01')
  expect(quoted('\ufeffa\u0000\u{e0001}')).toBe('U+FEFFaU+0000U+E0001')
})

test('what can be seen stays as it is', () => {
  for (const text of ['a b\n\tc', '가 나', '👨‍👩‍👧', '“–”', '']) expect(quoted(text)).toBe(text)
})

test('a long one is cut, and one that is not there is empty', () => {
  expect(quoted('x'.repeat(10_000))).toHaveLength(161)
  expect(param({ params: {} }, 'text')).toBe('')
})
