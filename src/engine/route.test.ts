import { expect, test } from 'vitest'
import { formatCidr } from '../net/cidr.ts'
import { address, network, node } from './fixtures/sketch.ts'
import { readyNode } from './ready-node.ts'
import { isDroppedOnArrival, type Routing, routeReceived, routeSent } from './route.ts'

/** As the node of the measurement was: Linux 6.18. */
const measured = () =>
  readyNode(
    node(
      {},
      {
        on: network(
          {
            pod0: ['100.65.0.1'],
            eth0: ['10.1.1.10/24', '2001:db8:1::10/64'],
            eth1: ['10.1.2.10/31'],
          },
          [
            '0.0.0.0/0 via 10.1.1.1 dev eth0',
            '10.200.0.0/16 via 10.1.2.11 dev eth1',
            '10.200.7.0/24 via 10.1.1.1 dev eth0',
            '10.200.7.0/24 via 10.1.2.11 dev eth1',
            '10.1.1.0/24 via 10.1.2.11 dev eth1',
            '2001:db8::/32 via 2001:db8:1::1 dev eth0',
          ],
        ),
      },
    ),
  )

const received = (
  dst: string,
  src = dst.includes(':') ? 'fd00:65::50' : '100.65.0.50',
  by = 'pod0',
) => routeReceived(measured(), address(src), address(dst), by)

const told = (routing: Routing): string =>
  routing.kind === 'out'
    ? `${formatCidr(routing.route.to)} ${routing.route.dev} ${routing.route.via ? 'via' : 'on-link'}`
    : routing.kind

test.each([
  ['8.8.8.8', '0.0.0.0/0 eth0 via'],
  ['10.200.1.1', '10.200.0.0/16 eth1 via'],
  ['10.200.7.1', '10.200.7.0/24 eth0 via'],
  ['10.1.1.77', '10.1.1.0/24 eth0 on-link'],
  ['10.1.1.0', '10.1.1.0/24 eth0 on-link'],
  ['10.1.2.11', '10.1.2.10/31 eth1 on-link'],
  ['0.0.0.1', '0.0.0.0/0 eth0 via'],
  ['240.0.0.1', '0.0.0.0/0 eth0 via'],
  ['10.1.1.10', 'local'],
  ['100.65.0.1', 'local'],
  ['10.1.1.255', 'local'],
  ['255.255.255.255', 'local'],
  ['224.0.0.1', 'local'],
  ['224.0.0.5', 'none'],
  ['0.0.0.0', 'none'],
  ['127.0.0.1', 'none'],
  ['2001:db8:99::1', '2001:db8::/32 eth0 via'],
  ['2001:db8:1::10', 'local'],
  ['2001:db8:1::', 'local'],
  ['ff02::1', 'local'],
  ['ff02::2', 'local'],
  ['ff05::2', 'local'],
  ['ff05::1', 'none'],
  ['ff02::5', 'none'],
  ['ff0e::1', 'none'],
  ['ff02:1::1', 'none'],
  ['ff02::1:0:1', 'none'],
  ['3000::1', 'none'],
])('a packet received for %s: %s', (dst, expected) => {
  expect(told(received(dst))).toBe(expected)
})

test.each([
  ['8.8.8.8', '0.0.0.0/0 eth0 via'],
  ['10.1.1.10', 'local'],
  ['127.0.0.1', 'local'],
  ['127.9.9.9', 'local'],
  ['::1', 'local'],
  ['2001:db8:1::', 'local'],
  ['10.1.1.255', '10.1.1.255/32 eth0 on-link'],
  ['224.0.0.5', '0.0.0.0/0 eth0 via'],
  ['3000::1', 'none'],
  ['0.0.0.0', 'local'],
  ['::', 'local'],
  ['ff02::9', 'ff00::/8 pod0 on-link'],
])('a packet that the node sends to %s: %s', (dst, expected) => {
  expect(told(routeSent(measured(), address(dst)))).toBe(expected)
})

