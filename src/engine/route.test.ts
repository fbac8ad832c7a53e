import { expect, test } from 'vitest'
import { formatCidr } from '../net/cidr.ts'
import { address, network, node } from './fixtures/sketch.ts'
import { readyNode } from './ready-node.ts'
import { type Routing, routeReceived, routeSent } from './route.ts'

/** As the node of the measurement was: Linux 6.18. */
const measured = readyNode(
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
  ['ff02::5', 'none'],
  ['ff0e::1', 'none'],
  ['ff02:1::1', 'none'],
  ['ff02::1:0:1', 'none'],
  ['::1', 'none'],
  ['::', 'none'],
  ['3000::1', 'none'],
])('a packet received for %s: %s', (dst, expected) => {
  expect(told(routeReceived(measured, address(dst), 'pod0'))).toBe(expected)
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
])('a packet that the node sends to %s: %s', (dst, expected) => {
  expect(told(routeSent(measured, address(dst)))).toBe(expected)
})

test('what comes in by lo may stay on the loopback net', () => {
  expect(told(routeReceived(measured, address('127.0.0.1'), 'lo'))).toBe('local')
  expect(told(routeReceived(measured, address('::1'), 'lo'))).toBe('local')
})

test('where there is no default route, there may be none', () => {
  const bare = readyNode(node({}, { on: network({ eth0: ['10.1.1.10/24'] }) }))
  expect(told(routeReceived(bare, address('8.8.8.8'), 'eth0'))).toBe('none')
  expect(told(routeReceived(bare, address('10.1.1.11'), 'eth0'))).toBe('10.1.1.0/24 eth0 on-link')
})
