import { describe, expect, test } from 'vitest'
import type { Packet } from '../net/packet.ts'
import { PROTOCOLS } from '../net/protocol.ts'
import {
  dnat,
  fromOutside,
  MASQUERADE,
  node,
  ofNode,
  packet,
  RETURN,
  rule,
  snat,
  tell,
} from './fixtures/sketch.ts'
import { Talk } from './fixtures/talk.ts'
import type { NodeState } from './node.ts'
import { readyNode } from './ready-node.ts'
import type { Target } from './rule.ts'

const masquerading = node({ POSTROUTING: [rule({}, MASQUERADE)] })
const keeping = node({ POSTROUTING: [rule({}, RETURN)] })

describe('one decision for a flow', () => {
  test('a flow keeps its answer after a change of rules, a new one gets the new answer', () => {
    const talk = new Talk(masquerading)
    const before = talk.tell('100.65.0.50 > 8.8.8.8')
    talk.node = readyNode(keeping)
    const again = talk.send('100.65.0.50 > 8.8.8.8')
    expect(tell(again)).toBe(before)
    expect(again.walks).toEqual([])
    expect(talk.tell(packet('100.65.0.50 > 8.8.8.8', { sport: 40001 }))).toBe(
      '100.65.0.50 40001 > 8.8.8.8 443 eth0',
    )
  })

  test('a flow that was kept stays so, even when a rule for it appears', () => {
    const talk = new Talk(keeping)
    talk.send('100.65.0.50 > 8.8.8.8')
    talk.node = readyNode(masquerading)
    expect(talk.tell('100.65.0.50 > 8.8.8.8')).toBe('100.65.0.50 40000 > 8.8.8.8 443 eth0')
  })

  test.each([
    ['protocol', packet('100.65.0.50 > 8.8.8.8', { protocol: PROTOCOLS.udp })],
    ['source', packet('100.65.0.51 > 8.8.8.8')],
    ['destination', packet('100.65.0.50 > 8.8.8.9')],
    ['source port', packet('100.65.0.50 > 8.8.8.8', { sport: 1 })],
    ['destination port', packet('100.65.0.50 > 8.8.8.8', { dport: 1 })],
  ])('another %s makes it another flow', (_, other) => {
    const talk = new Talk(masquerading)
    talk.send('100.65.0.50 > 8.8.8.8')
    expect(talk.send(other).walks).toHaveLength(2)
    expect(talk.memory.flows).toHaveLength(2)
  })

  test('a known flow is still routed as routes stand now', () => {
    const talk = new Talk(masquerading)
    talk.send('100.65.0.50 > 10.200.1.1')
    talk.node = { ...talk.node, routes: [] }
    expect(talk.send('100.65.0.50 > 10.200.1.1')).toMatchObject({
      fate: 'no-route',
      out: null,
      route: null,
    })
  })

  test('the account of a known flow says by which route and to whom next', () => {
    const talk = new Talk(masquerading)
    const { route, via } = talk.send('100.65.0.50 > 10.200.1.1')
    expect(via).not.toBeNull()
    expect(talk.send('100.65.0.50 > 10.200.1.1')).toMatchObject({ route, via, out: 'eth1' })
  })

  test('a known flow of the node itself is routed as one', () => {
    const talk = new Talk(keeping)
    const first = talk.tell('10.1.1.10 > 10.1.1.255', ofNode)
    expect(first).toMatch(/ eth0$/)
    expect(talk.tell('10.1.1.10 > 10.1.1.255', ofNode)).toBe(first)
  })

  test('what was dropped is not remembered', () => {
    const talk = new Talk(masquerading)
    talk.send('100.65.0.50 > 224.0.0.5')
    expect(talk.memory.flows).toEqual([])
  })
})

