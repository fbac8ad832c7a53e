import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDuration, parseDuration } from './duration.ts'

test.each<[string, bigint]>([
  ['60s', 60_000_000_000n],
  ['1h30m', 5_400_000_000_000n],
  ['1.5h', 5_400_000_000_000n],
  ['100ms', 100_000_000n],
  ['90µs', 90_000n],
  ['90μs', 90_000n],
  ['0', 0n],
  ['-5s', -5_000_000_000n],
  ['.5s', 500_000_000n],
  ['9223372036854775807ns', 2n ** 63n - 1n],
  ['-9223372036854775808ns', -(2n ** 63n)],
  ['0.3333333333333333333h', 1_200_000_000_000n],
])('%s is %d ns', (text, nanoseconds) => {
  expect(parseDuration(text)).toEqual({ ok: true, value: nanoseconds })
})

test.each([
  ['', 'time: invalid duration ""'],
  ['60', 'time: missing unit in duration "60"'],
  ['1d', 'time: unknown unit "d" in duration "1d"'],
  ['60 s', 'time: unknown unit " s" in duration "60 s"'],
  ['5S', 'time: unknown unit "S" in duration "5S"'],
  [' 60s', 'time: invalid duration " 60s"'],
  ['9223372036854775808ns', 'time: invalid duration "9223372036854775808ns"'],
  ['--5s', 'time: invalid duration "--5s"'],
  ['.s', 'time: invalid duration ".s"'],
  ['5"s', 'time: unknown unit "\\"s" in duration "5\\"s"'],
  ['5é', 'time: unknown unit "\\xc3\\xa9" in duration "5\\xc3\\xa9"'],
])('%j is refused: %s', (text, error) => {
  expect(parseDuration(text)).toEqual({ ok: false, error })
})

test.each<[bigint, string]>([
  [0n, '0s'],
  [60_000_000_000n, '1m0s'],
  [5_400_000_000_000n, '1h30m0s'],
  [500_000_000n, '500ms'],
  [1_500n, '1.5µs'],
  [-1n, '-1ns'],
  [61_250_000_000n, '1m1.25s'],
])('%d ns are printed as %s', (nanoseconds, text) => {
  expect(formatDuration(nanoseconds)).toBe(text)
})

test('a printed duration reads as itself', () => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 52n), 2n ** 52n), (nanoseconds) => {
      expect(parseDuration(formatDuration(nanoseconds))).toEqual({ ok: true, value: nanoseconds })
    }),
  )
})
