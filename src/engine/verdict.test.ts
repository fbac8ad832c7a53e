import { expect, test } from 'vitest'
import { formatAddress } from '../net/address.ts'
import {
  ACCEPT,
  dnat,
  fromPod,
  goto,
  jump,
  MASQUERADE,
  mark,
  network,
  node,
  packet,
  RETURN,
  rule,
} from './fixtures/sketch.ts'
import type { NodeState } from './node.ts'
import { readyNode } from './ready-node.ts'
import type { Match, Target } from './rule.ts'
import { verdictOf } from './verdict.ts'

/** `probability source ports > destination ports interface fate`, one for each way. */
const told = (state: NodeState, text: string): string[] =>
  verdictOf(readyNode(state), packet(text), fromPod).map(({ probability, value }) => {
    const { fate, src, dst, sport, dport, out } = value
    const from = `${formatAddress(src)} ${sport.lo}-${sport.hi}`
    const to = `${formatAddress(dst)} ${dport.lo}-${dport.hi}`
    return `${probability} ${from} > ${to} ${out} ${fate}`
  })

const quarter: Match = { kind: 'statistic', mode: 'random', probability: 0.25, negated: false }
const random: Target = { kind: 'masquerade', random: true, fullyRandom: false }
const service: Target = { ...dnat('10.200.1.1'), ports: { lo: 80, hi: 81 }, random: true }

const everyTarget = node({
  PREROUTING: [rule({ d: '10.96.0.1' }, service)],
  POSTROUTING: [
    rule({}, { kind: 'log', options: [] }),
    rule({}, mark(1)),
    rule({}, null),
    rule({ d: '8.8.0.0/16' }, jump('A')),
    rule({ d: '7.0.0.0/8' }, ACCEPT),
    rule({ d: '6.0.0.0/8' }, goto('B')),
    rule({ d: '5.0.0.0/8', m: [quarter] }, ACCEPT),
    rule({}, MASQUERADE),
  ],
  A: [rule({ d: '8.8.4.4' }, RETURN), rule({ d: '8.8.8.8' }, random)],
  B: [],
})

test.each([
  ['8.8.8.8', ['1 10.1.1.10 1024-65535 > 8.8.8.8 443-443 eth0 forwarded']],
  ['8.8.4.4', ['1 10.1.1.10 40000-40000 > 8.8.4.4 443-443 eth0 forwarded']],
  ['8.8.1.1', ['1 10.1.1.10 40000-40000 > 8.8.1.1 443-443 eth0 forwarded']],
  ['7.7.7.7', ['1 100.65.0.50 40000-40000 > 7.7.7.7 443-443 eth0 forwarded']],
  ['6.6.6.6', ['1 100.65.0.50 40000-40000 > 6.6.6.6 443-443 eth0 forwarded']],
  [
    '5.5.5.5',
    [
      '0.25 100.65.0.50 40000-40000 > 5.5.5.5 443-443 eth0 forwarded',
      '0.75 10.1.1.10 40000-40000 > 5.5.5.5 443-443 eth0 forwarded',
    ],
  ],
  ['10.96.0.1', ['1 10.1.2.10 40000-40000 > 10.200.1.1 80-81 eth1 forwarded']],
  ['10.1.1.10', ['1 100.65.0.50 40000-40000 > 10.1.1.10 443-443 null local']],
  ['224.0.0.5', ['1 100.65.0.50 40000-40000 > 224.0.0.5 443-443 null no-route']],
])('the verdict on %s needs no account', (dst, expected) => {
  expect(told(everyTarget, `100.65.0.50 > ${dst}`)).toEqual(expected)
})

test('nor does that on a packet for which there is no address', () => {
  const bare = node(
    { POSTROUTING: [rule({}, MASQUERADE)] },
    { on: network({ pod1: [] }, ['0.0.0.0/0 dev pod1']) },
  )
  expect(told(bare, '100.65.0.50 > 8.8.8.8')).toEqual([
    '1 100.65.0.50 40000-40000 > 8.8.8.8 443-443 null no-source-address',
  ])
})