describe('a reply', () => {
  const reply = packet('8.8.8.8 > 10.1.1.10', { sport: 443, dport: 40000 })

  test('of another protocol, address or port belongs to no flow that has a range', () => {
    const fully: Target = { kind: 'masquerade', random: false, fullyRandom: true }
    const talk = new Talk(node({ POSTROUTING: [rule({}, fully)] }))
    talk.send('100.65.0.50 > 8.8.8.8')
    const known = (more: Partial<Packet>): boolean =>
      new Talk(masquerading, talk.memory)
        .tell({ ...reply, ...more }, fromOutside)
        .includes('> 100.65.0.50 ')
    expect(known({})).toBe(true)
    expect(known({ protocol: PROTOCOLS.udp })).toBe(false)
    expect(known({ src: packet('8.8.8.9 > 1.1.1.1').src })).toBe(false)
    expect(known({ dst: packet('1.1.1.1 > 10.1.2.10').dst })).toBe(false)
    expect(known({ sport: 444 })).toBe(false)
  })

  test('of a timestamp request is a timestamp reply', () => {
    const talk = new Talk(masquerading)
    const icmp = (text: string, type: number, code = 0) =>
      packet(text, { protocol: PROTOCOLS.icmp, sport: 7, dport: 0, icmp: { type, code } })
    talk.send(icmp('100.65.0.50 > 8.8.8.8', 13))
    expect(talk.tell(icmp('8.8.8.8 > 10.1.1.10', 14), fromOutside)).toMatch(
      / > 100.65.0.50 0 pod0$/,
    )
    expect(talk.tell(icmp('8.8.8.8 > 10.1.1.10', 0), fromOutside)).toMatch(/ local$/)
    expect(talk.tell(icmp('8.8.8.8 > 10.1.1.10', 14, 1), fromOutside)).toMatch(/ local$/)
  })

  test('carries the code of its request', () => {
    const talk = new Talk(masquerading)
    const icmp = (text: string, type: number, code: number) =>
      packet(text, { protocol: PROTOCOLS.icmp, sport: 7, dport: 0, icmp: { type, code } })
    talk.send(icmp('100.65.0.50 > 8.8.8.8', 8, 3))
    expect(talk.tell(icmp('8.8.8.8 > 10.1.1.10', 0, 3), fromOutside)).toMatch(/ pod0$/)
    expect(talk.tell(icmp('8.8.8.8 > 10.1.1.10', 0, 0), fromOutside)).toMatch(/ local$/)
  })

  test('that arrives from an address of the node itself is dropped', () => {
    const talk = new Talk(node({ PREROUTING: [rule({ d: '8.8.8.8' }, dnat('10.1.2.10'))] }))
    talk.send('100.65.0.50 > 8.8.8.8')
    const back = packet('10.1.2.10 > 100.65.0.50', { sport: 443, dport: 40000 })
    expect(talk.tell(back, ofNode)).toBe('8.8.8.8 443 > 100.65.0.50 40000 pod0')
    expect(talk.tell(back, fromOutside)).toMatch(/ no-route$/)
  })

  test('is un-translated and asks no rule', () => {
    const talk = new Talk(masquerading)
    talk.send('100.65.0.50 > 8.8.8.8')
    const back = talk.send(reply, fromOutside)
    expect(tell(back)).toBe('8.8.8.8 443 > 100.65.0.50 40000 pod0')
    expect(back.walks).toEqual([])
  })

  test('of nobody is a flow of its own', () => {
    const talk = new Talk(masquerading)
    const back = talk.send(reply, fromOutside)
    expect(tell(back)).toBe('8.8.8.8 443 > 10.1.1.10 40000 local')
    expect(back.walks).toHaveLength(2)
  })

  test('puts a rewritten destination back as well', () => {
    const talk = new Talk(
      node({
        PREROUTING: [
          rule({ d: '10.96.0.1' }, { ...dnat('10.200.1.1'), ports: { lo: 8443, hi: 8443 } }),
        ],
        POSTROUTING: [rule({}, MASQUERADE)],
      }),
    )
    expect(talk.tell('100.65.0.50 > 10.96.0.1')).toBe('10.1.2.10 40000 > 10.200.1.1 8443 eth1')
    expect(
      talk.tell(packet('10.200.1.1 > 10.1.2.10', { sport: 8443, dport: 40000 }), fromOutside),
    ).toBe('10.96.0.1 443 > 100.65.0.50 40000 pod0')
  })

  test('to a process of the node is delivered', () => {
    const talk = new Talk(node({ OUTPUT: [rule({ d: '10.96.0.1' }, dnat('8.8.8.8'))] }))
    expect(talk.tell('10.1.1.10 > 10.96.0.1', ofNode)).toBe('10.1.1.10 40000 > 8.8.8.8 443 eth0')
    expect(talk.tell(reply, fromOutside)).toBe('10.96.0.1 443 > 10.1.1.10 40000 local')
  })

  test('by a process of the node goes back as a reply too', () => {
    const talk = new Talk(node({ INPUT: [rule({}, snat('1.2.3.4'))] }))
    talk.send('100.65.0.50 > 10.1.1.10')
    const answer = packet('10.1.1.10 > 1.2.3.4', { sport: 443, dport: 40000 })
    expect(talk.tell(answer, ofNode)).toBe('10.1.1.10 443 > 100.65.0.50 40000 pod0')
  })

  test('to a port that the kernel picked is known by its range', () => {
    const fully: Target = { kind: 'masquerade', random: false, fullyRandom: true }
    const talk = new Talk(node({ POSTROUTING: [rule({}, fully)] }))
    talk.send('100.65.0.50 > 8.8.8.8')
    expect(talk.tell({ ...reply, dport: 1024 }, fromOutside)).toBe(
      '8.8.8.8 443 > 100.65.0.50 40000 pod0',
    )
    expect(talk.tell({ ...reply, dport: 1023 }, fromOutside)).toMatch(/> 10.1.1.10 1023 local$/)
  })

  test('of an echo has its identifier, and the type of an answer', () => {
    const talk = new Talk(masquerading)
    const echo = (text: string, sport: number, type: number) =>
      packet(text, { protocol: PROTOCOLS.icmp, sport, dport: 0, icmp: { type, code: 0 } })
    talk.send(echo('100.65.0.50 > 8.8.8.8', 7, 8))
    expect(talk.tell(echo('8.8.8.8 > 10.1.1.10', 7, 0), fromOutside)).toBe(
      '8.8.8.8 7 > 100.65.0.50 0 pod0',
    )
    expect(talk.send(echo('8.8.8.8 > 10.1.1.10', 7, 8), fromOutside).fate).toBe('local')
    expect(talk.tell(echo('8.8.8.8 > 10.1.1.10', 8, 0), fromOutside)).toMatch(/ local$/)
  })
})

