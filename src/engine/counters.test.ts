import { expect, test } from 'vitest'
import { PROTOCOLS } from '../net/protocol.ts'
import { bytesOf, type Counters, countWalks, firstPacketBytes, noCounters } from './counters.ts'
import {
  fromPod,
  jump,
  MASQUERADE,
  mark,
  node,
  packet,
  RETURN,
  rule,
  snat,
} from './fixtures/sketch.ts'
import { passNode } from './pass-node.ts'
import type { Match } from './rule.ts'

const plain = (counters: Counters) => ({
  chains: Object.fromEntries(counters.chains),
  rules: Object.fromEntries(counters.rules),
})

test('every rule that matched is counted, and a policy only where a walk came to it', () => {
  const state = node({
    POSTROUTING: [rule({}, mark(1)), rule({ d: '8.0.0.0/8' }, jump('A')), rule({}, null)],
    A: [rule({ d: '8.8.0.0/16' }, RETURN), rule({}, MASQUERADE)],
  })
  let counters = noCounters
  for (const dst of ['8.8.8.8', '8.1.1.1', '9.9.9.9']) {
    const [{ passage }] = passNode(state, packet(`100.65.0.50 > ${dst}`), fromPod)
    counters = countWalks(counters, passage.walks, 40)
  }
  expect(plain(counters)).toEqual({
    chains: {
      PREROUTING: { packets: 3, bytes: 120 },
      POSTROUTING: { packets: 2, bytes: 80 },
    },
    rules: {
      'POSTROUTING 1': { packets: 3, bytes: 120 },
      'POSTROUTING 2': { packets: 2, bytes: 80 },
      'POSTROUTING 3': { packets: 2, bytes: 80 },
      'A 1': { packets: 1, bytes: 40 },
      'A 2': { packets: 1, bytes: 40 },
    },
  })
  expect(plain(noCounters)).toEqual({ chains: {}, rules: {} })
})

test('a rule that chance passed over is not counted, one that it chose is counted once', () => {
  const half: Match = { kind: 'statistic', mode: 'random', probability: 0.5, negated: false }
  const ways = passNode(
    node({ POSTROUTING: [rule({ m: [half] }, snat('1.1.1.1'))] }),
    packet('100.65.0.50 > 8.8.8.8'),
    fromPod,
  )
  const counted = ways.map(({ passage }) => plain(countWalks(noCounters, passage.walks, 1)).rules)
  expect(counted).toEqual([{ 'POSTROUTING 1': { packets: 1, bytes: 1 } }, {}])
})

test('a packet that does not say its length is the shortest of its kind', () => {
  const four = (protocol: number) => bytesOf(packet('1.1.1.1 > 2.2.2.2', { protocol }))
  expect([PROTOCOLS.tcp, PROTOCOLS.udp, PROTOCOLS.icmp, PROTOCOLS.sctp, 50].map(four)).toEqual([
    40, 28, 28, 52, 20,
  ])
  const six = (protocol: number) => bytesOf(packet('fd00::1 > fd00::2', { protocol }))
  expect([PROTOCOLS.tcp, PROTOCOLS.udp, PROTOCOLS.icmpv6, PROTOCOLS.sctp, 50].map(six)).toEqual([
    60, 48, 48, 72, 40,
  ])
  expect(bytesOf(packet('1.1.1.1 > 2.2.2.2', { length: 84 }))).toBe(84)
})

test('what the usual commands send first is longer: the options of Linux, the data of a ping', () => {
  const four = (protocol: string, icmpType?: number) =>
    firstPacketBytes({ src: '1.1.1.1', protocol, ...(icmpType === undefined ? {} : { icmpType }) })
  expect(['tcp', 'udp', 'icmp', 'sctp', '50'].map((protocol) => four(protocol))).toEqual([
    60, 29, 84, 52, 20,
  ])
  expect([8, 13, 10].map((type) => four('icmp', type))).toEqual([84, 40, 28])
  expect(firstPacketBytes({ src: 'fd00::1', protocol: 'tcp' })).toBe(80)
})
