import { describe, expect, test } from 'vitest'
import { failedMatch } from './failed-match.ts'
import { packet, type Sketched } from './fixtures/sketch.ts'
import { echo6, passOf, tcp, tried } from './fixtures/tried.ts'
import { CONDITION, firstFailed } from './matches.ts'
import type { Rule } from './rule.ts'

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
