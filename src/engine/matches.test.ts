import { describe, expect, test } from 'vitest'
import { failedMatch } from './failed-match.ts'
import { packet, type Sketched, span } from './fixtures/sketch.ts'
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
import type { Match, Rule } from './rule.ts'

describe('the generic conditions', () => {
  test.each([
    [{}, true],
    [{ s: '100.65.0.0/16' }, true],
    [{ d: '8.8.8.8' }, true],
    [{ d: '0.0.0.0/0' }, true],
    [{ d: '!9.0.0.0/8' }, true],
    [{ i: 'pod0' }, true],
    [{ i: 'pod+' }, true],
    [{ i: '+' }, true],
    [{ i: '!eth0' }, true],
    [{ i: '!pod' }, true],
    [{ o: 'eth0' }, true],
    [{ o: '!eth1' }, true],
    [{ p: 'tcp' }, true],
    [{ p: '!udp' }, true],
    [
      { s: '100.64.0.0/16' },
      { field: 'source', wanted: '100.64.0.0/16', negated: false, got: '100.65.0.50', part: 1 },
    ],
    [
      { d: '8.8.8.9/32' },
      { field: 'destination', wanted: '8.8.8.9/32', negated: false, got: '8.8.8.8', part: 3 },
    ],
    [
      { d: '!8.0.0.0/8' },
      { field: 'destination', wanted: '8.0.0.0/8', negated: true, got: '8.8.8.8', part: null },
    ],
    [{ i: 'pod1' }, { field: 'in-interface', wanted: 'pod1', negated: false, got: 'pod0' }],
    [{ i: '!pod+' }, { field: 'in-interface', wanted: 'pod+', negated: true, got: 'pod0' }],
    [{ i: 'pod00' }, { field: 'in-interface', wanted: 'pod00', negated: false, got: 'pod0' }],
    [{ i: 'pod00+' }, { field: 'in-interface', wanted: 'pod00+', negated: false, got: 'pod0' }],
    [{ o: 'pod+' }, { field: 'out-interface', wanted: 'pod+', negated: false, got: 'eth0' }],
    [{ p: 'udp' }, { field: 'protocol', wanted: 'udp', negated: false, got: 'tcp' }],
    [{ p: '!tcp' }, { field: 'protocol', wanted: 'tcp', negated: true, got: 'tcp' }],
  ] as const)('%j', (sketched, expected) => {
    expect(tried(sketched, tcp)).toEqual(expected)
  })

  test('are tried in the order in which iptables-save prints them, the extensions last', () => {
    const all: Sketched = {
      s: '1.0.0.0/8',
      d: '1.0.0.0/8',
      i: 'x',
      o: 'x',
      p: 'udp',
      m: [{ kind: 'mark', of: 'packet', value: 1, mask: 1, negated: false }],
    }
    const fields: string[] = []
    const { s: _s, ...afterSource } = all
    const { d: _d, ...afterDestination } = afterSource
    const { i: _i, ...afterIn } = afterDestination
    const { o: _o, ...afterOut } = afterIn
    const { p: _p, ...afterProtocol } = afterOut
    for (const some of [all, afterSource, afterDestination, afterIn, afterOut, afterProtocol]) {
      const said = tried(some, tcp)
      fields.push(said === true ? 'none' : said.field)
    }
    expect(fields).toEqual([
      'source',
      'destination',
      'in-interface',
      'out-interface',
      'protocol',
      'extension',
    ])
  })

  test('any mask is compared bit by bit, and shown as a mask where it is no prefix', () => {
    const wanted = { address: packet('10.0.0.5 > 0.0.0.0').src, mask: [0xff0000ff], negated: false }
    const odd: Rule = { id: 'r', base: { source: wanted }, matches: [], target: null }
    const asked = (src: string) => firstFailed(odd, passOf(packet(`${src} > 8.8.8.8`)))
    expect(asked('10.77.77.5')).toBe(CONDITION.none)
    expect(asked('10.77.77.6')).toBe(CONDITION.source)
    const pass = passOf(packet('10.77.77.6 > 8.8.8.8'))
    expect(failedMatch(odd, CONDITION.source, pass)).toMatchObject({
      wanted: '10.0.0.5/255.0.0.255',
      part: 3,
    })
  })

  test('an IPv6 range names the 16-bit group that differs', () => {
    expect(tried({ d: '2001:db8:8::/48' }, echo6)).toEqual({
      field: 'destination',
      wanted: '2001:db8:8::/48',
      negated: false,
      got: '2001:db8:9::9',
      part: 2,
    })
    expect(tried({ d: '2001:db8:9::8' }, echo6)).toMatchObject({ part: 7 })
    expect(tried({ d: '2001:db8:9::/48' }, echo6)).toBe(true)
  })
})

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
  ])('%j', (match, expected) => {
    expect(tried({ m: [match] }, tcp)).toEqual(expected)
  })

  test('are read whatever the protocol that has some, and of no other', () => {
    expect(matching(ports({ module: 'udp', destination: at(53) }), udp)).toBe(true)
    expect(matching(ports({ module: 'sctp', destination: at(443) }), sctp)).toBe(true)
    expect(matching(ports({ destination: at(53) }), udp)).toBe(true)
    expect(matching(ports({}), echo)).toBe(false)
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
    expect(tried({ m: [wanted({ of: 'connection' })] }, tcp)).toMatchObject({
      module: 'connmark',
      got: '0x0',
    })
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

  test('sees whether the destination or the source has been changed', () => {
    expect(matching(states('DNAT'), tcp)).toBe(false)
    expect(matching(states('DNAT'), tcp, { changed: 'destination' })).toBe(true)
    expect(matching(states('SNAT'), tcp, { changed: 'destination' })).toBe(false)
    expect(matching(states('SNAT'), tcp, { changed: 'source' })).toBe(true)
    expect(tried({ m: [states('SNAT')] }, tcp, { changed: 'destination' })).toEqual({
      field: 'extension',
      module: 'conntrack',
      wanted: 'SNAT',
      negated: false,
      got: 'NEW,DNAT',
    })
    expect(
      tried({ m: [{ ...states('DNAT'), module: 'state' }] }, tcp, { changed: 'source' }),
    ).toMatchObject({ module: 'state', got: 'NEW,SNAT' })
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
})

test('every extension must hold, and the first that does not is said', () => {
  const low: Match = { kind: 'mark', of: 'packet', value: 1, mask: 1, negated: false }
  const comment: Match = { kind: 'comment', text: 'x' }
  const pass = passOf(tcp)
  expect(firstFailed(made({ m: [comment, low] }), pass)).toBe(CONDITION.firstMatch + 1)
  expect(firstFailed(made({ m: [low, comment] }), pass)).toBe(CONDITION.firstMatch)
})
