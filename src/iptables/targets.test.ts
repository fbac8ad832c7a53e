import { expect, test } from 'vitest'
import type { Family } from '../net/address.ts'
import { issueOf, ruleOf } from './fixtures/one-rule.ts'

const V4 = (value: number) => ({ family: 4, words: [value] })
const V6 = (last: number) => ({ family: 6, words: [0xfd000000, 0, 0, last] })
const calm = { random: false, fullyRandom: false }

test.each<[string, Family, unknown]>([
  ['POSTROUTING', 4, null],
  ['POSTROUTING -j ACCEPT', 4, { kind: 'accept' }],
  ['POSTROUTING -j RETURN', 4, { kind: 'return' }],
  ['POSTROUTING -j A', 4, { kind: 'jump', chain: 'A' }],
  ['POSTROUTING -g A', 4, { kind: 'goto', chain: 'A' }],
  ['POSTROUTING -j MASQUERADE', 4, { kind: 'masquerade', ...calm }],
  [
    'POSTROUTING -p tcp -j MASQUERADE --to-ports 5-9 --random --random-fully',
    4,
    { kind: 'masquerade', ports: { lo: 5, hi: 9 }, random: true, fullyRandom: true },
  ],
  [
    'POSTROUTING -j SNAT --to-source 10.0.0.1-10.0.0.9 --persistent',
    4,
    {
      kind: 'snat',
      to: { lo: V4(0x0a000001), hi: V4(0x0a000009) },
      persistent: true,
      ...calm,
    },
  ],
  [
    'POSTROUTING -p udp -j SNAT --to-source :7 --random',
    4,
    { kind: 'snat', ports: { lo: 7, hi: 7 }, persistent: false, random: true, fullyRandom: false },
  ],
  [
    'POSTROUTING -p udp -j SNAT --to-source [fd00::1]:7-8',
    6,
    {
      kind: 'snat',
      to: { lo: V6(1), hi: V6(1) },
      ports: { lo: 7, hi: 8 },
      persistent: false,
      ...calm,
    },
  ],
  [
    'PREROUTING -p tcp -j DNAT --to-destination 10.0.0.1:80 --persistent',
    4,
    {
      kind: 'dnat',
      to: { lo: V4(0x0a000001), hi: V4(0x0a000001) },
      ports: { lo: 80, hi: 80 },
      persistent: true,
      ...calm,
    },
  ],
  [
    'PREROUTING -p tcp -j REDIRECT --to-ports http',
    4,
    { kind: 'redirect', ports: { lo: 80, hi: 80 }, ...calm },
  ],
  [
    'PREROUTING -j NETMAP --to 10.1.2.3/255.255.0.0',
    4,
    { kind: 'netmap', address: V4(0x0a010000), mask: [0xffff0000] },
  ],
  [
    'PREROUTING -j NETMAP --to fd00::1/64',
    6,
    { kind: 'netmap', address: V6(0), mask: [0xffffffff, 0xffffffff, 0, 0] },
  ],
  ['PREROUTING -j MARK --set-mark 0x10/0xf', 4, { kind: 'mark', value: 0x10, mask: 0x1f }],
  ['PREROUTING -j MARK --set-xmark 0x10/0xf', 4, { kind: 'mark', value: 0x10, mask: 0xf }],
  ['PREROUTING -j MARK --and-mark 0xff', 4, { kind: 'mark', value: 0, mask: 0xffffff00 }],
  ['PREROUTING -j MARK --or-mark 0x4000', 4, { kind: 'mark', value: 0x4000, mask: 0x4000 }],
  ['PREROUTING -j MARK --xor-mark 0x4000', 4, { kind: 'mark', value: 0x4000, mask: 0 }],
  [
    'PREROUTING -j CONNMARK --set-mark 7',
    4,
    { kind: 'connmark', action: 'set', value: 7, mask: 0xffffffff, toMask: 0xffffffff },
  ],
  [
    'PREROUTING -j CONNMARK --save-mark --nfmask 0xf --ctmask 0xf0',
    4,
    { kind: 'connmark', action: 'save', value: 0, mask: 0xf, toMask: 0xf0 },
  ],
  [
    'PREROUTING -j CONNMARK --restore-mark --nfmask 0xf --ctmask 0xf0',
    4,
    { kind: 'connmark', action: 'restore', value: 0, mask: 0xf0, toMask: 0xf },
  ],
  [
    'PREROUTING -j CONNMARK --save-mark --mask 0xff',
    4,
    { kind: 'connmark', action: 'save', value: 0, mask: 0xff, toMask: 0xff },
  ],
  ['PREROUTING -j LOG', 4, { kind: 'log', options: [] }],
  [
    'PREROUTING -j LOG --log-uid --log-prefix "a b" --log-level info --log-tcp-options',
    4,
    { kind: 'log', prefix: 'a b', level: 6, options: ['tcp-options', 'uid'] },
  ],
  ['PREROUTING -j LOG --log-level 4', 4, { kind: 'log', options: [] }],
])('-A %s', (text, family, target) => {
  expect(ruleOf(`-A ${text}`, family).target).toEqual(target)
})

test.each([
  ['PREROUTING -j REJECT', 'unsupported-target', 'REJECT'],
  ['PREROUTING -j TPROXY --on-port 5', 'unsupported-target', 'TPROXY'],
  ['PREROUTING -j CONNMARK --left-shift-mark 5', 'unsupported-option', '--left-shift-mark'],
  ['PREROUTING -p tcp -j DNAT --to-destination 1.2.3.4:5-6/7', 'unsupported-option', '5-6/7'],
  ['POSTROUTING -j MASQUERADES', 'no-such-chain', "Chain 'MASQUERADES' does not exist"],
])('-A %s is refused by name', (text, code, message) => {
  expect(issueOf(`-A ${text}`)).toMatchObject({ code, message })
})
