import { expect, test } from 'vitest'
import { formatAddress } from '../net/address.ts'
import type { NodeNetwork } from '../topology/node.ts'
import { address, network } from './fixtures/sketch.ts'
import { masqueradeAddress, redirectAddress } from './source-address.ts'

/** As the node of the measurement was: Linux 6.18. */
const measured = network({
  pod0: ['100.65.0.1/32', 'fd00:65::1/128'],
  pod1: [],
  eth0: [
    '10.1.1.10/24',
    '10.1.1.11/24',
    '10.5.0.10/24',
    '2001:db8:1::10/64',
    '2001:db8:1::11/64',
    'fd00:1::10/64',
  ],
  eth1: ['10.1.2.10/31', '2001:db8:2::10/64', '2001:db8:2::20/127'],
})

const masquerade = (dev: string, nextHop: string, dst = nextHop, on = measured): string | null =>
  text(masqueradeAddress(on, dev, address(nextHop), address(dst)))

const redirect = (dev: string | null, dst: string, on: NodeNetwork = measured): string | null =>
  text(redirectAddress(on, dev, address(dst)))

const text = (found: ReturnType<typeof redirectAddress>): string | null =>
  found && formatAddress(found)

test.each([
  ['eth0', '10.1.1.1', '10.1.1.10'],
  ['eth0', '10.5.0.1', '10.5.0.10'],
  ['eth0', '10.9.9.9', '10.1.1.10'],
  ['eth1', '10.1.2.11', '10.1.2.10'],
  ['pod0', '100.65.0.50', '100.65.0.1'],
])('out of %s to the next hop %s it is %s', (dev, nextHop, expected) => {
  expect(masquerade(dev, nextHop, '8.8.8.8')).toBe(expected)
})

test('an address on the subnet of an earlier one is secondary, and never taken', () => {
  const twice = network({ eth0: ['10.1.1.10/24', '10.1.1.99/24', '10.1.1.99/32'] })
  expect(masquerade('eth0', '10.1.1.99', '8.8.8.8', twice)).toBe('10.1.1.10')
  const other = network({ eth0: ['10.1.1.10/25', '10.1.1.99/24'] })
  expect(masquerade('eth0', '10.1.1.200', '8.8.8.8', other)).toBe('10.1.1.99')
})

test('an address of the other family is passed over, wherever it stands', () => {
  const mixed = network({ eth0: ['2001:db8::1/64', '10.1.1.10/24', '10.5.0.10/24', 'fd00::1/64'] })
  expect(masquerade('eth0', '192.0.2.1', '8.8.8.8', mixed)).toBe('10.1.1.10')
  expect(redirect('eth0', '8.8.8.8', mixed)).toBe('10.1.1.10')
  const other = network({ eth0: ['2001:db8::1/64', '10.1.1.10/24'] })
  expect(redirect('eth0', '2001:db8:99::1', other)).toBe('2001:db8::1')
})

test('an interface without address borrows from the first one that has any, but not from lo', () => {
  expect(masquerade('pod1', '100.65.0.150')).toBe('100.65.0.1')
  expect(masquerade('lo', '10.1.1.10')).toBe('100.65.0.1')
  expect(masquerade('no-such', '10.1.1.10')).toBe('100.65.0.1')
})

test('a node without addresses has none to give', () => {
  expect(masquerade('pod1', '100.65.0.150', '100.65.0.150', network({ pod1: [] }))).toBeNull()
  expect(masquerade('pod1', 'fd00::1', 'fd00::1', network({ pod1: ['10.0.0.1'] }))).toBeNull()
})

test.each([
  ['eth0', '2001:db8:99::1', '2001:db8:1::11'],
  ['eth0', '2001:db8:1::77', '2001:db8:1::11'],
  ['eth0', 'fd00:1::77', 'fd00:1::10'],
  ['eth0', 'fd00:9::1', 'fd00:1::10'],
  ['eth1', '2001:db8:2000::1', '2001:db8:2::20'],
  ['pod0', 'fd00:65::150', 'fd00:65::1'],
  ['pod1', 'fd00:65::150', 'fd00:65::1'],
])('out of %s to %s the IPv6 source is %s', (dev, dst, expected) => {
  expect(masquerade(dev, dst)).toBe(expected)
})

