import { describe, expect, test } from 'vitest'
import type { Packet } from '../net/packet.ts'
import { PROTOCOLS } from '../net/protocol.ts'
import { freshMemory, type NodeMemory } from './conntrack.ts'
import {
  ACCEPT,
  dnat,
  fromOutside,
  fromPod,
  MASQUERADE,
  node,
  ofNode,
  packet,
  RETURN,
  rule,
  snat,
  tell,
} from './fixtures/sketch.ts'
import type { Arrival, NodeState } from './node.ts'
import { passFlow } from './pass-node.ts'
import { type ReadyNode, readyNode } from './ready-node.ts'
import type { Target } from './rule.ts'

/** A node that is told of packets one after another. */
class Talk {
  memory: NodeMemory = freshMemory
  node: ReadyNode

  constructor(state: NodeState) {
    this.node = readyNode(state)
  }

  send(sent: Packet | string, arrival: Arrival = fromPod) {
    const asked = typeof sent === 'string' ? packet(sent) : sent
    const [{ passage, memory }] = passFlow(this.node, this.memory, asked, arrival)
    this.memory = memory
    return passage
  }

  tell(sent: Packet | string, arrival: Arrival = fromPod): string {
    return tell(this.send(sent, arrival))
  }
}

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

  test('what was dropped is not remembered', () => {
    const talk = new Talk(masquerading)
    talk.send('100.65.0.50 > 224.0.0.5')
    expect(talk.memory.flows).toEqual([])
  })
})

