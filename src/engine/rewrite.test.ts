import { describe, expect, test } from 'vitest'
import type { Packet } from '../net/packet.ts'
import { PROTOCOLS } from '../net/protocol.ts'
import {
  address,
  dnat,
  fromPod,
  MASQUERADE,
  mark,
  masked,
  node,
  ofNode,
  packet,
  REDIRECT,
  rule,
  snat,
  tell,
} from './fixtures/sketch.ts'
import type { Arrival } from './node.ts'
import { passNode } from './pass-node.ts'
import type { Hook, Target } from './rule.ts'

/** What becomes of a packet where the one rule of a hook has this target. */
function through(hook: Hook, target: Target, sent: Packet, arrival: Arrival = fromPod): string {
  const chains = { [hook]: [rule({}, target)] }
  const [{ passage }] = passNode(node(chains, { six: chains }), sent, arrival)
  return tell(passage)
}

const tcp = packet('100.65.0.50 > 8.8.8.8')
const echo = packet('100.65.0.50 > 8.8.8.8', { protocol: PROTOCOLS.icmp, sport: 7, dport: 0 })
const esp = packet('100.65.0.50 > 8.8.8.8', { protocol: 50, sport: 0, dport: 0 })
const from = (sport: number): Packet => ({ ...tcp, sport })

describe('the source port', () => {
  const random: Target = { kind: 'masquerade', random: true, fullyRandom: false }
  const fully: Target = { kind: 'masquerade', random: false, fullyRandom: true }
  const ports = (lo: number, hi: number): Target => ({
    ...random,
    random: false,
    ports: { lo, hi },
  })

  test.each([
    [MASQUERADE, 53, '53'],
    [random, 53, '1-511'],
    [fully, 0, '1-511'],
    [fully, 511, '1-511'],
    [fully, 512, '600-1023'],
    [fully, 1023, '600-1023'],
    [random, 1024, '1024-65535'],
    [ports(5000, 6000), 40000, '5000-6000'],
    [ports(5000, 6000), 5000, '5000'],
    [ports(5000, 6000), 5500, '5500'],
    [ports(5000, 6000), 6000, '6000'],
    [ports(5000, 6000), 4999, '5000-6000'],
    [ports(5000, 6000), 6001, '5000-6000'],
    [ports(5000, 5000), 40000, '5000'],
    [{ ...ports(5000, 6000), random: true }, 5500, '5000-6000'],
  ] as const)('%j: %i becomes %s', (target, sport, expected) => {
    expect(through('POSTROUTING', target, from(sport))).toBe(
      `10.1.1.10 ${expected} > 8.8.8.8 443 eth0`,
    )
  })

  test('of SCTP and UDP is one like that of TCP, of others there is none', () => {
    for (const protocol of [PROTOCOLS.udp, PROTOCOLS.sctp]) {
      expect(through('POSTROUTING', random, { ...tcp, protocol })).toContain(' 1024-65535 > ')
    }
    expect(through('POSTROUTING', random, esp)).toBe('10.1.1.10 0 > 8.8.8.8 0 eth0')
  })

  test('of an echo is its identifier, any of which may be picked', () => {
    expect(through('POSTROUTING', MASQUERADE, echo)).toContain('10.1.1.10 7 >')
    expect(through('POSTROUTING', random, echo)).toContain('10.1.1.10 0-65535 >')
    expect(through('POSTROUTING', ports(100, 200), echo)).toContain('10.1.1.10 100-200 >')
    expect(through('POSTROUTING', ports(5, 9), echo)).toContain('10.1.1.10 7 >')
    const echo6 = packet('fd00:65::50 > 2001:db8:99::1', { protocol: PROTOCOLS.icmpv6, sport: 7 })
    expect(through('POSTROUTING', random, echo6)).toContain('2001:db8:1::10 0-65535 >')
  })

  test('changes alone where SNAT names ports only', () => {
    const { to: _, ...nameless } = snat('1.1.1.1')
    expect(through('POSTROUTING', { ...nameless, ports: { lo: 7, hi: 7 } }, tcp)).toBe(
      '100.65.0.50 7 > 8.8.8.8 443 eth0',
    )
  })

  test('of a source that fits already is picked anew only where that is asked for', () => {
    const own = packet('10.1.1.10 > 8.8.8.8')
    expect(through('POSTROUTING', MASQUERADE, own, ofNode)).toContain('10.1.1.10 40000 >')
    expect(through('POSTROUTING', fully, own, ofNode)).toContain('10.1.1.10 1024-65535 >')
    const to = (sport: number): string =>
      through('POSTROUTING', ports(5000, 6000), { ...own, sport }, ofNode).split(' ')[1] ?? ''
    expect([40000, 4999, 5000, 6000, 6001].map(to)).toEqual([
      '5000-6000',
      '5000-6000',
      '5000',
      '6000',
      '5000-6000',
    ])
  })
})

