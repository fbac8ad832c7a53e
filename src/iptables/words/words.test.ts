import { describe, expect, test } from 'vitest'
import { invariant } from '../../net/invariant.ts'
import { isForeignMatch, isForeignTarget } from '../names/extensions.ts'
import { ownProtocolName, protocolName, protocolNumber } from '../names/protocols.ts'
import { serviceName, servicePort } from '../names/services.ts'
import { formatTcpFlags, tcpFlags } from '../names/tcp-flags.ts'
import { inetAton, inetPton, numericAddress, numericMask } from './c-address.ts'
import { leadingUnsigned, wholeUnsigned } from './c-number.ts'
import { ntop } from './format-address.ts'
import { type Found, OptionReader, type OptionSpec } from './getopt.ts'
import { ipsetWords } from './ipset-words.ts'
import { prefixMask, prefixOf } from './mask.ts'
import { quoted } from './quoted.ts'
import { restoreWords } from './restore-words.ts'
import { shellCommands } from './shell-words.ts'
import { byteLength, firstBytes } from './utf8.ts'

describe('numbers are read as C reads them', () => {
  test.each<[string, number, number, string]>([
    ['12', 99, 12, ''],
    ['12x', 99, 12, 'x'],
    ['0x1F', 99, 31, ''],
    ['0x', 99, 0, 'x'],
    ['017', 99, 15, ''],
    ['08', 99, 0, '8'],
    [' \t+7-', 99, 7, '-'],
    ['99', 99, 99, ''],
  ])('%j', (text, max, value, rest) => {
    expect(leadingUnsigned(text, max)).toEqual({ value, rest })
  })

  test.each([
    ['100', 99],
    ['-1', 99],
    ['', 99],
    ['x', 99],
    ['+', 99],
  ])('%j is none', (text, max) => {
    expect(leadingUnsigned(text, max)).toBeNull()
  })

  test('of a whole number nothing may be left, nor may it be too small', () => {
    expect([wholeUnsigned('5', 9), wholeUnsigned('5x', 9), wholeUnsigned('0', 9, 1)]).toEqual([
      5,
      null,
      null,
    ])
  })
})

