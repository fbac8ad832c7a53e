import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeBetween } from './change-between.ts'

describe('A text from outside becomes one small edit', () => {
  test('Only what differs is replaced', () => {
    const before = 'a: 1\nmasqLinkLocal: false\nb: 2\n'
    const after = 'a: 1\nmasqLinkLocal: true\nb: 2\n'
    expect(changeBetween(before, after)).toEqual({ from: 20, to: 24, insert: 'tru' })
  })

  test('The kind of line end is no difference', () => {
    expect(changeBetween('a\nb', 'a\r\nb')).toBeNull()
  })

  test('The edit leads from the one to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = changeBetween(before, after) ?? { from: 0, to: 0, insert: '' }
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
      }),
    )
  })
})
