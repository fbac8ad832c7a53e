import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  AddressType,
  BaseMatch,
  ConntrackState,
  MaskedAddress,
  Match,
  NatTable,
  PortChoice,
  PortRange,
  Rule,
  Target,
} from '../engine/rule.ts'
import type { Address, Family } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import { parseSave } from './parse-save.ts'
import { printSave } from './print-save.ts'
import { masked, prefixMask, wordsOf } from './words/mask.ts'
import { byteLength } from './words/utf8.ts'

// Tables as `parseSave` leaves them: whatever has two ways of being said is in the one it picks.

const u32 = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 1, 0x4000, 0xffffffff),
)
const port = fc.oneof(fc.integer({ min: 0, max: 65535 }), fc.constantFrom(0, 1, 80, 65535))
const range: Arbitrary<PortRange> = fc
  .tuple(port, port)
  .map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) }))
const negated = fc.boolean()
const text = (bytes: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((each) => !/[\n\0]/.test(each) && byteLength(each) <= bytes)

const addressOf = (family: Family): Arbitrary<Address> =>
  fc
    .array(u32, { minLength: wordsOf(family), maxLength: wordsOf(family) })
    .map((words) => ({ family, words }))

function networkOf(family: Family): Arbitrary<MaskedAddress> {
  const prefix = fc.integer({ min: 1, max: 32 * wordsOf(family) })
  const mask = fc.oneof(
    { weight: 4, arbitrary: prefix.map((bits) => prefixMask(bits, family)) },
    addressOf(family)
      .map(({ words }) => words)
      .filter((words) => words.some((word) => word !== 0)),
  )
  return fc
    .record({ address: addressOf(family), mask, negated })
    .map((each) => ({ ...each, address: masked(each.address, each.mask) }))
}

const pattern = fc.oneof(
  fc.record({ pattern: fc.stringMatching(/^[a-z][a-z0-9.@-]{0,13}\+?$/), negated }),
  fc.constant({ pattern: '+', negated: true }),
)

const maybe = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** Without the keys that hold nothing. */
const told = <T>(value: object): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

const side = range.chain((each) => negated.map((not) => ({ ...each, negated: not })))
/** iptables-nft says nothing of a side that takes all, and turns `! 0:99` around. */
const plainSide = side.filter(({ lo, hi, negated: not }) =>
  lo === 0 ? hi < 65535 && !(not && hi > 0) : true,
)

const flags = fc.record({
  mask: fc.integer({ min: 1, max: 0x3f }),
  set: fc.integer({ min: 0, max: 0x3f }),
  negated,
})

type Protocol = { readonly number: number; readonly negated: boolean }

/** The matches that want to know the protocol. */
function protocolMatches(family: Family, { number, negated: not }: Protocol): Arbitrary<Match>[] {
  const ports = fc.record({ source: maybe(plainSide), destination: maybe(plainSide) })
  const named: Arbitrary<Match>[] = []
  if (number === 6) {
    named.push(
      fc
        .tuple(ports, maybe(flags))
        .filter(([each, some]) => !not || Boolean(each.source ?? each.destination ?? some))
        .map(([each, some]): Match => told({ kind: 'ports', module: 'tcp', ...each, flags: some })),
    )
  }
  if (number === 17) {
    named.push(
      ports
        .filter((each) => !not || Boolean(each.source ?? each.destination))
        .map((each): Match => told({ kind: 'ports', module: 'udp', ...each })),
    )
  }
  if (not) return named
  if (number === 132) {
    named.push(
      fc
        .record({ source: maybe(side), destination: maybe(side) })
        .map((each): Match => told({ kind: 'ports', module: 'sctp', ...each })),
    )
  }
  if ([6, 17, 33, 132, 136].includes(number)) named.push(multiport)
  if (number === (family === 4 ? 1 : 58)) named.push(icmpOf(family))
  return named
}

const multiport: Arbitrary<Match> = fc.record({
  kind: fc.constant('multiport'),
  side: fc.constantFrom('sources', 'destinations', 'either'),
  ports: fc.array(range, { minLength: 1, maxLength: 7 }),
  negated,
})

const everyCode = { lo: 0, hi: 255 }
const code = fc.oneof(
  fc.constant(everyCode),
  fc.integer({ min: 0, max: 255 }).map((one) => ({ lo: one, hi: one })),
)

const icmpOf = (family: Family): Arbitrary<Match> =>
  fc.record({ type: fc.integer({ min: 0, max: 255 }), code, negated }).map((each) => ({
    kind: 'icmp',
    module: family === 4 ? 'icmp' : 'icmp6',
    ...each,
    code: family === 4 && each.type === 255 ? everyCode : each.code,
  }))

const TYPES: readonly AddressType[] = [
  'UNSPEC',
  'UNICAST',
  'LOCAL',
  'ANYCAST',
  'MULTICAST',
  'UNREACHABLE',
]
const STATES: readonly ConntrackState[] = [
  'INVALID',
  'NEW',
  'RELATED',
  'ESTABLISHED',
  'UNTRACKED',
  'SNAT',
  'DNAT',
]

const some = <T>(all: readonly T[]): Arbitrary<readonly T[]> =>
  fc.subarray([...all], { minLength: 1 })

const typed = fc.record({ types: some(TYPES), negated })

function spanOf(family: Family) {
  return fc.record({ lo: addressOf(family), hi: addressOf(family), negated })
}

const freeMatches = (family: Family): Arbitrary<Match>[] => [
  fc
    .record({ source: maybe(typed), destination: maybe(typed) })
    .filter((each) => Boolean(each.source ?? each.destination))
    .map((each): Match => told({ kind: 'addrtype', ...each })),
  fc.record({
    kind: fc.constant('set'),
    set: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9:_-]{0,30}$/),
    directions: fc.array(fc.constantFrom('src', 'dst'), { minLength: 1, maxLength: 3 }),
    negated,
  }),
  fc.record({
    kind: fc.constant('mark'),
    of: fc.constantFrom('packet', 'connection'),
    value: u32,
    mask: u32,
    negated,
  }),
  fc.record({
    kind: fc.constant('conntrack'),
    module: fc.constant('conntrack'),
    states: some(STATES),
    negated,
  }),
  fc.record({
    kind: fc.constant('conntrack'),
    module: fc.constant('state'),
    states: some(STATES.slice(0, 5)),
    negated,
  }),
  fc
    .record({ source: maybe(spanOf(family)), destination: maybe(spanOf(family)) })
    .filter((each) => Boolean(each.source ?? each.destination))
    .map((each): Match => told({ kind: 'iprange', ...each })),
  text(255).map((each): Match => ({ kind: 'comment', text: each })),
  fc.tuple(fc.integer({ min: 0, max: 2 ** 31 }), negated).map(
    ([steps, not]): Match => ({
      kind: 'statistic',
      mode: 'random',
      probability: steps / 2 ** 31,
      negated: not,
    }),
  ),
  fc.tuple(fc.integer({ min: 1, max: 0xffffffff }), u32, negated).map(
    ([every, packet, not]): Match => ({
      kind: 'statistic',
      mode: 'nth',
      every,
      packet: packet % every,
      negated: not,
    }),
  ),
]