test.each([
  ['224.0.0.9', '8.8.8.8', 'none'],
  ['127.0.0.1', '8.8.8.8', 'none'],
  ['127.0.0.1', '10.1.1.10', 'none'],
  ['0.0.0.0', '8.8.8.8', 'none'],
  ['0.0.0.7', '8.8.8.8', '0.0.0.0/0 eth0 via'],
  ['10.1.1.10', '8.8.8.8', 'none'],
  ['10.1.2.10', '8.8.8.8', 'none'],
  ['100.65.0.1', '10.1.1.10', 'none'],
  ['10.1.1.255', '8.8.8.8', '0.0.0.0/0 eth0 via'],
  ['255.255.255.255', '8.8.8.8', 'none'],
  ['240.0.0.1', '8.8.8.8', '0.0.0.0/0 eth0 via'],
  ['255.255.255.255', '255.255.255.255', 'none'],
  ['0.0.0.0', '255.255.255.255', 'local'],
  ['0.0.0.0', '0.0.0.0', 'local'],
  ['100.65.0.50', '0.0.0.0', 'none'],
  ['fe80::99', '2001:db8:99::1', 'none'],
  ['fe80::99', '2001:db8:1::10', 'local'],
  ['::', '2001:db8:99::1', 'none'],
  ['::', '2001:db8:1::10', 'local'],
  ['2001:db8:1::10', '2001:db8:99::1', '2001:db8::/32 eth0 via'],
])('a packet received from %s for %s: %s', (src, dst, expected) => {
  expect(told(received(dst, src))).toBe(expected)
})

test('what is link-local stays on its link', () => {
  expect(told(received('2001:db8:99::1', 'fe80::99', 'eth0'))).toBe('2001:db8::/32 eth0 via')
  const linked = readyNode(
    node({}, { on: network({ eth0: ['fe80::1/64'], eth1: [] }, ['::/0 via fe80::9 dev eth1']) }),
  )
  const ask = (dst: string, by: string) =>
    told(routeReceived(linked, address('2001:db8::1'), address(dst), by))
  expect(ask('fe80::77', 'eth0')).toBe('fe80::/64 eth0 on-link')
  expect(ask('fe80::77', 'eth1')).toBe('::/0 eth1 via')
  expect(ask('fe80::77', 'pod0')).toBe('none')
})

test.each([
  ['::1', '2001:db8::1', true],
  ['2001:db8::1', '::1', true],
  ['ff02::9', '2001:db8::1', true],
  ['2001:db8::1', 'ff00::1', true],
  ['2001:db8::1', 'ff01::1', true],
  ['2001:db8::1', 'ff11::1', true],
  ['2001:db8::1', 'ff02::1', false],
  ['2001:db8::1', 'ff0e::1', false],
  ['2001:db8::1', '2001:db8::2', false],
  ['::', '2001:db8::2', false],
  ['127.0.0.1', '8.8.8.8', false],
  ['8.8.8.8', '127.0.0.1', false],
  ['224.0.0.9', '8.8.8.8', false],
])('from %s to %s is dropped before any hook: %s', (src, dst, expected) => {
  expect(isDroppedOnArrival(address(src), address(dst))).toBe(expected)
})

test('what comes in by lo may stay on the loopback net', () => {
  expect(told(received('127.0.0.1', '127.0.0.1', 'lo'))).toBe('local')
  expect(told(received('::1', '::1', 'lo'))).toBe('local')
})

test('where there is no default route, there may be none', () => {
  const bare = readyNode(node({}, { on: network({ eth0: ['10.1.1.10/24'] }) }))
  expect(told(routeReceived(bare, address('1.1.1.1'), address('8.8.8.8'), 'eth0'))).toBe('none')
  expect(told(routeReceived(bare, address('1.1.1.1'), address('10.1.1.11'), 'eth0'))).toBe(
    '10.1.1.0/24 eth0 on-link',
  )
})
