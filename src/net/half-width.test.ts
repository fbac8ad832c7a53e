import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halfWidth } from './half-width.ts'

test.each([
  ['１０．２．１．１００：４４３', '10.2.1.100:443'],
  ['10。2。1。0／24', '10.2.1.0/24'],
  ['［２００１：ｄｂ８：：１］', '[2001:db8::1]'],
  ['10.0.0.0/8、172.16.0.0/12', '10.0.0.0/8,172.16.0.0/12'],
  ['ｎｏｄｅー１', 'node-1'],
  ['\u200b10.2.1.100\u00a0', '10.2.1.100 '],
  ['\u202e10.2.1.100', '10.2.1.100'],
])('%j is meant as %j', (typed, meant) => {
  expect(halfWidth(typed)).toBe(meant)
})

test('what is written in one column already stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(halfWidth(text)).toBe(text)
    }),
  )
})
