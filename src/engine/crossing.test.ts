import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '../net/protocol.ts'
import {
  dnat,
  fromOutside,
  fromPod,
  jump,
  MASQUERADE,
  mark,
  network,
  node,
  ofNode,
  packet,
  REDIRECT,
  rule,
  snat,
  tell,
} from './fixtures/sketch.ts'
import type { Arrival, NodeState } from './node.ts'
import { passNode } from './pass-node.ts'

const only = (state: NodeState, text: string, arrival: Arrival = fromPod) =>
  passNode(state, packet(text), arrival)[0].passage

const hooks = (state: NodeState, text: string, arrival: Arrival = fromPod): string =>
  only(state, text, arrival)
    .walks.map(({ hook }) => hook)
    .join(' ')

const plain = node({})

test.each([
  ['100.65.0.50 > 8.8.8.8', fromPod, 'PREROUTING POSTROUTING'],
  ['100.65.0.50 > 10.1.1.10', fromPod, 'PREROUTING INPUT'],
  ['100.65.0.50 > 224.0.0.5', fromPod, 'PREROUTING'],
  ['100.65.0.50 > 127.0.0.1', fromPod, 'PREROUTING'],
  ['fd00:65::50 > ::1', fromPod, ''],
  ['10.1.1.10 > 8.8.8.8', ofNode, 'OUTPUT POSTROUTING'],
  ['10.1.1.10 > 10.1.2.10', ofNode, 'OUTPUT POSTROUTING'],
  ['10.1.1.10 > 10.1.1.10', ofNode, 'OUTPUT POSTROUTING'],
] as const)('%s passes the hooks %3$s', (text, arrival, expected) => {
  expect(hooks(plain, text, arrival)).toBe(expected)
})

test('says where it goes: by which route, to whom next', () => {
  expect(only(plain, '100.65.0.50 > 10.200.1.1')).toMatchObject({
    fate: 'forwarded',
    out: 'eth1',
    route: { dev: 'eth1', to: { prefix: 16 } },
    via: { words: [0x0a010201] },
  })
  expect(only(plain, '100.65.0.50 > 10.1.1.77')).toMatchObject({
    out: 'eth0',
    route: { to: { prefix: 24 } },
    via: null,
  })
  const local = { fate: 'local', out: null, route: null, via: null }
  expect(only(plain, '100.65.0.50 > 10.1.1.10')).toMatchObject(local)
  expect(only(plain, '10.1.1.10 > 10.1.2.10', ofNode)).toMatchObject(local)
  expect(only(plain, '10.1.1.10 > 8.8.8.8', ofNode)).toMatchObject({
    fate: 'forwarded',
    out: 'eth0',
  })
})

test('without a route a packet dies after PREROUTING, and is never sent', () => {
  const bare = node({}, { on: network({ pod0: ['100.65.0.1'] }) })
  expect(only(bare, '100.65.0.50 > 8.8.8.8')).toMatchObject({ fate: 'no-route', out: null })
  expect(hooks(bare, '100.65.0.50 > 8.8.8.8')).toBe('PREROUTING')
  expect(only(bare, '100.65.0.1 > 8.8.8.8', ofNode)).toMatchObject({ fate: 'no-route', walks: [] })
})

describe('DNAT is asked before the route', () => {
  const to = (address: string) => node({ PREROUTING: [rule({}, dnat(address))] })

  test('and decides where the packet leaves', () => {
    expect(tell(only(to('10.200.1.1'), '100.65.0.50 > 8.8.8.8'))).toBe(
      '100.65.0.50 40000 > 10.200.1.1 443 eth1',
    )
  })

  test('to an address of the node it is delivered there, through INPUT', () => {
    expect(tell(only(to('10.1.2.10'), '100.65.0.50 > 8.8.8.8'))).toBe(
      '100.65.0.50 40000 > 10.1.2.10 443 local',
    )
    expect(hooks(to('10.1.2.10'), '100.65.0.50 > 8.8.8.8')).toBe('PREROUTING INPUT')
  })

  test('to the loopback net it goes nowhere', () => {
    expect(tell(only(to('127.0.0.1'), '100.65.0.50 > 8.8.8.8'))).toMatch(/ no-route$/)
  })

  test('and POSTROUTING sees the new destination', () => {
    const state = node({
      PREROUTING: [rule({ d: '10.96.0.1' }, dnat('10.200.1.1'))],
      POSTROUTING: [
        rule({ d: '10.96.0.1' }, snat('1.1.1.1')),
        rule({ d: '10.200.0.0/16' }, MASQUERADE),
      ],
    })
    expect(tell(only(state, '100.65.0.50 > 10.96.0.1'))).toBe(
      '10.1.2.10 40000 > 10.200.1.1 443 eth1',
    )
  })

  test('in OUTPUT the packet of a process is routed again', () => {
    const state = node({
      OUTPUT: [
        rule({ o: 'eth0', d: '8.8.8.8' }, dnat('10.200.1.1')),
        rule({ d: '9.9.9.9' }, dnat('10.1.2.10')),
      ],
      POSTROUTING: [rule({ o: 'eth1' }, MASQUERADE)],
    })
    expect(tell(only(state, '10.1.1.10 > 8.8.8.8', ofNode))).toBe(
      '10.1.2.10 40000 > 10.200.1.1 443 eth1',
    )
    expect(tell(only(state, '10.1.1.10 > 9.9.9.9', ofNode))).toBe(
      '10.1.1.10 40000 > 10.1.2.10 443 local',
    )
  })

  test('and may leave a process without a route', () => {
    const state = node(
      { OUTPUT: [rule({}, dnat('8.8.8.8'))] },
      { on: network({ eth0: ['10.1.1.10/24'] }) },
    )
    expect(tell(only(state, '10.1.1.10 > 10.1.1.77', ofNode))).toBe(
      '10.1.1.10 40000 > 8.8.8.8 443 no-route',
    )
  })
})

