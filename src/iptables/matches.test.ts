import { describe, expect, test } from 'vitest'
import type { Match } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import { issueOf, ruleOf } from './fixtures/one-rule.ts'
import { parseSave } from './parse-save.ts'

const matchesOf = (text: string, family: Family = 4): readonly Match[] =>
  ruleOf(`-A PREROUTING ${text}`, family).matches

const V4 = (...bytes: readonly [number, number, number, number]) => ({
  family: 4,
  words: [((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 0],
})

describe('ports', () => {
  test.each<[string, readonly unknown[]]>([
    [
      '-p tcp --sport 1:9 ! --dport 443',
      [
        {
          kind: 'ports',
          module: 'tcp',
          source: { lo: 1, hi: 9, negated: false },
          destination: { lo: 443, hi: 443, negated: true },
        },
      ],
    ],
    [
      '-p udp --dport domain:',
      [{ kind: 'ports', module: 'udp', destination: { lo: 53, hi: 65535, negated: false } }],
    ],
    [
      '-p sctp ! --sport :7',
      [{ kind: 'ports', module: 'sctp', source: { lo: 0, hi: 7, negated: true } }],
    ],
    [
      '-p tcp ! --dport :7',
      [{ kind: 'ports', module: 'tcp', destination: { lo: 8, hi: 65535, negated: false } }],
    ],
    ['-p tcp ! --dport 0:65535', []],
    ['-p tcp -m tcp', [{ kind: 'ports', module: 'tcp' }]],
    [
      '-p tcp ! --syn',
      [{ kind: 'ports', module: 'tcp', flags: { mask: 0x17, set: 0x02, negated: true } }],
    ],
    [
      '-p tcp --tcp-flags ALL FIN,URG',
      [{ kind: 'ports', module: 'tcp', flags: { mask: 0x3f, set: 0x21, negated: false } }],
    ],
  ])('%s', (text, matches) => {
    expect(matchesOf(text)).toEqual(matches)
  })

  test('two of them are one where they speak of different things', () => {
    expect(matchesOf('-p tcp -m tcp --sport 1 -m mark --mark 1 -m tcp --dport 2')).toEqual([
      {
        kind: 'ports',
        module: 'tcp',
        source: { lo: 1, hi: 1, negated: false },
        destination: { lo: 2, hi: 2, negated: false },
      },
      { kind: 'mark', of: 'packet', value: 1, mask: 0xffffffff, negated: false },
    ])
  })

  test('two of them stay two where both must hold of the same port', () => {
    expect(matchesOf('-p tcp -m tcp --dport 1:9 -m tcp --dport 5:20')).toHaveLength(2)
    expect(matchesOf('-p sctp -m sctp --dport 1 -m sctp --sport 5')).toHaveLength(2)
  })

  test.each([
    ['tcp', 'udp'],
    ['udp', 'tcp'],
  ])('options of %s are refused for %s', (module, protocol) => {
    expect(issueOf(`-A PREROUTING -p ${protocol} -m ${module} --dport 5`)).toMatchObject({
      code: 'needs-protocol',
      message: `${module.toUpperCase()} match requires '-p ${module}'`,
    })
  })
})

describe('the other matches', () => {
  test.each<[string, Family, unknown]>([
    [
      '-p icmp ! --icmp-type 3/4',
      4,
      { kind: 'icmp', module: 'icmp', type: 3, code: { lo: 4, hi: 4 }, negated: true },
    ],
    [
      '-p icmp --icmp-type any',
      4,
      { kind: 'icmp', module: 'icmp', type: 255, code: { lo: 0, hi: 255 }, negated: false },
    ],
    [
      '-p icmpv6 --icmpv6-type echo-request',
      6,
      { kind: 'icmp', module: 'icmp6', type: 128, code: { lo: 0, hi: 255 }, negated: false },
    ],
    [
      '-p icmp --icmp-type 3/1:4',
      4,
      { kind: 'icmp', module: 'icmp', type: 3, code: { lo: 1, hi: 4 }, negated: false },
    ],
    [
      '-p udp -m multiport ! --sports 1,5:9',
      4,
      {
        kind: 'multiport',
        side: 'sources',
        ports: [
          { lo: 1, hi: 1 },
          { lo: 5, hi: 9 },
        ],
        negated: true,
      },
    ],
    [
      '-p udp -m multiport --destination-ports ntp',
      4,
      { kind: 'multiport', side: 'destinations', ports: [{ lo: 123, hi: 123 }], negated: false },
    ],
    [
      '-p udp -m multiport --ports 1',
      4,
      { kind: 'multiport', side: 'either', ports: [{ lo: 1, hi: 1 }], negated: false },
    ],
    [
      '-m addrtype ! --src-type LOCAL,uni --dst-type THROW',
      4,
      {
        kind: 'addrtype',
        source: { types: ['UNICAST', 'LOCAL'], negated: true },
        destination: { types: ['THROW'], negated: false },
      },
    ],
    [
      '-m addrtype --dst-type LOCAL --limit-iface-in',
      4,
      {
        kind: 'addrtype',
        destination: { types: ['LOCAL'], negated: false },
        limitIfaceIn: true,
      },
    ],
    [
      '-m set ! --match-set some src,dst',
      4,
      { kind: 'set', set: 'some', directions: ['src', 'dst'], negated: true },
    ],
    [
      '-m mark ! --mark 0x4000/0xf000',
      4,
      { kind: 'mark', of: 'packet', value: 0x4000, mask: 0xf000, negated: true },
    ],
    [
      '-m connmark --mark 7',
      4,
      { kind: 'mark', of: 'connection', value: 7, mask: 0xffffffff, negated: false },
    ],
    [
      '-m conntrack ! --ctstate ESTABLISHED,NEW,DNAT',
      4,
      {
        kind: 'conntrack',
        module: 'conntrack',
        states: ['NEW', 'ESTABLISHED', 'DNAT'],
        negated: true,
      },
    ],
    [
      '-m state --state INVALID',
      4,
      { kind: 'conntrack', module: 'state', states: ['INVALID'], negated: false },
    ],
    [
      '-m iprange --src-range 1.2.3.4-1.2.3.9 ! --dst-range 5.6.7.8',
      4,
      {
        kind: 'iprange',
        source: { lo: V4(1, 2, 3, 4), hi: V4(1, 2, 3, 9), negated: false },
        destination: { lo: V4(5, 6, 7, 8), hi: V4(5, 6, 7, 8), negated: true },
      },
    ],
    ['-m comment --comment "a \\"b\\""', 4, { kind: 'comment', text: 'a "b"' }],
    [
      '-m statistic --mode random ! --probability 0.25',
      4,
      { kind: 'statistic', mode: 'random', probability: 0.25, negated: true },
    ],
    [
      '-m statistic --mode nth --every 5 --packet 4',
      4,
      { kind: 'statistic', mode: 'nth', every: 5, packet: 4, negated: false },
    ],
  ])('%s', (text, family, match) => {
    expect(matchesOf(text, family)).toEqual([match])
  })

  test('a probability is kept in steps of the kernel', () => {
    const [match] = matchesOf('-m statistic --mode random --probability 0.3333333333333')
    const steps =
      match?.kind === 'statistic' && match.mode === 'random' && match.probability * 2 ** 31
    expect(steps).toBe(715827883)
  })

  test('a comment ends after 255 bytes, between two characters', () => {
    const [match] = matchesOf(`-m comment --comment "${'가'.repeat(100)}"`)
    expect(match).toEqual({ kind: 'comment', text: '가'.repeat(85) })
  })
})

test('addresses that multiply to more rules than a table should have are refused', () => {
  const list = (count: number) => Array.from({ length: count }, (_, i) => `10.0.0.${i}`).join()
  expect(issueOf(`-A PREROUTING -s ${list(17)} -d ${list(16)}`)).toMatchObject({
    code: 'unsupported-option',
    message: '-s -d (272)',
  })
  const most = `*nat\n-A PREROUTING -s ${list(16)} -d ${list(16)}\nCOMMIT\n`
  const parsed = parseSave(most, { family: 4 })
  expect(parsed.ok && parsed.value.table.chains[0]?.rules).toHaveLength(256)
})

test.each([
  ['-m limit --limit 5/s', 'unsupported-match', 'limit'],
  ['-m owner --uid-owner 0', 'unsupported-match', 'owner'],
  ['-m conntrack --ctdir REPLY', 'unsupported-option', '--ctdir'],
  ['-m set --match-set a src --return-nomatch', 'unsupported-option', '--return-nomatch'],
  ['-p tcp --tcp-option 2', 'unsupported-option', '--tcp-option'],
  ['-p tcp ! --tcp-option 2', 'unsupported-option', '! --tcp-option'],
  ['-m conntrack --ctstatus NONE', 'unsupported-option', '--ctstatus'],
  ['-m set --match-set a src --bytes-gt 5', 'unsupported-option', '--bytes-gt'],
  ['-p sctp --chunk-types any DATA', 'unsupported-option', '--chunk-types'],
  ['-p esp --espspi 5', 'unsupported-match', 'esp'],
  ['-f', 'unsupported-option', '-f'],
  ['-m nosuch', 'unknown-match', "Couldn't load match `nosuch':No such file or directory"],
])('%s is refused by name, not passed over', (text, code, message) => {
  expect(issueOf(`-A PREROUTING ${text}`)).toMatchObject({ code, message })
})
