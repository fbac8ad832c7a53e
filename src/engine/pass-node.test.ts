import { expect, test } from 'vitest'
import { formatAddress } from '../net/address.ts'
import { fromPod, jump, MASQUERADE, node, packet, RETURN, rule } from './fixtures/sketch.ts'
import { passNode } from './pass-node.ts'

const agent = node({
  POSTROUTING: [
    rule(
      {
        m: [
          { kind: 'addrtype', destination: { types: ['LOCAL'], negated: true } },
          { kind: 'comment', text: 'to the agent' },
        ],
      },
      jump('IP-MASQ'),
    ),
  ],
  'IP-MASQ': [
    rule({ d: '169.254.0.0/16' }, RETURN),
    rule({ d: '10.0.0.0/8' }, RETURN),
    rule({}, MASQUERADE),
  ],
})

test('a destination in no range leaves with the address of the interface', () => {
  const [{ probability, passage }] = passNode(agent, packet('100.65.0.50 > 8.8.8.8'), fromPod)
  expect(probability).toBe(1)
  expect(formatAddress(passage.packet.src)).toBe('10.1.1.10')
  expect(passage).toMatchObject({
    sport: { kind: 'exact', port: 40000 },
    out: 'eth0',
    fate: 'forwarded',
  })
  expect(passage.walks.map(({ hook }) => hook)).toEqual(['PREROUTING', 'POSTROUTING'])
  expect(passage.walks[1]).toEqual({
    node: 'node-1',
    hook: 'POSTROUTING',
    decided: { id: 'IP-MASQ 3', chain: 'IP-MASQ', line: 3 },
    steps: [
      { kind: 'entered', chain: 'POSTROUTING' },
      {
        kind: 'matched',
        rule: { id: 'POSTROUTING 1', chain: 'POSTROUTING', line: 1 },
        did: { kind: 'jumped', chain: 'IP-MASQ' },
      },
      { kind: 'entered', chain: 'IP-MASQ' },
      {
        kind: 'skipped',
        rule: { id: 'IP-MASQ 1', chain: 'IP-MASQ', line: 1 },
        failed: {
          field: 'destination',
          wanted: '169.254.0.0/16',
          negated: false,
          got: '8.8.8.8',
          part: 0,
        },
      },
      {
        kind: 'skipped',
        rule: { id: 'IP-MASQ 2', chain: 'IP-MASQ', line: 2 },
        failed: {
          field: 'destination',
          wanted: '10.0.0.0/8',
          negated: false,
          got: '8.8.8.8',
          part: 0,
        },
      },
      {
        kind: 'matched',
        rule: { id: 'IP-MASQ 3', chain: 'IP-MASQ', line: 3 },
        did: {
          kind: 'rewrote',
          target: 'MASQUERADE',
          changes: [{ field: 'src', from: '100.65.0.50', to: '10.1.1.10' }],
        },
      },
    ],
  })
})

test('RETURN goes back to POSTROUTING, whose policy keeps the source', () => {
  const [{ passage }] = passNode(agent, packet('100.65.0.50 > 10.200.0.5'), fromPod)
  expect(formatAddress(passage.packet.src)).toBe('100.65.0.50')
  expect(passage.out).toBe('eth1')
  expect(passage.walks[1]?.decided).toBeNull()
  expect(passage.walks[1]?.steps.slice(-3)).toEqual([
    {
      kind: 'matched',
      rule: { id: 'IP-MASQ 2', chain: 'IP-MASQ', line: 2 },
      did: { kind: 'returned' },
    },
    {
      kind: 'resumed',
      chain: 'POSTROUTING',
      line: 2,
      from: 'IP-MASQ',
      by: { id: 'IP-MASQ 2', chain: 'IP-MASQ', line: 2 },
    },
    { kind: 'policy', chain: 'POSTROUTING', policy: 'ACCEPT' },
  ])
})

test('a packet for the node itself never reaches POSTROUTING', () => {
  const [{ passage }] = passNode(agent, packet('100.65.0.50 > 10.1.2.10'), fromPod)
  expect(passage).toMatchObject({ fate: 'local', out: null, route: null })
  expect(passage.walks.map(({ hook }) => hook)).toEqual(['PREROUTING', 'INPUT'])
})
