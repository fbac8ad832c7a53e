import { describe, expect, test } from 'vitest'
import type { Packet } from '../net/packet.ts'
import { PROTOCOLS } from '../net/protocol.ts'
import { ACCEPT, dnat, MASQUERADE, node, ofNode, packet, rule, snat } from './fixtures/sketch.ts'
import { Talk } from './fixtures/talk.ts'
import type { NodeState } from './node.ts'
import type { Target } from './rule.ts'

const masquerading = node({ POSTROUTING: [rule({}, MASQUERADE)] })

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
    expect(from(62, 5001)).toBe('10.1.1.10 5001 > 8.8.8.8 443 no-free-port')
    expect(from(63, 40000)).toBe('10.1.1.10 40000 > 8.8.8.8 443 no-free-port')
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

  test('ports outside of the range leave it as it is', () => {
    const talk = new Talk(
      node({
        POSTROUTING: [rule({ s: '100.65.0.50' }, MASQUERADE), rule({}, ports(5000, 5000))],
      }),
    )
    for (const sport of [4999, 5001]) talk.send(packet('100.65.0.50 > 8.8.8.8', { sport }))
    expect(talk.tell('100.65.0.51 > 8.8.8.8')).toBe('10.1.1.10 5000 > 8.8.8.8 443 eth0')
  })

  test('where one port is left but nobody knows which, it stays a range', () => {
    const talk = new Talk(node({ POSTROUTING: [rule({}, ports(5000, 5002))] }))
    const from = (last: number, sport: number) =>
      talk.tell(packet(`100.65.0.${last} > 8.8.8.8`, { sport }))
    expect(from(60, 5001)).toContain(' 5001 > ')
    expect(from(61, 40000)).toContain(' 5000-5002 > ')
    expect(from(62, 40000)).toContain(' 5000-5002 > ')
    expect(from(63, 40000)).toMatch(/ no-free-port$/)
  })

  test('an earlier mapping is not repeated where another flow has its port by now', () => {
    const talk = new Talk(
      node({ POSTROUTING: [rule({}, { ...snat('1.1.1.1'), ports: { lo: 7, hi: 8 } })] }),
    )
    const from = (last: number, dst: string, sport: number) =>
      talk.tell(packet(`100.65.0.${last} > ${dst}`, { sport })).split(' > ')[0]
    expect(from(50, '8.8.8.8', 7)).toBe('1.1.1.1 7')
    expect(from(51, '8.8.8.8', 7)).toBe('1.1.1.1 8')
    expect(from(52, '9.9.9.9', 8)).toBe('1.1.1.1 8')
    expect(from(51, '9.9.9.9', 7)).toBe('1.1.1.1 7')
  })

  test('a port that was picked unseen is not held to be taken, nor one that is about to be', () => {
    const fully: Target = { kind: 'masquerade', random: false, fullyRandom: true }
    const talk = new Talk(
      node({ POSTROUTING: [rule({ s: '100.65.0.50' }, fully), rule({}, MASQUERADE)] }),
    )
    const from = (last: number, sport: number) =>
      talk.tell(packet(`100.65.0.${last} > 8.8.8.8`, { sport }))
    expect(from(50, 40000)).toContain(' 1024-65535 > ')
    expect(from(51, 1024)).toContain(' 1024 > ')
    expect(from(50, 40001)).toBe('10.1.1.10 1024-65535 > 8.8.8.8 443 eth0')
  })

  test('nor is a destination port that was picked unseen', () => {
    const to: Target = { ...dnat('9.9.9.9'), ports: { lo: 80, hi: 90 }, random: true }
    const talk = new Talk(node({ PREROUTING: [rule({ d: '8.8.8.0/24' }, to)], POSTROUTING: [] }))
    expect(talk.tell(packet('100.65.0.50 > 9.9.9.9', { dport: 80 }))).toContain(' 40000 > ')
    expect(talk.tell('100.65.0.50 > 8.8.8.1')).toBe('100.65.0.50 40000 > 9.9.9.9 80-90 eth0')
    expect(talk.tell(packet('100.65.0.50 > 9.9.9.9', { dport: 81 }))).toContain(' 40000 > ')
  })

  test('nor does it take a source port from a flow to a port that is known', () => {
    const to: Target = { ...dnat('9.9.9.9'), ports: { lo: 80, hi: 90 }, random: true }
    const state = node({
      PREROUTING: [rule({ d: '8.8.8.0/24' }, to)],
      POSTROUTING: [rule({}, ports(5000, 5000))],
    })
    for (const dport of [80, 90]) {
      const talk = new Talk(state)
      expect(talk.tell('100.65.0.50 > 8.8.8.1')).toBe('10.1.1.10 5000 > 9.9.9.9 80-90 eth0')
      expect(talk.tell(packet('100.65.0.51 > 9.9.9.9', { dport }))).toBe(
        `10.1.1.10 5000 > 9.9.9.9 ${dport} eth0`,
      )
    }
    const keeping = new Talk(node({ PREROUTING: [rule({ d: '8.8.8.0/24' }, to)] }))
    keeping.send('100.65.0.50 > 8.8.8.1')
    expect(keeping.tell(packet('100.65.0.50 > 9.9.9.9', { dport: 80 }))).toBe(
      '100.65.0.50 40000 > 9.9.9.9 80 eth0',
    )
  })

  test.each([1000, 40000, 50000])(
    'a source that the rule allows stays, from port %i too',
    (sport) => {
      const range: Target = { ...snat('100.65.0.1-100.65.0.200'), ports: { lo: 1000, hi: 50000 } }
      const talk = new Talk(node({ POSTROUTING: [rule({}, range)] }))
      expect(talk.tell(packet('100.65.0.50 > 8.8.8.8', { sport }))).toBe(
        `100.65.0.50 ${sport} > 8.8.8.8 443 eth0`,
      )
    },
  )

  test('where there is no route, that is why it is dropped, and not a port that is taken', () => {
    const talk = new Talk(node({ PREROUTING: [rule({ d: '8.8.8.1' }, dnat('9.9.9.9'))] }))
    expect(talk.tell('100.65.0.50 > 8.8.8.1')).toBe('100.65.0.50 40000 > 9.9.9.9 443 eth0')
    talk.node = { ...talk.node, routes: [] }
    expect(talk.tell('100.65.0.50 > 9.9.9.9')).toMatch(/ no-route$/)
  })

  test('what is delivered to the node must have a port of its own too', () => {
    const talk = new Talk(
      node({ INPUT: [rule({}, { ...snat('1.2.3.4'), ports: { lo: 7, hi: 7 } })] }),
    )
    expect(talk.tell('100.65.0.50 > 10.1.1.10')).toBe('1.2.3.4 7 > 10.1.1.10 443 local')
    expect(talk.tell('100.65.0.51 > 10.1.1.10')).toMatch(/ no-free-port$/)
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

  test('and where none is free, the source gives way instead', () => {
    const talk = new Talk(
      node({
        PREROUTING: [rule({}, { ...dnat('9.9.9.9'), ports: { lo: 80, hi: 81 } })],
        POSTROUTING: [],
      }),
    )
    const told = ['8.8.8.1', '8.8.8.2', '8.8.8.3'].map((dst) => talk.tell(`100.65.0.50 > ${dst}`))
    expect(told).toEqual([
      '100.65.0.50 40000 > 9.9.9.9 80 eth0',
      '100.65.0.50 40000 > 9.9.9.9 81 eth0',
      '100.65.0.50 1024-65535 > 9.9.9.9 81 eth0',
    ])
  })
})
