import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { expect, test } from 'vitest'
import { formatIpv6, parseIpv6 } from './ipv6-text.ts'

const bytes = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 })), {
  minLength: 16,
  maxLength: 16,
})

/** Many of these are addresses, and as many only look like one. */
const nearly = fc
  .array(
    fc.constantFrom('0', '1', 'ab', 'F00d', '12345', ':', ':', ':', '::', '::', 'g', '%', ' '),
    {
      maxLength: 18,
    },
  )
  .map((parts) => parts.join(''))

const judged = (text: string): readonly number[] | null =>
  !text.includes('%') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toByteArray() : null

test('An address is written as ipaddr.js writes it, and read back', () => {
  fc.assert(
    fc.property(bytes, (address) => {
      const text = formatIpv6(address)
      expect(text).toBe(new ipaddr.IPv6(address).toRFC5952String())
      expect(parseIpv6(text)).toEqual(address)
    }),
    { numRuns: 2000 },
  )
})

test('A text without dots is read, or refused, as ipaddr.js does', () => {
  fc.assert(
    fc.property(nearly, (text) => {
      expect(parseIpv6(text)).toEqual(judged(text))
    }),
    { numRuns: 5000 },
  )
})

test.each([
  ['::ffff:10.0.0.1', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 0, 0, 1]],
  ['64:ff9b::192.0.2.33', [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 192, 0, 2, 33]],
  ['1:2:3:4:5:6:7.8.9.10', [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 7, 8, 9, 10]],
])('The last 32 bits of %s are written as IPv4', (text, expected) => {
  expect(parseIpv6(text)).toEqual(expected)
  expect(judged(text)).toEqual(expected)
})

test.each(['::10.0.0.256', '::ffff:10.0.0', '10.0.0.1::', '::010.0.0.1', '::10.0.0.1.'])(
  '%s is no address',
  (text) => {
    expect(parseIpv6(text)).toBeNull()
  },
)
