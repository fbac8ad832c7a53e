import { expect, test } from 'vitest'
import { formatCidr } from '../net/cidr.ts'
import { formatGoAddress, formatGoNetwork, parseGoCidr } from './go-cidr.ts'

test.each([
  ['10.0.0.0/8', '10.0.0.0', '10.0.0.0/8'],
  ['10.1.2.3/24', '10.1.2.3', '10.1.2.0/24'],
  ['10.0.0.0/08', '10.0.0.0', '10.0.0.0/8'],
  ['::ffff:10.0.0.1/104', '10.0.0.1', '10.0.0.0/8'],
  ['::ffff:10.0.0.0/90', '10.0.0.0', '::ffc0:0:0/90'],
  ['fc00::/7', 'fc00::', 'fc00::/7'],
  ['1:2:3:4:5:6:1.2.3.4/96', '1:2:3:4:5:6:102:304', '1:2:3:4:5:6::/96'],
])('%s is the address %s in %s', (text, address, network) => {
  const parsed = parseGoCidr(text)
  if (!parsed.ok) throw new Error(parsed.error)
  expect(formatGoAddress(parsed.value.address)).toBe(address)
  expect(formatGoNetwork(parsed.value.network)).toBe(network)
})

test.each([
  ...['0.0.0.0', '10/8', '10.0.0.0/33', '010.0.0.0/8', '10.0.0.0/8 ', '10.256.0.0/16', '', '/8'],
  ...[
    '10.0.0.0/-1',
    '10.0.0.0/',
    '1::2::3/64',
    'fe80::1%eth0/64',
    '12345::/16',
    ':1::/16',
    '::/129',
  ],
])('%j is refused', (text) => {
  expect(parseGoCidr(text)).toEqual({ ok: false, error: `invalid CIDR address: ${text}` })
})

test('an IPv4 address in IPv6 form keeps its 128 bits and is marked', () => {
  const parsed = parseGoCidr('::ffff:10.0.0.0/104')
  expect(parsed.ok && parsed.value.mapped).toBe(true)
  expect(parsed.ok && formatCidr(parsed.value.network)).toMatch(/\/104$/)
})