describe('SNAT', () => {
  test('takes one address of its range by a hash, or leaves one that lies in it', () => {
    const range = snat('10.9.9.1-10.9.12.200')
    expect(
      through(
        'POSTROUTING',
        { ...range, persistent: true },
        { ...tcp, src: address('100.65.0.51') },
      ),
    ).toContain('10.9.10.74 40000 >')
    const inside = { ...tcp, src: address('10.9.10.10') }
    expect(through('POSTROUTING', range, inside)).toContain('10.9.10.10 40000 >')
  })
})

describe('the destination port', () => {
  const to = (lo: number, hi: number, random = false): Target => ({
    ...dnat('9.9.9.9'),
    ports: { lo, hi },
    random,
  })

  test.each([
    [dnat('9.9.9.9'), '443'],
    [to(80, 80), '80'],
    [to(80, 90), '80'],
    [to(400, 443), '443'],
    [to(443, 500), '443'],
    [to(400, 442), '400'],
    [to(444, 500), '444'],
    [to(80, 90, true), '80-90'],
    [{ ...dnat('9.9.9.9'), random: true }, '443'],
    [{ ...dnat('9.9.9.9'), fullyRandom: true, ports: { lo: 1, hi: 9 } }, '1-9'],
  ] as const)('%j makes it %s', (target, expected) => {
    expect(through('PREROUTING', target, tcp)).toBe(`100.65.0.50 40000 > 9.9.9.9 ${expected} eth0`)
  })

  test('of an echo is its identifier too', () => {
    expect(through('PREROUTING', to(80, 90), echo)).toBe('100.65.0.50 80 > 9.9.9.9 0 eth0')
    expect(through('PREROUTING', to(5, 9), echo)).toBe('100.65.0.50 7 > 9.9.9.9 0 eth0')
    expect(through('PREROUTING', { ...dnat('9.9.9.9'), random: true }, echo)).toBe(
      '100.65.0.50 0-65535 > 9.9.9.9 0 eth0',
    )
    expect(through('PREROUTING', to(80, 90, true), echo)).toContain(' 80-90 > 9.9.9.9 0 ')
  })

  test('does not exist where the protocol has none', () => {
    expect(through('PREROUTING', to(80, 90), esp)).toBe('100.65.0.50 0 > 9.9.9.9 0 eth0')
    expect(through('PREROUTING', to(80, 90, true), esp)).toBe('100.65.0.50 0 > 9.9.9.9 0 eth0')
  })

  test('changes alone where DNAT names ports only', () => {
    const { to: _, ...nameless } = dnat('9.9.9.9')
    expect(through('PREROUTING', { ...nameless, ports: { lo: 80, hi: 80 } }, tcp)).toBe(
      '100.65.0.50 40000 > 8.8.8.8 80 eth0',
    )
  })
})

test('a range of destinations is hashed as one', () => {
  const sent = packet('fd00:65::50 > 2001:db8:99::1')
  expect(through('PREROUTING', dnat('2001:db8:aa::1-2001:db8:ff::9999'), sent)).toBe(
    'fd00:65::50 40000 > 2001:db8:d4:705b:24a0:3501:2595:9525 443 eth0',
  )
  expect(through('POSTROUTING', snat('2001:db8:aa::1-2001:db8:ff::9999'), sent)).toBe(
    '2001:db8:d4:705b:7fd0:7801:7fd0:7801 40000 > 2001:db8:99::1 443 eth0',
  )
})