/** Source: Linux 6.18, measured. */
describe('what each hook knows of the interfaces', () => {
  const asked = (hook: string, conditions: { i?: string; o?: string }): NodeState =>
    node({
      [hook]: [rule({}, jump('X'))],
      X: [rule(conditions, mark(1))],
      ...(hook === 'POSTROUTING' ? {} : { POSTROUTING: [] }),
    })
  const holds = (
    hook: string,
    conditions: { i?: string; o?: string },
    text: string,
    arrival: Arrival = fromPod,
  ): boolean =>
    only(asked(hook, conditions), text, arrival).walks.some(({ steps }) =>
      steps.some((step) => step.kind === 'matched' && step.rule.chain === 'X'),
    )

  const away = '100.65.0.50 > 8.8.8.8'
  const inside = '100.65.0.50 > 10.1.1.10'
  const own = '10.1.1.10 > 8.8.8.8'

  test.each([
    ['PREROUTING', { i: 'pod0' }, away, fromPod, true],
    ['PREROUTING', { o: 'eth0' }, away, fromPod, false],
    ['PREROUTING', { o: '!eth0' }, away, fromPod, true],
    ['INPUT', { i: 'pod0' }, inside, fromPod, true],
    ['INPUT', { o: '!lo' }, inside, fromPod, true],
    ['POSTROUTING', { i: 'pod0' }, away, fromPod, true],
    ['POSTROUTING', { o: 'eth0' }, away, fromPod, true],
    ['OUTPUT', { o: 'eth0' }, own, ofNode, true],
    ['OUTPUT', { o: 'lo' }, '10.1.1.10 > 10.1.2.10', ofNode, true],
    ['OUTPUT', { i: '!pod0' }, own, ofNode, true],
    ['OUTPUT', { i: 'pod+' }, own, ofNode, false],
    ['POSTROUTING', { i: '!pod0' }, own, ofNode, true],
    ['POSTROUTING', { i: '+' }, own, ofNode, true],
    ['POSTROUTING', { i: '!+' }, own, ofNode, false],
    ['POSTROUTING', { o: 'lo' }, '10.1.1.10 > 10.1.2.10', ofNode, true],
  ] as const)('%s with %j for %s: %5$s', (hook, conditions, text, arrival, expected) => {
    expect(holds(hook, conditions, text, arrival)).toBe(expected)
  })
})

test('an interface that a hook does not know limits no address type', () => {
  const asked = (hook: string, limit: object): NodeState =>
    node({
      [hook]: [
        rule(
          {
            m: [{ kind: 'addrtype', destination: { types: ['LOCAL'], negated: false }, ...limit }],
          },
          { kind: 'accept' },
        ),
      ],
    })
  const accepts = (state: NodeState, text: string, arrival: Arrival): boolean =>
    only(state, text, arrival).walks[0]?.decided != null
  const own = '10.1.1.10 > 10.1.2.10'
  expect(accepts(asked('OUTPUT', { limitIfaceIn: true }), own, ofNode)).toBe(true)
  expect(accepts(asked('OUTPUT', { limitIfaceOut: true }), own, ofNode)).toBe(false)
  const inside = '100.65.0.50 > 10.1.2.10'
  expect(accepts(asked('PREROUTING', { limitIfaceOut: true }), inside, fromPod)).toBe(true)
  expect(accepts(asked('PREROUTING', { limitIfaceIn: true }), inside, fromPod)).toBe(false)
})

test('what comes in by lo may be for the loopback address', () => {
  expect(tell(only(plain, '::1 > ::1', { kind: 'received', by: 'lo' }))).toBe(
    '::1 40000 > ::1 443 local',
  )
})

