import { expect, test } from 'vitest'
import { ipset, packet } from './fixtures/sketch.ts'
import { echo, echo6, matching, tcp, tried, udp } from './fixtures/tried.ts'
import type { IpSet, Match } from './rule.ts'

type SetMatch = Extract<Match, { kind: 'set' }>

const nets = ipset('nets', 'hash:net', ['8.0.0.0/8', '8.8.0.0/16 nomatch', '8.8.8.0/24'])
const member = (set: string, ...directions: SetMatch['directions']): SetMatch => ({
  kind: 'set',
  set,
  directions,
  negated: false,
})
const of = (sets: IpSet[], match: Match, sent = tcp) => matching(match, sent, { sets })

test('the narrowest range that covers the address decides', () => {
  const holds = (dst: string) => of([nets], member('nets', 'dst'), packet(`1.1.1.1 > ${dst}`))
  expect(['8.1.1.1', '8.8.1.1', '8.8.8.1', '9.1.1.1'].map(holds)).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('the source is asked for where the direction says so', () => {
  expect(of([nets], member('nets', 'src'))).toBe(false)
  expect(of([nets], { ...member('nets', 'src'), negated: true })).toBe(true)
  expect(of([ipset('pods', 'hash:ip', ['100.65.0.50'])], member('pods', 'src'))).toBe(true)
  expect(of([ipset('pods', 'hash:ip', ['100.65.0.51'])], member('pods', 'src'))).toBe(false)
})

const ports = ipset('ports', 'hash:net,port', [
  '9.0.0.0/8,tcp:443',
  '9.9.0.0/16,tcp:443 nomatch',
  '9.9.9.9,udp:53',
  '9.9.9.9,icmp:2048',
  '9.9.9.9,icmp:2051',
  '7.0.0.0/8,tcp:80-90',
])

test.each([
  ['9.1.1.1', tcp, true],
  ['9.1.1.1', { ...tcp, dport: 444 }, false],
  ['9.1.1.1', { ...udp, dport: 443 }, false],
  ['9.9.1.1', tcp, false],
  ['9.9.9.9', udp, true],
  ['9.9.9.9', echo, true],
  ['9.9.9.9', { ...echo, icmp: { type: 8, code: 3 } }, true],
  ['9.9.9.9', { ...echo, icmp: { type: 8, code: 2 } }, false],
  ['9.9.9.9', { ...echo, icmp: { type: 13, code: 0 } }, false],
  ['7.7.7.7', { ...tcp, dport: 90 }, true],
  ['7.7.7.7', { ...tcp, dport: 91 }, false],
  ['7.7.7.7', { ...tcp, dport: 79 }, false],
  ['6.6.6.6', tcp, false],
])('%s is in a set of ranges and ports: %j', (dst, sent, expected) => {
  const packetThere = { ...sent, dst: packet(`1.1.1.1 > ${dst}`).dst }
  expect(of([ports], member('ports', 'dst', 'dst'), packetThere)).toBe(expected)
})

test('the port is that of the side named second', () => {
  const from443 = packet('1.1.1.1 > 9.1.1.1', { sport: 443, dport: 1 })
  expect(of([ports], member('ports', 'dst', 'src'), from443)).toBe(true)
  expect(of([ports], member('ports', 'dst', 'dst'), from443)).toBe(false)
})

test('protocols without ports stand for port 0', () => {
  const esp = ipset('esp', 'hash:ip,port', [])
  const entries = [
    { address: tcp.dst, prefix: 32, port: { protocol: 50, lo: 0, hi: 0 }, nomatch: false },
  ]
  const sent = { ...tcp, protocol: 50 }
  expect(of([{ ...esp, entries }], member('esp', 'dst', 'dst'), sent)).toBe(true)
})

test('a set that cannot be asked holds nothing', () => {
  const six = ipset('six', 'hash:net', ['::/1'])
  expect(of([six], member('six', 'dst'))).toBe(false)
  expect(of([six], { ...member('six', 'dst'), negated: true })).toBe(true)
  expect(of([ports], member('ports', 'dst'), packet('1.1.1.1 > 9.1.1.1'))).toBe(false)
  expect(of([], member('no-such', 'dst'))).toBe(false)
})

test('further directions of a set with one dimension are not read', () => {
  expect(of([nets], member('nets', 'dst', 'src'))).toBe(true)
})

test('what was asked is said with its directions', () => {
  expect(tried({ m: [member('nets', 'src', 'dst')] }, tcp, { sets: [nets] })).toEqual({
    field: 'extension',
    module: 'set',
    wanted: 'nets src,dst',
    negated: false,
    got: '100.65.0.50,8.8.8.8',
  })
})

test('IPv6 sets compare every word', () => {
  const six = ipset('six', 'hash:net', ['2001:db8:9::/48', 'fd00::/8'])
  expect(of([six], member('six', 'dst'), echo6)).toBe(true)
  expect(of([six], member('six', 'src'), echo6)).toBe(true)
  expect(of([six], member('six', 'dst'), packet('fe80::1 > 2001:db8:8::9'))).toBe(false)
})