/** Source: Linux 6.18, measured. */
describe('a flow counts as DNAT', () => {
  const state = {
    kind: 'conntrack',
    module: 'conntrack',
    states: ['DNAT'],
    negated: false,
  } as const
  const counts = (target: Target, sent: Packet): boolean => {
    const chains = {
      PREROUTING: [rule({}, target)],
      POSTROUTING: [rule({ m: [state] }, snat('4.4.4.4'))],
    }
    return tell(passNode(node(chains), sent, fromPod)[0].passage).startsWith('4.4.4.4 ')
  }
  const ports = (lo: number, hi: number, random = false): Target => ({
    ...dnat('8.8.8.8'),
    ports: { lo, hi },
    random,
  })

  test.each([
    [dnat('9.9.9.9'), tcp, true],
    [dnat('8.8.8.8'), tcp, false],
    [ports(80, 81), tcp, true],
    [ports(443, 443), tcp, false],
    [ports(443, 444, true), tcp, true],
    [ports(442, 443, true), tcp, true],
    [{ ...dnat('8.8.8.8'), random: true }, echo, true],
    [ports(7, 8, true), echo, true],
    [ports(7, 7), echo, false],
    [ports(9, 9), echo, true],
    [mark(1), tcp, false],
  ])('only where something changed: %j', (target, sent, expected) => {
    expect(counts(target, sent)).toBe(expected)
  })
})

describe('REDIRECT', () => {
  test('leads to the interface the packet came by, or to loopback', () => {
    expect(through('PREROUTING', REDIRECT, tcp)).toBe('100.65.0.50 40000 > 100.65.0.1 443 local')
    expect(through('OUTPUT', REDIRECT, packet('10.1.1.10 > 8.8.8.8'), ofNode)).toBe(
      '10.1.1.10 40000 > 127.0.0.1 443 local',
    )
  })

  test('may name a port', () => {
    const target: Target = {
      kind: 'redirect',
      random: false,
      fullyRandom: false,
      ports: { lo: 81, hi: 90 },
    }
    expect(through('PREROUTING', target, tcp)).toBe('100.65.0.50 40000 > 100.65.0.1 81 local')
  })
})

describe('NETMAP', () => {
  const netmap = (text: string): Target => {
    const { address: base, mask } = masked(text)
    return { kind: 'netmap', address: base, mask }
  }

  test('maps the destination on the way in and the source on the way out', () => {
    const target = netmap('10.200.0.0/16')
    expect(through('PREROUTING', target, tcp)).toBe('100.65.0.50 40000 > 10.200.8.8 443 eth1')
    expect(through('OUTPUT', target, packet('10.1.1.10 > 8.8.3.4'), ofNode)).toBe(
      '10.1.1.10 40000 > 10.200.3.4 443 eth1',
    )
    expect(through('POSTROUTING', target, tcp)).toBe('10.200.0.50 40000 > 8.8.8.8 443 eth0')
    expect(through('INPUT', target, packet('100.65.0.50 > 10.1.1.10'))).toBe(
      '10.200.0.50 40000 > 10.1.1.10 443 local',
    )
  })

  test('keeps the host part of IPv6 addresses', () => {
    const sent = packet('fd00:65::50 > 2001:db8:99:1::5')
    expect(through('PREROUTING', netmap('2001:db8:bb::/48'), sent)).toBe(
      'fd00:65::50 40000 > 2001:db8:bb:1::5 443 eth0',
    )
  })
})

test('a target in a hook where the kernel refuses it is a broken promise', () => {
  expect(() => through('PREROUTING', snat('1.1.1.1'), tcp)).toThrow('SNAT stands in')
  expect(() => through('PREROUTING', MASQUERADE, tcp)).toThrow('MASQUERADE stands in')
  expect(() => through('INPUT', MASQUERADE, packet('100.65.0.50 > 10.1.1.10'))).toThrow(
    'MASQUERADE',
  )
  expect(() => through('POSTROUTING', dnat('1.1.1.1'), tcp)).toThrow('DNAT stands in')
  expect(() => through('POSTROUTING', REDIRECT, tcp)).toThrow('REDIRECT stands in')
  expect(() => through('POSTROUTING', { kind: 'jump', chain: 'X' }, tcp)).toThrow('chain X exists')
})