describe('statistic --mode nth', () => {
  const nth = (negated: boolean, packetNumber: number) =>
    node({
      PREROUTING: [
        rule(
          {
            m: [{ kind: 'statistic', mode: 'nth', every: 3, packet: packetNumber, negated }],
            d: '8.0.0.0/8',
          },
          dnat('9.9.9.9'),
        ),
      ],
    })
  const seven = (state: NodeState): string => {
    const talk = new Talk(state)
    return [1, 2, 3, 4, 5, 6, 7]
      .map((sport) =>
        talk.tell(packet('100.65.0.50 > 8.8.8.8', { sport })).includes('9.9.9.9') ? 'x' : '.',
      )
      .join('')
  }

  /** Source: Linux 6.18, measured. */
  test.each([
    [false, 0, 'x..x..x'],
    [false, 1, '.x..x..'],
    [false, 2, '..x..x.'],
    [true, 0, '.xx.xx.'],
  ])('negated %s, packet %i: %s', (negated, packetNumber, expected) => {
    expect(seven(nth(negated, packetNumber))).toBe(expected)
  })

  test('counts what the rule sees, whether or not the packet got away', () => {
    const talk = new Talk(nth(false, 1))
    talk.send('100.65.0.50 > 7.7.7.7')
    talk.send('100.65.0.50 > 8.8.8.8')
    const refused = packet('100.65.0.50 > 8.8.8.8', { icmp: { type: 0, code: 0 }, protocol: 1 })
    talk.send(refused)
    expect(talk.tell(packet('100.65.0.50 > 8.8.8.8', { sport: 1 }))).toContain('9.9.9.9')
  })

  test('two of them in one rule count apart', () => {
    const statistic = { kind: 'statistic', mode: 'nth', negated: false } as const
    const both = node({
      PREROUTING: [
        rule(
          {
            m: [
              { ...statistic, every: 2, packet: 0 },
              { ...statistic, every: 2, packet: 1 },
            ],
          },
          dnat('9.9.9.9'),
        ),
      ],
    })
    expect(seven(both)).toBe('..x...x')
  })

  test('a failed one says so', () => {
    const talk = new Talk(nth(false, 1))
    expect(talk.send('100.65.0.50 > 8.8.8.8').walks[0]?.steps[1]).toMatchObject({
      failed: { module: 'statistic', wanted: 'every 3 packet 1', got: '' },
    })
  })
})
