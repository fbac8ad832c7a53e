/// <reference types="node" />
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha224 } from '../sha2.ts'

const hex = (bytes: readonly number[]): string => Buffer.from(bytes).toString('hex')
const reference = (bytes: readonly number[]): string =>
  createHash('sha224').update(Uint8Array.from(bytes)).digest('hex')

test('the published example', () => {
  expect(hex(sha224([...Buffer.from('abc')]))).toBe(
    '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7',
  )
})

test('every length around the ends of the first three blocks', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Array.from({ length }, (_, at) => (at * 7 + length) & 255)
    expect(hex(sha224(bytes)), `${length} bytes`).toBe(reference(bytes))
  }
})

test('any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(hex(sha224([...bytes]))).toBe(reference([...bytes]))
    }),
  )
})