describe('addresses', () => {
  const shown = (address: ReturnType<typeof inetPton>) => address && ntop(address)

  test.each([
    ['1.2.3.4', '1.2.3.4', '1.2.3.4', '1.2.3.4'],
    ['10.1', '10.1.0.0', '10.0.0.1', null],
    ['10', '10.0.0.0', '0.0.0.10', null],
    ['010.0.0.1', '8.0.0.1', '8.0.0.1', null],
    ['0xff.1', '255.1.0.0', '255.0.0.1', null],
    ['1.2.772', null, '1.2.3.4', null],
    ['16909060', null, '1.2.3.4', null],
    ['4294967296', null, null, null],
    ['256.0.0.1', null, null, null],
    ['1.2.3.4.5', null, null, null],
    ['1.2.3.', null, null, null],
    ['', null, null, null],
    ['1. 2.3.4', '1.2.3.4', null, null],
  ])('%j: iptables %s, getaddrinfo %s, inet_pton %s', (text, numeric, aton, pton) => {
    expect(shown(numericAddress(text, 4))).toBe(numeric)
    expect(shown(inetAton(text))).toBe(aton)
    expect(shown(inetPton(text, 4))).toBe(pton)
  })

  test.each([
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['FD00::A', 'fd00::a'],
    ['1:0:0:2::3', '1:0:0:2::3'],
    ['1:2:0:4:5:6:7:8', '1:2:0:4:5:6:7:8'],
    ['1:0:0:4:0:0:0:8', '1:0:0:4::8'],
    ['::ffff:1.2.3.4', '::ffff:1.2.3.4'],
    ['::1.2.3.4', '::1.2.3.4'],
    ['::102:304', '::1.2.3.4'],
    ['::1:ffff:102:304', '::1:ffff:102:304'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['00001::', null],
    [':1::', null],
    ['1::2::3', null],
    ['1:2:3:4:5:6:7:8:9', null],
    ['1:2:3:4:5:6:7', null],
    ['1:2:3:4:5:6:7:8::', null],
    ['1.2.3.4::', null],
    ['::1.2.3', null],
    ['::1.2.3.04', null],
    ['fe80::1%eth0', null],
    ['1.2.3.4', null],
  ])('%j of IPv6 is %j', (text, expected) => {
    expect(shown(inetPton(text, 6))).toBe(expected)
    expect(shown(numericAddress(text, 6))).toBe(expected)
  })

  test('a mask has four parts', () => {
    expect([numericMask('255.255', 4), numericMask('255.255.0.0', 4)?.words]).toEqual([
      null,
      [0xffff0000],
    ])
  })

  test('a mask is a prefix where its ones stand together', () => {
    expect(prefixMask(33, 6)).toEqual([0xffffffff, 0x80000000, 0, 0])
    expect(prefixMask(128, 4)).toEqual([0xffffffff])
    expect(prefixOf([0xffffff00])).toBe(24)
    expect(prefixOf([0])).toBe(0)
    expect(prefixOf([0xffffffff, 0, 0, 1])).toBeNull()
    expect(prefixOf([0xff00ff00])).toBeNull()
  })
})

describe('words', () => {
  const words = (line: string, from = 0) => {
    const read = restoreWords(line, from)
    invariant(read.ok, 'the line is good')
    return read.value.map(({ text, column }) => [text, column])
  }

  test.each<[string, readonly (readonly [string, number])[]]>([
    [
      '-A  B\n',
      [
        ['-A', 1],
        ['B', 5],
      ],
    ],
    [
      'a"b c"d\n',
      [
        ['ab c', 1],
        ['d', 7],
      ],
    ],
    [
      '"a \\" \\\\ \\x" ""\n',
      [
        ['a " \\ x', 1],
        ['', 14],
      ],
    ],
    [
      "a\\ b 'c d'\n",
      [
        ['a\\', 1],
        ['b', 4],
        ["'c", 6],
        ["d'", 9],
      ],
    ],
    ['"open\n', [['open\n', 1]]],
    ['"', []],
    ['x "', [['x', 1]]],
  ])('%j', (line, expected) => {
    expect(words(line)).toEqual(expected)
  })

  test('columns count from the beginning of the line', () => {
    expect(words('[1:2] -A B', 5)).toEqual([
      ['-A', 7],
      ['B', 10],
    ])
  })

  test('ipset knows quotes and nothing else', () => {
    expect(
      ipsetWords('add a 1.2.3.4 comment "x \\" y').map(({ text, column }) => [text, column]),
    ).toEqual([
      ['add', 1],
      ['a', 5],
      ['1.2.3.4', 7],
      ['comment', 15],
      ['x \\', 23],
      ['y', 29],
    ])
  })

  test('a shell ends commands at lines, semicolons and ands', () => {
    const read = shellCommands('a \\\nb;c&&d # e\nf"g"\'h\'\\i')
    invariant(read.ok, 'the text is good')
    expect(read.value.map((command) => command.map(({ text }) => text))).toEqual([
      ['a', 'b'],
      ['c'],
      ['d'],
      ['fghi'],
    ])
    expect(read.value.flat().map(({ column }) => column)).toEqual([1, 5, 7, 10, 16])
  })

  test.each(['|', '>', '<', '&', '$', '`', '(', ')'])('%s is left to a real shell', (character) => {
    expect(shellCommands(`iptables ${character} x`)).toMatchObject({
      ok: false,
      error: { code: 'unsupported-shell', message: character, column: 10 },
    })
  })

  test('what is safe stands bare, the rest in quotes', () => {
    expect([quoted('a-_9'), quoted(''), quoted('a:b'), quoted('a"\\\'b')]).toEqual([
      'a-_9',
      '""',
      '"a:b"',
      '"a\\"\\\\\\\'b"',
    ])
  })

  test('bytes are counted as UTF-8 has them', () => {
    expect([...'aé한😀'].map(byteLength)).toEqual([1, 2, 3, 4])
    expect(firstBytes('aé한😀', 5)).toBe('aé')
    expect(firstBytes('aé한😀', 6)).toBe('aé한')
    expect(firstBytes('aé한😀', 10)).toBe('aé한😀')
  })
})

describe('options', () => {
  const specs: readonly OptionSpec[] = [
    { key: 'A', name: 'A', takes: 'value' },
    { key: 'A', name: 'append', takes: 'value' },
    { key: 'n', name: 'n', takes: 'nothing' },
    { key: 'n', name: 'numeric', takes: 'nothing' },
    { key: 'L', name: 'L', takes: 'maybe' },
    { key: 's', name: 'source', takes: 'value' },
    { key: 's', name: 'src', takes: 'value' },
    { key: 'x', name: 'state', takes: 'value' },
  ]

  function shown(found: Exclude<Found, { kind: 'end' }>): string {
    if (found.kind !== 'option') return `${found.kind} ${found.at.text}`
    return `${found.spec.key}=${found.value?.text ?? ''}${found.attached ? '+' : ''}`
  }

  function read(...texts: readonly string[]): readonly string[] {
    const reader = new OptionReader(
      texts.map((text, i) => ({ text, column: i + 1 })),
      'before',
    )
    const seen: string[] = []
    for (;;) {
      const found = reader.next(specs)
      if (found.kind === 'end') return [...seen, ...(reader.atEnd ? [] : ['rest'])]
      seen.push(shown(found))
    }
  }

  test.each<[readonly string[], readonly string[]]>([
    [
      ['-A', 'B', 'c'],
      ['A=B', 'plain c'],
    ],
    [['-AB'], ['A=B+']],
    [
      ['-nLx', '-L', 'x'],
      ['n=', 'L=x+', 'L=', 'plain x'],
    ],
    [
      ['-nA', '-n'],
      ['n=', 'A=-n'],
    ],
    [
      ['--append', 'B', '--append=C', '--app', 'D'],
      ['A=B', 'A=C+', 'A=D'],
    ],
    [
      ['--so', '1', '--s', '1'],
      ['s=1', 'unknown --s', 'plain 1'],
    ],
    [
      ['--sr=1', '--st=2'],
      ['s=1+', 'x=2+'],
    ],
    [['--numeric=1'], ['unknown --numeric=1']],
    [['-A'], ['missing -A']],
    [['--append'], ['missing --append']],
    [
      ['-Q', '-nQ', '-Qn'],
      ['unknown -Q', 'n=', 'unknown -nQ', 'unknown -nQ', 'n='],
    ],
    [['-Qn'], ['unknown before', 'n=']],
    [
      ['!', '-Qn'],
      ['plain !', 'unknown ', 'n='],
    ],
    [
      ['-', '--', '-n'],
      ['plain -', 'rest'],
    ],
    [
      ['--n', '--N'],
      ['n=', 'unknown --N'],
    ],
  ])('%j', (texts, expected) => {
    expect(read(...texts)).toEqual(expected)
  })

  test('an option can be read again, once more is known', () => {
    const reader = new OptionReader(
      [
        { text: '--dport', column: 1 },
        { text: '5', column: 9 },
      ],
      '',
    )
    expect(reader.next(specs).kind).toBe('unknown')
    reader.again()
    const more = [...specs, { key: 'd', name: 'dport', takes: 'value' } as const]
    expect(reader.next(more)).toMatchObject({ kind: 'option', value: { text: '5' } })
    expect(reader.atEnd).toBe(true)
  })
})

test('names that the system knows', () => {
  expect([servicePort('http', 'tcp'), servicePort('http', 'udp'), servicePort('tftp')]).toEqual([
    80,
    null,
    69,
  ])
  expect([serviceName(53, 'udp'), serviceName(80, 'sctp'), servicePort('www', 'tcp')]).toEqual([
    'domain',
    null,
    80,
  ])
  expect([protocolNumber('tcp'), protocolNumber('IPSEC-ESP'), protocolNumber('no')]).toEqual([
    6,
    50,
    null,
  ])
  expect([protocolName(58), protocolName(47), protocolName(250)]).toEqual([
    'ipv6-icmp',
    'gre',
    null,
  ])
  expect([ownProtocolName(17), ownProtocolName(47)]).toEqual(['udp', null])
  expect([tcpFlags('syn,ACK'), tcpFlags('x'), formatTcpFlags(0x21), formatTcpFlags(0)]).toEqual([
    0x12,
    { unknown: 'x' },
    'FIN,URG',
    'NONE',
  ])
  expect([isForeignMatch('ttl', 4), isForeignMatch('ttl', 6), isForeignTarget('DNPT', 6)]).toEqual([
    true,
    false,
    true,
  ])
})