const log: Arbitrary<Target> = fc
  .record({
    kind: fc.constant('log' as const),
    prefix: maybe(text(29).filter((each) => each !== '')),
    level: maybe(fc.constantFrom(0, 1, 2, 3, 5, 6, 7)),
    options: fc.subarray<'tcp-sequence' | 'tcp-options' | 'ip-options' | 'uid' | 'macdecode'>([
      'tcp-sequence',
      'tcp-options',
      'ip-options',
      'uid',
      'macdecode',
    ]),
  })
  .map((each) => told<Target>(each))

const choice = (withPorts: boolean, fully: boolean): Arbitrary<PortChoice> =>
  fc
    .record({
      ports: withPorts ? maybe(range) : fc.constant(undefined),
      random: fc.boolean(),
      fullyRandom: fully ? fc.boolean() : fc.constant(false),
    })
    .map((each) => told<PortChoice>(each))

/** Targets that every hook may reach, and those for one of the built-in chains. */
function targetsOf(family: Family, chain: string, protocol: Protocol | undefined) {
  const ports = [6, 17, 132, 33, 1].includes(protocol?.number ?? 0)
  const span = fc.record({ lo: addressOf(family), hi: addressOf(family) })
  const to = (kind: 'snat' | 'dnat'): Arbitrary<Target> =>
    fc
      .record({
        to: maybe(span),
        persistent: fc.boolean(),
        choice: choice(ports, kind === 'snat'),
      })
      .filter((each) => Boolean(each.to ?? each.choice.ports))
      .map(({ choice: picked, ...each }): Target => told({ kind, ...each, ...picked }))
  const netmap = fc
    .tuple(addressOf(family), fc.integer({ min: 0, max: 32 * wordsOf(family) }))
    .map(([address, bits]): Target => {
      const mask = prefixMask(bits, family)
      return { kind: 'netmap', address: masked(address, mask), mask }
    })
  const marks = fc.record({ value: u32, mask: u32 })
  const any: Arbitrary<Target | null>[] = [
    fc.constantFrom(null, { kind: 'accept' }, { kind: 'return' }),
    marks.map((each) => ({ kind: 'mark', ...each })),
    marks.map((each) => ({ kind: 'connmark', action: 'set', ...each, toMask: 0xffffffff })),
    fc
      .tuple(fc.constantFrom<'save' | 'restore'>('save', 'restore'), u32, u32)
      .map(([action, mask, toMask]) => ({ kind: 'connmark', action, value: 0, mask, toMask })),
    log,
    netmap,
  ]
  if (chain === 'POSTROUTING') {
    any.push(choice(ports, true).map((each) => ({ kind: 'masquerade', ...each })))
  }
  if (chain === 'POSTROUTING' || chain === 'INPUT') any.push(to('snat'))
  if (chain === 'PREROUTING' || chain === 'OUTPUT') {
    any.push(
      to('dnat'),
      choice(ports, false).map((each) => ({ kind: 'redirect', ...each })),
    )
  }
  return any
}

