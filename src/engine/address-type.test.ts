import { expect, test } from 'vitest'
import { addressType4, hasAddressType } from './address-type.ts'
import { address, network, node } from './fixtures/sketch.ts'
import { readyNode } from './ready-node.ts'
import type { AddressType } from './rule.ts'

/** As the node of the measurement was: Linux 6.18. */
const measured = () =>
  readyNode(
    node(
      {},
      {
        on: network(
          {
            pod0: ['100.65.0.1/32', 'fd00:65::1/128'],
            pod1: [],
            eth0: ['10.1.1.10/24', '10.1.1.11/24', '10.5.0.10/24', '2001:db8:1::10/64'],
            eth1: ['10.1.2.10/31', '2001:db8:2::10/64', '2001:db8:2::20/127'],
          },
          [
            '0.0.0.0/0 via 10.1.1.1 dev eth0',
            '2001:db8::/32 via 2001:db8:1::1 dev eth0',
            '::/96 dev eth0',
            '::ffff:0:0/96 dev eth0',
            'fe80::/64 dev pod0',
            'ff00::/8 dev pod0',
          ],
        ),
      },
    ),
  )

test.each([
  ['8.8.8.8', 'UNICAST'],
  ['10.1.1.10', 'LOCAL'],
  ['10.1.1.11', 'LOCAL'],
  ['100.65.0.1', 'LOCAL'],
  ['10.1.1.255', 'BROADCAST'],
  ['10.5.0.255', 'BROADCAST'],
  ['10.1.1.0', 'UNICAST'],
  ['10.1.1.77', 'UNICAST'],
  ['10.1.2.11', 'UNICAST'],
  ['255.255.255.255', 'BROADCAST'],
  ['255.255.255.254', 'UNICAST'],
  ['224.0.0.5', 'MULTICAST'],
  ['239.255.255.255', 'MULTICAST'],
  ['223.255.255.255', 'UNICAST'],
  ['240.0.0.0', 'UNICAST'],
  ['0.0.0.0', 'BROADCAST'],
  ['0.0.0.1', 'UNICAST'],
  ['127.0.0.9', 'LOCAL'],
  ['127.255.255.255', 'BROADCAST'],
  ['128.0.0.0', 'UNICAST'],
] as const)('%s is %s', (text, type) => {
  expect(addressType4(measured(), address(text), null)).toBe(type)
})

test.each([
  ['10.1.1.10', 'eth0', 'LOCAL'],
  ['10.1.1.10', 'pod0', 'UNICAST'],
  ['10.1.1.255', 'pod0', 'UNICAST'],
  ['127.0.0.9', 'pod0', 'UNICAST'],
  ['255.255.255.255', 'pod0', 'BROADCAST'],
  ['224.0.0.5', 'pod0', 'MULTICAST'],
] as const)('%s as seen by %2$s alone is %3$s', (text, dev, type) => {
  expect(addressType4(measured(), address(text), dev)).toBe(type)
})

test('an IPv4 address is asked for any of several types', () => {
  const asked = (types: readonly AddressType[]) =>
    hasAddressType(measured(), address('10.1.1.10'), types, null)
  expect(asked(['MULTICAST', 'LOCAL'])).toBe(true)
  expect(asked(['MULTICAST', 'UNICAST'])).toBe(false)
})

const SIX: readonly AddressType[] = [
  'UNSPEC',
  'UNICAST',
  'LOCAL',
  'ANYCAST',
  'MULTICAST',
  'UNREACHABLE',
]

test.each([
  ['2001:db8:99::1', ['UNICAST']],
  ['2001:db8:1::10', ['UNICAST', 'LOCAL']],
  ['2001:db8:1::', ['UNICAST', 'ANYCAST']],
  ['2001:db8:2::20', ['UNICAST', 'LOCAL']],
  ['2001:db8:2::', ['UNICAST', 'ANYCAST']],
  ['fd00:65::1', ['UNICAST', 'LOCAL']],
  ['ff02::1', ['MULTICAST']],
  ['fe80::1', ['UNICAST']],
  ['3000::1', ['UNICAST', 'UNREACHABLE']],
  ['::ffff:1.2.3.4', []],
  ['::102:304', ['UNICAST']],
  ['::', ['UNSPEC']],
] as const)('%s is each of %j', (text, types) => {
  expect(SIX.filter((type) => hasAddressType(measured(), address(text), [type], null))).toEqual(
    types,
  )
})

test.each([
  ['2001:db8:1::10', ['LOCAL', 'UNICAST'], true],
  ['2001:db8:99::1', ['LOCAL', 'UNICAST'], false],
  ['2001:db8:1::10', ['LOCAL', 'ANYCAST'], true],
  ['2001:db8:1::', ['LOCAL', 'ANYCAST'], true],
  ['2001:db8:99::1', ['LOCAL', 'ANYCAST'], false],
  ['ff02::1', ['MULTICAST', 'UNICAST'], false],
  ['2001:db8:1::10', ['MULTICAST', 'LOCAL'], false],
] as const)(
  '%s is of IPv6 types %j together: %s, for those of the address all must hold, of the routed ones one',
  (text, types, expected) => {
    expect(hasAddressType(measured(), address(text), types, null)).toBe(expected)
  },
)

test('an IPv6 address is local to an interface only where it is one of its own', () => {
  const local = (dev: string) => hasAddressType(measured(), address('fd00:65::1'), ['LOCAL'], dev)
  expect(local('pod0')).toBe(true)
  expect(local('eth0')).toBe(false)
  expect(hasAddressType(measured(), address('fd00:65::2'), ['LOCAL'], 'pod0')).toBe(false)
})
