import { describe, expect, test } from 'vitest'
import { packet, span } from './fixtures/sketch.ts'
import {
  echo,
  echo6,
  made,
  matching,
  passOf,
  type Seen,
  sctp,
  tcp,
  tried,
  udp,
} from './fixtures/tried.ts'
import { CONDITION, firstFailed } from './matches.ts'
import type { Match } from './rule.ts'

type Kind<K extends Match['kind']> = Extract<Match, { kind: K }>
const at = (lo: number, hi = lo, negated = false) => ({ lo, hi, negated })

describe('ports', () => {
  const ports = (more: Partial<Kind<'ports'>>): Match => ({ kind: 'ports', module: 'tcp', ...more })
  const port = { field: 'source-port', wanted: '1:39999', negated: false, got: '40000' }

  test.each([
    [ports({}), true],
    [ports({ source: at(40000) }), true],
    [ports({ source: at(39999, 40001) }), true],
    [ports({ source: at(1, 39999) }), port],
    [ports({ source: at(40001, 65535) }), { ...port, wanted: '40001:65535' }],
    [ports({ source: at(40000, 40000, true) }), { ...port, wanted: '40000', negated: true }],
    [ports({ source: at(1, 39999, true) }), true],
    [ports({ destination: at(443) }), true],
    [
      ports({ destination: at(80) }),
      { field: 'destination-port', wanted: '80', negated: false, got: '443' },
    ],
    [
      ports({ source: at(40000), destination: at(0, 65535, true) }),
      { field: 'destination-port', wanted: '0:65535', negated: true, got: '443' },
    ],
    [ports({ flags: { mask: 0x17, set: 0x02, negated: false } }), true],
    [
      ports({ flags: { mask: 0x17, set: 0x02, negated: true } }),
      { field: 'extension', module: 'tcp', wanted: '0x17/0x2', negated: true, got: 'SYN' },
    ],
    [
      ports({ flags: { mask: 0x12, set: 0x12, negated: false } }),
      { field: 'extension', module: 'tcp', wanted: '0x12/0x12', negated: false, got: 'SYN' },
    ],
    [ports({ flags: { mask: 0x12, set: 0x12, negated: true } }), true],
    [
      ports({ destination: at(443), flags: { mask: 0x12, set: 0x12, negated: false } }),
      { field: 'extension', module: 'tcp', wanted: '0x12/0x12', negated: false, got: 'SYN' },
    ],
  ])('%j', (match, expected) => {
    expect(tried({ m: [match] }, tcp)).toEqual(expected)
  })

  test('are read whatever the protocol that has some, and of no other', () => {
    expect(matching(ports({ module: 'udp', destination: at(53) }), udp)).toBe(true)
    expect(matching(ports({ module: 'sctp', destination: at(443) }), sctp)).toBe(true)
    expect(matching(ports({ destination: at(53) }), udp)).toBe(true)
    expect(tried({ m: [ports({})] }, echo)).toEqual({
      field: 'protocol',
      wanted: 'tcp',
      negated: false,
      got: 'icmp',
    })
  })
})

describe('icmp', () => {
  const icmp = (more: Partial<Kind<'icmp'>>): Match => ({
    kind: 'icmp',
    module: 'icmp',
    type: 8,
    code: { lo: 0, hi: 255 },
    negated: false,
    ...more,
  })
  const ask = { field: 'extension', module: 'icmp', negated: false, got: '8/0' }

  test.each([
    [icmp({}), true],
    [icmp({ code: { lo: 0, hi: 0 } }), true],
    [icmp({ type: 255 }), true],
    [icmp({ type: 0 }), { ...ask, wanted: '0/0:255' }],
    [icmp({ code: { lo: 1, hi: 1 } }), { ...ask, wanted: '8/1' }],
    [icmp({ negated: true }), { ...ask, wanted: '8/0:255', negated: true }],
    [icmp({ type: 0, negated: true }), true],
    [icmp({ type: 255, negated: true }), { ...ask, wanted: '255/0:255', negated: true }],
  ])('%j', (match, expected) => {
    expect(tried({ m: [match] }, echo)).toEqual(expected)
  })

  test('and icmpv6 are two protocols, and know the type that a packet says', () => {
    expect(matching(icmp({ module: 'icmp6', type: 128 }), echo6)).toBe(true)
    expect(matching(icmp({ module: 'icmp6', type: 255 }), echo6)).toBe(false)
    expect(matching(icmp({ module: 'icmp6', type: 8 }), echo)).toBe(false)
    expect(matching(icmp({ type: 128 }), echo6)).toBe(false)
    const timestamp = { ...echo, icmp: { type: 13, code: 3 } }
    expect(matching(icmp({ type: 13, code: { lo: 3, hi: 3 } }), timestamp)).toBe(true)
    expect(matching(icmp({ type: 13, code: { lo: 4, hi: 9 } }), timestamp)).toBe(false)
    expect(matching(icmp({ type: 13, code: { lo: 0, hi: 2 } }), timestamp)).toBe(false)
  })
})

