import { describe, expect, test } from 'vitest'
import { dnat, fromPod, ipset, node, packet, rule, snat, tell } from './fixtures/sketch.ts'
import type { NodeState } from './node.ts'
import { passNode } from './pass-node.ts'
import type { Match } from './rule.ts'

/** A port is picked out of 101 to 110 on the way in, and asked about on the way out. */
function asked(...matches: readonly Match[]): NodeState {
  return node(
    {
      PREROUTING: [rule({}, { ...dnat('9.9.9.9'), ports: { lo: 101, hi: 110 }, random: true })],
      POSTROUTING: matches.map((match, i) => rule({ m: [match] }, snat(`${i + 1}.1.1.1`))),
    },
    { sets: [ipset('services', 'hash:net,port', ['9.9.9.0/24,tcp:103-104'])] },
  )
}

/** `probability source port` of each way. */
const ways = (state: NodeState): string[] =>
  passNode(state, packet('100.65.0.50 > 8.8.8.8'), fromPod)
    .map(({ probability, passage }) => {
      const [src = '', , , , dport = ''] = tell(passage).split(' ')
      return `${Math.round(probability * 1e6) / 1e6} ${src} ${dport}`
    })
    .sort()

const ports = (lo: number, hi: number, negated = false): Match => ({
  kind: 'ports',
  module: 'tcp',
  destination: { lo, hi, negated },
})

describe('a rule that asks for a port nobody knows', () => {
  test.each([
    [101, 110],
    [1, 65535],
    [101, 65535],
    [1, 110],
  ])('holds for sure where %i to %i covers all that it may be', (lo, hi) => {
    expect(ways(asked(ports(lo, hi)))).toEqual(['1 1.1.1.1 101-110'])
  })

  test.each([
    [1, 100],
    [111, 65535],
  ])('fails for sure where it cannot be from %i to %i', (lo, hi) => {
    expect(ways(asked(ports(lo, hi)))).toEqual(['1 100.65.0.50 101-110'])
  })

  test('is left to chance in between, and the port is known better afterwards', () => {
    expect(ways(asked(ports(101, 103)))).toEqual(['0.3 1.1.1.1 101-103', '0.7 100.65.0.50 104-110'])
    expect(ways(asked(ports(109, 200)))).toEqual(['0.2 1.1.1.1 109-110', '0.8 100.65.0.50 101-108'])
    expect(ways(asked(ports(104, 105)))).toEqual([
      '0.2 1.1.1.1 104-105',
      '0.3 100.65.0.50 101-103',
      '0.5 100.65.0.50 106-110',
    ])
    expect(ways(asked(ports(105, 105)))).toEqual([
      '0.1 1.1.1.1 105',
      '0.4 100.65.0.50 101-104',
      '0.5 100.65.0.50 106-110',
    ])
  })

  test('negated holds for the rest', () => {
    expect(ways(asked(ports(101, 103, true)))).toEqual([
      '0.3 100.65.0.50 101-103',
      '0.7 1.1.1.1 104-110',
    ])
  })

  test('what one rule drew holds for the next', () => {
    expect(ways(asked(ports(101, 105), ports(103, 107)))).toEqual([
      '0.2 2.1.1.1 106-107',
      '0.3 100.65.0.50 108-110',
      '0.5 1.1.1.1 101-105',
    ])
  })

  test('several ranges are tried in turn', () => {
    const multiport: Match = {
      kind: 'multiport',
      side: 'destinations',
      ports: [
        { lo: 101, hi: 101 },
        { lo: 110, hi: 110 },
      ],
      negated: false,
    }
    expect(ways(asked(multiport))).toEqual([
      '0.1 1.1.1.1 101',
      '0.1 1.1.1.1 110',
      '0.8 100.65.0.50 102-109',
    ])
  })

  test('sets with ports ask likewise', () => {
    const set: Match = { kind: 'set', set: 'services', directions: ['dst', 'dst'], negated: false }
    expect(ways(asked(set))).toEqual([
      '0.2 1.1.1.1 103-104',
      '0.2 100.65.0.50 101-102',
      '0.6 100.65.0.50 105-110',
    ])
  })
})

test('the account says what was known of the port when the rule failed', () => {
  const [{ passage }] = passNode(asked(ports(1, 100)), packet('100.65.0.50 > 8.8.8.8'), fromPod)
  expect(passage.walks[1]?.steps[1]).toMatchObject({
    failed: { field: 'destination-port', wanted: '1:100', got: '101:110' },
  })
})