describe('a reply', () => {
  const reply = packet('8.8.8.8 > 10.1.1.10', { sport: 443, dport: 40000 })

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

/** Source of every verdict here: Linux 6.18, measured. */
describe('two flows that would look alike', () => {
  const second = (state: NodeState, more: Partial<Packet> = {}) => {
    const talk = new Talk(state)
    talk.send(packet('100.65.0.50 > 8.8.8.8', more))
    return { talk, told: talk.tell(packet('100.65.0.51 > 8.8.8.8', more)) }
  }

  test.each([
    [40000, '1024-65535'],
    [53, '1-511'],
    [700, '600-1023'],
  ])('from port %i: the second gets another of %s', (sport, range) => {
    expect(second(masquerading, { sport }).told).toBe(`10.1.1.10 ${range} > 8.8.8.8 443 eth0`)
  })

  test('are told apart by their destination', () => {
    const talk = new Talk(masquerading)
    talk.send('100.65.0.50 > 8.8.8.8')
    expect(talk.tell('100.65.0.51 > 9.9.9.9')).toBe('10.1.1.10 40000 > 9.9.9.9 443 eth0')
  })

  test('echoes get another identifier', () => {
    const echo = { protocol: PROTOCOLS.icmp, sport: 700, dport: 0 }
    expect(second(masquerading, echo).told).toBe('10.1.1.10 0-65535 > 8.8.8.8 0 eth0')
  })

  test('a source that was given another port keeps it to the next destination', () => {
    const { talk } = second(masquerading)
    expect(talk.tell('100.65.0.51 > 9.9.9.9')).toBe('10.1.1.10 1024-65535 > 9.9.9.9 443 eth0')
    expect(talk.tell(packet('100.65.0.51 > 9.9.9.9', { sport: 40001 }))).toBe(
      '10.1.1.10 40001 > 9.9.9.9 443 eth0',
    )
    expect(talk.tell(packet('100.65.0.51 > 9.9.9.9', { protocol: PROTOCOLS.udp }))).toBe(
      '10.1.1.10 40000 > 9.9.9.9 443 eth0',
    )
  })

  test('a source keeps the address it was given out of a range', () => {
    const talk = new Talk(node({ POSTROUTING: [rule({}, snat('10.9.9.1-10.9.12.200'))] }))
    const given = talk.tell('100.65.0.51 > 8.8.8.8').split(' ')[0]
    const others = ['9.9.9.9', '7.7.7.7', '6.6.6.6'].map(
      (dst) => talk.tell(`100.65.0.51 > ${dst}`).split(' ')[0],
    )
    expect(others).toEqual([given, given, given])
    const [unlike] = talk.tell(packet('100.65.0.51 > 9.9.9.9', { sport: 1 })).split(' ')
    expect(unlike).not.toBe(given)
  })

  test('but not where the rule has no room for that address', () => {
    const talk = new Talk(
      node({ POSTROUTING: [rule({ d: '8.8.8.8' }, snat('1.1.1.1')), rule({}, snat('2.2.2.2'))] }),
    )
    talk.send('100.65.0.50 > 8.8.8.8')
    expect(talk.tell('100.65.0.50 > 9.9.9.9')).toBe('2.2.2.2 40000 > 9.9.9.9 443 eth0')
  })

  test('even a flow that no rule touches gives way', () => {
    const talk = new Talk(node({ POSTROUTING: [rule({ s: '100.65.0.50' }, MASQUERADE)] }))
    talk.send('100.65.0.50 > 8.8.8.8')
    expect(talk.tell('10.1.1.10 > 8.8.8.8', ofNode)).toBe('10.1.1.10 1024-65535 > 8.8.8.8 443 eth0')
    expect(talk.tell('10.1.1.10 > 8.8.8.9', ofNode)).toBe('10.1.1.10 40000 > 8.8.8.9 443 eth0')
  })

  test('and one that ACCEPT let pass', () => {
    const talk = new Talk(
      node({ POSTROUTING: [rule({ s: '100.65.0.50' }, MASQUERADE), rule({}, ACCEPT)] }),
    )
    talk.send('100.65.0.50 > 8.8.8.8')
    expect(talk.tell('10.1.1.10 > 8.8.8.8', ofNode)).toContain(' 1024-65535 > ')
  })

  const ports = (lo: number, hi: number): Target => ({
    kind: 'masquerade',
    random: false,
    fullyRandom: false,
    ports: { lo, hi },
  })

  test('a single port is not shared: the second flow is dropped', () => {
    const { talk, told } = second(node({ POSTROUTING: [rule({}, ports(5000, 5000))] }))
    expect(told).toMatch(/ no-free-port$/)
    expect(talk.memory.flows).toHaveLength(1)
    expect(talk.tell('100.65.0.51 > 9.9.9.9')).toBe('10.1.1.10 5000 > 9.9.9.9 443 eth0')
    const inRange = packet('100.65.0.52 > 8.8.8.8', { sport: 5000 })
    expect(talk.tell(inRange)).toMatch(/ no-free-port$/)
  })

  test('a small range runs out, and its last free port is no secret', () => {
    const talk = new Talk(node({ POSTROUTING: [rule({}, ports(5000, 5001))] }))
    const from = (last: number, sport: number) =>
      talk.tell(packet(`100.65.0.${last} > 8.8.8.8`, { sport }))
    expect(from(60, 5000)).toBe('10.1.1.10 5000 > 8.8.8.8 443 eth0')
    expect(from(61, 5000)).toBe('10.1.1.10 5001 > 8.8.8.8 443 eth0')
    expect(from(62, 5001)).toMatch(/ no-free-port$/)
    expect(from(63, 40000)).toMatch(/ no-free-port$/)
  })

  test('ports that the kernel picked count, though nobody knows which they are', () => {
    const talk = new Talk(node({ POSTROUTING: [rule({}, ports(5000, 5001))] }))
    const from = (last: number, dst = '8.8.8.8') => talk.tell(`100.65.0.${last} > ${dst}`)
    expect(from(60)).toContain(' 5000-5001 > ')
    expect(from(61)).toContain(' 5000-5001 > ')
    expect(from(62)).toMatch(/ no-free-port$/)
    expect(from(63, '9.9.9.9')).toContain(' 5000-5001 > ')
    expect(talk.tell(packet('100.65.0.64 > 8.8.8.8', { dport: 80 }))).toContain(' 5000-5001 > ')
    expect(talk.tell(packet('100.65.0.64 > 8.8.8.8', { protocol: 17 }))).toContain(' 5000-5001 > ')
  })

  test('a protocol without ports has nothing to tell them apart by', () => {
    const { talk, told } = second(masquerading, { protocol: 50, sport: 0, dport: 0 })
    expect(told).toMatch(/ no-free-port$/)
    const elsewhere = packet('100.65.0.51 > 8.8.8.9', { protocol: 50, sport: 0, dport: 0 })
    expect(talk.tell(elsewhere)).toBe('10.1.1.10 0 > 8.8.8.9 0 eth0')
  })

  test('DNAT tries the ports of its range one after another', () => {
    const talk = new Talk(
      node({
        PREROUTING: [rule({}, { ...dnat('9.9.9.9'), ports: { lo: 80, hi: 90 } })],
        POSTROUTING: [],
      }),
    )
    const to = (dst: string, dport = 443) => talk.tell(packet(`100.65.0.50 > ${dst}`, { dport }))
    expect(to('8.8.8.1')).toBe('100.65.0.50 40000 > 9.9.9.9 80 eth0')
    expect(to('8.8.8.2')).toBe('100.65.0.50 40000 > 9.9.9.9 81 eth0')
    expect(to('8.8.8.3', 81)).toBe('100.65.0.50 40000 > 9.9.9.9 82 eth0')
    expect(to('8.8.8.4', 85)).toBe('100.65.0.50 40000 > 9.9.9.9 85 eth0')
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