describe('multiport', () => {
  const several = (side: Kind<'multiport'>['side'], negated = false): Match => ({
    kind: 'multiport',
    side,
    ports: [
      { lo: 80, hi: 80 },
      { lo: 40000, hi: 40010 },
    ],
    negated,
  })

  test.each([
    [several('sources'), true],
    [several('destinations'), { wanted: '80,40000:40010', negated: false, got: '443' }],
    [several('either'), true],
    [several('sources', true), { negated: true, got: '40000' }],
    [several('destinations', true), true],
    [several('either', true), { negated: true, got: '40000,443' }],
  ])('%j', (match, expected) => {
    const said = tried({ m: [match] }, tcp)
    if (expected === true) expect(said).toBe(true)
    else expect(said).toMatchObject({ field: 'extension', module: 'multiport', ...expected })
  })

  test('either side will do', () => {
    const swapped = packet('100.65.0.50 > 8.8.8.8', { sport: 443, dport: 80 })
    expect(matching(several('either'), swapped)).toBe(true)
    expect(matching(several('sources'), swapped)).toBe(false)
  })
})

describe('addrtype', () => {
  test.each([
    [{ destination: { types: ['UNICAST'], negated: false } }, true],
    [{ destination: { types: ['LOCAL'], negated: true } }, true],
    [
      { destination: { types: ['LOCAL', 'BROADCAST'], negated: false } },
      { wanted: 'dst-type LOCAL,BROADCAST', negated: false, got: 'UNICAST' },
    ],
    [{ source: { types: ['UNICAST'], negated: false } }, true],
    [
      { source: { types: ['LOCAL'], negated: false } },
      { wanted: 'src-type LOCAL', negated: false, got: 'UNICAST' },
    ],
    [
      {
        source: { types: ['UNICAST'], negated: false },
        destination: { types: ['UNICAST'], negated: true },
      },
      { wanted: 'dst-type UNICAST', negated: true, got: 'UNICAST' },
    ],
  ] as const)('%j', (options, expected) => {
    const said = tried({ m: [{ kind: 'addrtype', ...options }] }, tcp)
    if (expected === true) expect(said).toBe(true)
    else expect(said).toEqual({ field: 'extension', module: 'addrtype', ...expected })
  })

  test('may be limited to the interface it came by, or leaves by, where the hook knows one', () => {
    const local = { types: ['LOCAL'], negated: false } as const
    const own = packet('100.65.0.50 > 100.65.0.1')
    const limited = (more: Partial<Kind<'addrtype'>>, seen?: Seen): boolean =>
      matching({ kind: 'addrtype', destination: local, ...more }, own, seen)
    expect(limited({ limitIfaceIn: true })).toBe(true)
    expect(limited({ limitIfaceIn: true }, { by: 'eth0' })).toBe(false)
    expect(limited({ limitIfaceOut: true })).toBe(false)
    expect(limited({ limitIfaceOut: true }, { out: 'pod0' })).toBe(true)
    expect(limited({ limitIfaceOut: true }, { out: '' })).toBe(true)
    expect(limited({ limitIfaceIn: true }, { by: '' })).toBe(true)
  })

  test('says the one type that an IPv4 address has', () => {
    const local = { types: ['LOCAL'], negated: false } as const
    const own = packet('100.65.0.50 > 255.255.255.255')
    expect(tried({ m: [{ kind: 'addrtype', destination: local }] }, own)).toMatchObject({
      got: 'BROADCAST',
    })
  })

  test('says every type that an IPv6 address has', () => {
    const local = { types: ['MULTICAST'], negated: false } as const
    const own = packet('fd00:65::50 > fd00:65::1')
    expect(tried({ m: [{ kind: 'addrtype', destination: local }] }, own)).toMatchObject({
      got: 'UNICAST,LOCAL',
    })
  })
})

describe('mark', () => {
  const wanted = (more: Partial<Kind<'mark'>>): Match => ({
    kind: 'mark',
    of: 'packet',
    value: 0x4000,
    mask: 0x4000,
    negated: false,
    ...more,
  })

  test.each([
    [wanted({}), true],
    [wanted({ value: 1, mask: 0xf }), false],
    [wanted({ negated: true }), false],
    [wanted({ value: 0, mask: 0xf, negated: true }), false],
    [wanted({ value: 0x8000_c000, mask: 0xffff_ffff }), true],
    [wanted({ of: 'connection' }), false],
    [wanted({ of: 'connection', value: 5, mask: 0xff }), true],
  ])('%j', (match, expected) => {
    expect(matching(match, tcp, { mark: 0x8000_c000, connectionMark: 5 })).toBe(expected)
  })

  test('says which of the two, in hexadecimal', () => {
    expect(tried({ m: [wanted({ value: 1 })] }, tcp, { mark: 0x8000_c000 })).toEqual({
      field: 'extension',
      module: 'mark',
      wanted: '0x1/0x4000',
      negated: false,
      got: '0x8000c000',
    })
    expect(
      tried({ m: [wanted({ of: 'connection' })] }, tcp, { mark: 7, connectionMark: 5 }),
    ).toMatchObject({ module: 'connmark', got: '0x5' })
  })
})