test.each([
  [
    'a global address is nearer to a global destination',
    ['fe80::1/64', '2001:db8::1/64'],
    '3000::1',
    '2001:db8::1',
  ],
  [
    'a link-local one to a link-local destination',
    ['2001:db8::1/64', 'fe80::1/64'],
    'fe80::9',
    'fe80::1',
  ],
  [
    'a near prefix of another scope is worse',
    ['2001:db8::1/64', 'fe80::1/64'],
    'fec0::9',
    '2001:db8::1',
  ],
  ['even a near prefix of the link', ['fe80::1/4', 'fe00::1/64'], 'febf::9', 'fe80::1'],
  ['the label comes before the prefix', ['3000::1/64', 'fdff::1/64'], 'fe00::1', '3000::1'],
  ['site-local has a label', ['2003::1/64', 'fec0::1/64'], 'fe00::1', '2003::1'],
  ['2002::/16 has one', ['3000::1/64', '2002::1/64'], '2003::1', '3000::1'],
  ['6bone has one', ['2003::1/64', '3ffe::1/64'], '3fff::1', '2003::1'],
  ['ORCHID has one', ['3000::1/64', '2001:1f::1/64'], '2001:20::1', '3000::1'],
  ['Teredo has one', ['3000::1/64', '2001:0:ffff::1/64'], '2001:1::1', '3000::1'],
  ['two labels are not alike', ['fc00::1/64', '2003::1/64'], '2002::1', '2003::1'],
  ['of one label the nearer', ['fc00::1/64', 'fdff::1/64', '2003::1/64'], 'fdfe::1', 'fdff::1'],
  ['all of it at best', ['2003::9/128', '2003::1/128'], '2003::9', '2003::9'],
  [
    'the longer prefix in common wins',
    ['2003:1::1/64', '2003:2::1/64'],
    '2003:1:ffff::1',
    '2003:1::1',
  ],
  [
    'but no longer than its own',
    ['2003::ffff/16', '2003:8000::1/64'],
    '2003::fffe',
    '2003:8000::1',
  ],
])('%s', (_, addresses, dst, expected) => {
  expect(masquerade('eth0', dst, dst, network({ eth0: addresses }))).toBe(expected)
})

test('the address of the interface comes before the longer prefix, and no link lends its own', () => {
  const two = network({ eth0: ['2001:db8:1::1/64'], eth1: ['3000::1/64', 'fe80::1/64'] })
  expect(masquerade('eth0', '3000::9', '3000::9', two)).toBe('2001:db8:1::1')
  expect(masquerade('eth0', 'fe80::9', 'fe80::9', two)).toBe('2001:db8:1::1')
})

test('REDIRECT takes the first IPv4 address of the interface, and loopback for a local process', () => {
  expect(redirect('eth0', '8.8.8.8')).toBe('10.1.1.10')
  expect(redirect('pod1', '8.8.8.8')).toBeNull()
  expect(redirect(null, '8.8.8.8')).toBe('127.0.0.1')
  expect(redirect(null, '2001:db8:99::1')).toBe('::1')
})

test('REDIRECT takes the newest IPv6 address, link-local for link-local', () => {
  const both = network({ eth0: ['10.1.1.10/24', 'fe80::1/64', '2001:db8::1/64', '2001:db8::2/64'] })
  expect(redirect('eth0', '2001:db8:99::1', both)).toBe('2001:db8::2')
  expect(redirect('eth0', 'fe80::9', both)).toBe('fe80::1')
  const linked = network({ eth0: ['fe80::1/64'], eth1: ['2001:db8::1/64'] })
  expect(redirect('eth0', '2001:db8:99::1', linked)).toBe('fe80::1')
  expect(redirect('eth1', 'fe80::9', linked)).toBeNull()
})

test.each([
  ['ff02::1', 'fe80::7'],
  ['ff12::1', 'fe80::7'],
  ['fe80::1', 'fe80::7'],
  ['ff05::2', null],
  ['ff01::1', null],
  ['ff0e::1', '2001:db8::7'],
  ['ff08::1', '2001:db8::7'],
  ['2001:db8:9::1', '2001:db8::7'],
])('REDIRECT of a packet to %s keeps to the scope that was asked for', (dst, expected) => {
  expect(redirect('eth0', dst, network({ eth0: ['2001:db8::7/64', 'fe80::7/64'] }))).toBe(expected)
})

test('REDIRECT without an address of the scope asked for has none to give', () => {
  expect(redirect('eth0', 'ff02::1')).toBeNull()
  expect(redirect('eth0', 'fe80::1')).toBeNull()
  expect(redirect('eth0', '2001:db8::1', network({ eth0: ['fe80::7/64'] }))).toBe('fe80::7')
})
