/// <reference types="node" />
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha224, sha256 } from './sha2.ts'

const hex = (bytes: readonly number[]): string => Buffer.from(bytes).toString('hex')

test('the published examples', () => {
  const abc = [...Buffer.from('abc')]
  expect(hex(sha224(abc))).toBe('23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7')
  expect(hex(sha256(abc))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

describe.each([
  ['sha224', sha224],
  ['sha256', sha256],
] as const)('%s', (name, digest) => {
  const reference = (bytes: readonly number[]): string =>
    createHash(name).update(Uint8Array.from(bytes)).digest('hex')

  test('every length around the ends of the first three blocks', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Array.from({ length }, (_, at) => (at * 7 + length) & 255)
      expect(hex(digest(bytes)), `${length} bytes`).toBe(reference(bytes))
    }
  })

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(hex(digest([...bytes]))).toBe(reference([...bytes]))
      }),
    )
  })
})