describe('conntrack', () => {
  const states = (...of: Kind<'conntrack'>['states']): Kind<'conntrack'> => ({
    kind: 'conntrack',
    module: 'conntrack',
    states: of,
    negated: false,
  })

  test('sees the first packet of a flow, which is NEW', () => {
    expect(matching(states('NEW'), tcp)).toBe(true)
    expect(matching(states('RELATED', 'ESTABLISHED'), tcp)).toBe(false)
    expect(matching({ ...states('NEW'), negated: true }, tcp)).toBe(false)
    expect(matching({ ...states('INVALID'), negated: true }, tcp)).toBe(true)
  })

  test('sees whether the destination has been changed', () => {
    const translated = { destinationChanged: true }
    expect(matching(states('DNAT'), tcp)).toBe(false)
    expect(matching(states('DNAT'), tcp, translated)).toBe(true)
    expect(matching({ ...states('DNAT'), negated: true }, tcp, translated)).toBe(false)
    expect(matching(states('SNAT'), tcp, translated)).toBe(false)
    expect(tried({ m: [states('SNAT')] }, tcp, translated)).toEqual({
      field: 'extension',
      module: 'conntrack',
      wanted: 'SNAT',
      negated: false,
      got: 'NEW,DNAT',
    })
    expect(tried({ m: [{ ...states('DNAT'), module: 'state' }] }, tcp)).toMatchObject({
      module: 'state',
      got: 'NEW',
    })
  })
})

describe('iprange', () => {
  const range = (side: 'source' | 'destination', text: string, negated = false): Match => ({
    kind: 'iprange',
    [side]: { ...span(text), negated },
  })

  test.each([
    [range('destination', '8.8.8.8-8.8.8.8'), true],
    [range('destination', '8.8.8.0-8.8.8.8'), true],
    [range('destination', '8.8.8.8-9.0.0.0'), true],
    [range('source', '100.65.0.0-100.65.0.50'), true],
    [range('source', '10.0.0.0-11.0.0.0', true), true],
    [
      range('destination', '8.8.8.9-8.8.9.0'),
      { wanted: 'dst-range 8.8.8.9-8.8.9.0', negated: false, got: '8.8.8.8' },
    ],
    [
      range('destination', '8.0.0.0-8.8.8.7'),
      { wanted: 'dst-range 8.0.0.0-8.8.8.7', negated: false, got: '8.8.8.8' },
    ],
    [
      range('source', '100.0.0.0-101.0.0.0', true),
      { wanted: 'src-range 100.0.0.0-101.0.0.0', negated: true, got: '100.65.0.50' },
    ],
    [
      {
        kind: 'iprange' as const,
        source: { ...span('100.0.0.0-101.0.0.0'), negated: false },
        destination: { ...span('9.0.0.0-9.0.0.1'), negated: false },
      },
      { wanted: 'dst-range 9.0.0.0-9.0.0.1', negated: false, got: '8.8.8.8' },
    ],
    [
      range('destination', '8.0.0.0-9.0.0.0', true),
      { wanted: 'dst-range 8.0.0.0-9.0.0.0', negated: true, got: '8.8.8.8' },
    ],
  ])('%j', (match, expected) => {
    const said = tried({ m: [match] }, tcp)
    if (expected === true) expect(said).toBe(true)
    else expect(said).toEqual({ field: 'extension', module: 'iprange', ...expected })
  })
})

test('a comment always holds', () => {
  expect(matching({ kind: 'comment', text: 'any' }, tcp)).toBe(true)
  expect(matching({ kind: 'comment', text: 'of a packet without ports' }, echo)).toBe(true)
})

test('every extension must hold, and the first that does not is said', () => {
  const low: Match = { kind: 'mark', of: 'packet', value: 1, mask: 1, negated: false }
  const comment: Match = { kind: 'comment', text: 'x' }
  const pass = passOf(tcp)
  expect(firstFailed(made({ m: [comment, low] }), pass)).toBe(CONDITION.firstMatch + 1)
  expect(firstFailed(made({ m: [low, comment] }), pass)).toBe(CONDITION.firstMatch)
})