test('MASQUERADE looks at the gateway, not at the destination', () => {
  const masquerading = (...routes: readonly string[]) =>
    node(
      { POSTROUTING: [rule({}, MASQUERADE)] },
      { on: network({ eth0: ['10.1.1.10/24', '10.5.0.10/24'] }, routes) },
    )
  const beyond = masquerading('10.77.0.0/16 via 10.5.0.1 dev eth0')
  expect(tell(only(beyond, '100.65.0.50 > 10.77.1.1'))).toMatch(/^10.5.0.10 /)
  expect(tell(only(beyond, '100.65.0.50 > 10.5.0.99'))).toMatch(/^10.5.0.10 /)
  const around = masquerading('10.5.0.0/28 via 10.1.1.1 dev eth0')
  expect(tell(only(around, '100.65.0.50 > 10.5.0.9'))).toMatch(/^10.1.1.10 /)
})

test('a mark set before the route is seen behind it', () => {
  const state = node({
    PREROUTING: [rule({}, mark(0x4000, 0x4000))],
    POSTROUTING: [
      rule(
        { m: [{ kind: 'mark', of: 'packet', value: 0x4000, mask: 0x4000, negated: false }] },
        MASQUERADE,
      ),
    ],
  })
  expect(tell(only(state, '100.65.0.50 > 8.8.8.8'))).toBe('10.1.1.10 40000 > 8.8.8.8 443 eth0')
})

test('INPUT may give a packet for the node another source', () => {
  const state = node({ INPUT: [rule({ s: '100.65.0.0/16' }, snat('1.2.3.4'))] })
  expect(tell(only(state, '100.65.0.50 > 10.1.1.10'))).toBe('1.2.3.4 40000 > 10.1.1.10 443 local')
})

test('MASQUERADE on the way through lo borrows an address from another interface', () => {
  const state = node({ POSTROUTING: [rule({}, MASQUERADE)] })
  expect(tell(only(state, '127.0.0.1 > 127.0.0.1', ofNode))).toBe(
    '100.65.0.1 40000 > 127.0.0.1 443 local',
  )
})

test('a target without an address to give drops the packet, and the walk says at which rule', () => {
  const nowhere = node(
    { POSTROUTING: [rule({}, MASQUERADE)], PREROUTING: [rule({ d: '9.9.9.9' }, REDIRECT)] },
    { on: network({ pod1: [] }, ['0.0.0.0/0 dev pod1']) },
  )
  const masqueraded = only(nowhere, '100.65.0.50 > 8.8.8.8')
  expect(masqueraded).toMatchObject({
    fate: 'no-source-address',
    out: null,
    route: { dev: 'pod1' },
  })
  expect(masqueraded.walks[1]?.decided?.id).toBe('POSTROUTING 1')
  const redirected = only(nowhere, '100.65.0.50 > 9.9.9.9', { kind: 'received', by: 'pod1' })
  expect(redirected).toMatchObject({ fate: 'no-source-address', out: null })
  expect(redirected.walks.map(({ hook }) => hook)).toEqual(['PREROUTING'])
})

test('local delivery and a process of the node can fail for want of an address as well', () => {
  const bare = node(
    { POSTROUTING: [rule({}, MASQUERADE)] },
    { on: network({ lo: ['127.0.0.1/8'] }) },
  )
  expect(tell(only(bare, '127.0.0.1 > 127.0.0.1', ofNode))).toMatch(/ no-source-address$/)
})

/** Source: Linux 6.18, measured. */
describe('what conntrack does not track, table nat does not see', () => {
  const state = node(
    { PREROUTING: [rule({}, dnat('9.9.9.9'))] },
    { six: { PREROUTING: [rule({}, dnat('2001:db8:9::9'))] } },
  )
  const translated = (protocol: number, type: number): boolean => {
    const text = protocol === PROTOCOLS.icmp ? '100.65.0.50 > 8.8.8.8' : 'fd00:65::50 > 2001:db8::8'
    const sent = packet(text, { protocol, icmp: { type, code: 0 } })
    const [{ passage }] = passNode(state, sent, fromPod)
    expect(passage.fate).toBe('forwarded')
    return passage.walks.length > 0
  }

  test('ICMP requests are tracked, answers and errors are not', () => {
    const types = [0, 3, 5, 8, 11, 13, 14, 15, 16, 17, 18]
    expect(types.filter((type) => translated(PROTOCOLS.icmp, type))).toEqual([8, 13, 15, 17])
    const types6 = [1, 128, 129, 130, 133, 135, 136, 139, 140]
    expect(types6.filter((type) => translated(PROTOCOLS.icmpv6, type))).toEqual([128, 139])
  })
})

test('IPv6 has a table of its own', () => {
  const state = node(
    { POSTROUTING: [rule({}, snat('1.1.1.1'))] },
    { six: { POSTROUTING: [rule({}, MASQUERADE)] } },
  )
  expect(tell(only(state, 'fd00:65::50 > 2001:db8:99::1'))).toBe(
    '2001:db8:1::10 40000 > 2001:db8:99::1 443 eth0',
  )
  expect(tell(only(state, '8.8.8.8 > 100.65.0.50', fromOutside))).toBe(
    '1.1.1.1 40000 > 100.65.0.50 443 pod0',
  )
})