function ruleIn(
  family: Family,
  chain: string,
  below: readonly string[],
): Arbitrary<Omit<Rule, 'id'>> {
  const into = !['POSTROUTING', 'OUTPUT'].includes(chain)
  const out = !['PREROUTING', 'INPUT'].includes(chain)
  const number = fc.oneof(fc.constantFrom(1, 6, 17, 58, 132, 136), fc.integer({ min: 1, max: 255 }))
  const base: Arbitrary<BaseMatch> = fc
    .record({
      source: maybe(networkOf(family)),
      destination: maybe(networkOf(family)),
      inInterface: into ? maybe(pattern) : fc.constant(undefined),
      outInterface: out ? maybe(pattern) : fc.constant(undefined),
      protocol: maybe(fc.record({ number, negated })),
    })
    .map((each) => told<BaseMatch>(each))
  return base.chain((each) => {
    const { protocol } = each
    // Of mark and connmark in turns the tool cannot read back what it prints itself.
    const free = fc.uniqueArray(fc.oneof(...freeMatches(family)), {
      selector: ({ kind }) => (kind === 'mark' ? kind : {}),
      maxLength: 3,
    })
    const bound = protocol ? protocolMatches(family, protocol) : []
    const first: Arbitrary<readonly Match[]> =
      bound.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...bound), { maxLength: 1 })
    const targets = targetsOf(family, chain, protocol)
    const jumps = below.flatMap((name) => [
      { kind: 'jump', chain: name } as const,
      { kind: 'goto', chain: name } as const,
    ])
    const target = fc.oneof(...targets, ...(jumps.length > 0 ? [fc.constantFrom(...jumps)] : []))
    return fc.tuple(first, free, target).map(([one, others, end]) => ({
      base: each,
      matches: [...one, ...others],
      target: end,
    }))
  })
}

const BUILT_IN = ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']

const table: Arbitrary<NatTable> = fc
  .tuple(fc.constantFrom<Family>(4, 6), fc.integer({ min: 0, max: 4 }))
  .chain(([family, count]) => {
    const own = Array.from({ length: count }, (_, i) => `C${i}`)
    const names = [...BUILT_IN, ...own]
    const chains = names.map((name) => {
      const below = own.filter((each) => BUILT_IN.includes(name) || each > name)
      return fc.array(ruleIn(family, name, below), { maxLength: 3 }).map((rules) => ({
        name,
        policy: BUILT_IN.includes(name) ? ('ACCEPT' as const) : null,
        rules: rules.map((rule, i) => ({ id: `${family}:${name}:${i + 1}`, ...rule })),
      }))
    })
    return fc.tuple(...chains).map((each) => ({ family, chains: each }))
  })

const RUNS = { numRuns: 300 }

function parsed(content: string, family: Family) {
  const result = parseSave(content, { family })
  invariant(result.ok, `refused: ${result.ok ? '' : JSON.stringify(result.error)} of\n${content}`)
  return result.value
}

describe('tables', { timeout: 60_000 }, () => {
  test('what is printed is read as what it was printed from', () => {
    fc.assert(
      fc.property(table, (each) => {
        expect(parsed(printSave(each), each.family).table).toEqual(each)
      }),
      RUNS,
    )
  })

  test('with counters too', () => {
    const count = fc.record({ packets: fc.nat(), bytes: fc.maxSafeNat() })
    fc.assert(
      fc.property(table, fc.array(count, { minLength: 40, maxLength: 40 }), (each, counts) => {
        const ids = each.chains.flatMap(({ rules }) => rules.map(({ id }) => id))
        const zero = { packets: 0, bytes: 0 }
        const given = (keys: readonly string[]) =>
          new Map(keys.map((key, i) => [key, counts[i] ?? zero]))
        const counters = { chains: given(BUILT_IN), rules: given(ids) }
        const content = printSave(each, counters)
        const again = parsed(content, each.family)
        expect(again.counters).toEqual(counters)
        expect(printSave(again.table, again.counters)).toBe(content)
      }),
      RUNS,
    )
  })

  test('a rule is found again by what is printed of it', () => {
    fc.assert(
      fc.property(table, fc.nat(), (each, pick) => {
        const lines = printSave(each).split('\n')
        const rules = lines.filter((line) => line.startsWith('-A '))
        fc.pre(rules.length > 0)
        const gone = rules[pick % rules.length] ?? ''
        const content = [...lines.slice(0, -2), gone.replace('-A', '-D'), 'COMMIT', ''].join('\n')
        const left = printSave(parsed(content, each.family).table).split('\n')
        const expected = [...lines]
        expected.splice(lines.indexOf(gone), 1)
        expect(left).toEqual(expected)
      }),
      RUNS,
    )
  })
})
