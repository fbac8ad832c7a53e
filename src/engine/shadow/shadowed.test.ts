import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyArrival, anyChains, anyPacket, type Chains, SETS } from '../fixtures/arbitrary.ts'
import {
  ACCEPT,
  type Draft,
  goto,
  jump,
  MASQUERADE,
  mark,
  node,
  RETURN,
  rule,
  table,
} from '../fixtures/sketch.ts'
import { passNode } from '../pass-node.ts'
import type { Match } from '../rule.ts'
import type { Walk } from '../trace.ts'
import { hidingProgramRules, hidingRules, shadowedIn } from './shadowed.ts'

/** `10.1.0.0/16 behind 10.0.0.0/8` as `2 by 1`, for one chain among others. */
function shadows(rules: readonly Draft[], others: Chains = {}): string[] {
  const { chains } = table(4, { A: rules, ...others })
  const chain = chains.find(({ name }) => name === 'A')
  return chain === undefined
    ? []
    : shadowedIn(hidingRules(chain, chains)).map(
        ({ rule: id, by }) => `${id.split(' ')[1]} by ${by.line}`,
      )
}

const port = (lo: number, hi = lo): Match => ({
  kind: 'ports',
  module: 'tcp',
  destination: { lo, hi, negated: false },
})
const marked: Match = { kind: 'mark', of: 'packet', value: 1, mask: 1, negated: false }

describe('A rule is shadowed', () => {
  test('by an earlier one whose range holds its own, the first that does', () => {
    const rules = [
      rule({ d: '10.0.0.0/8' }, RETURN),
      rule({ d: '172.16.0.0/12' }, RETURN),
      rule({ d: '10.1.1.0/24' }, RETURN),
      rule({ d: '10.0.0.0/8' }, RETURN),
      rule({}, MASQUERADE),
      rule({ d: '8.8.8.8/32' }, ACCEPT),
    ]
    expect(shadows(rules)).toEqual(['3 by 1', '4 by 1', '6 by 5'])
  })

  test('whatever else it asks for besides', () => {
    const wide = rule({ d: '10.0.0.0/8', p: 'tcp', m: [port(80, 443)] }, RETURN)
    const narrow = rule(
      { s: '100.65.0.0/16', d: '10.1.0.0/16', o: 'eth0', p: 'tcp', m: [marked, port(443)] },
      ACCEPT,
    )
    expect(shadows([wide, narrow])).toEqual(['2 by 1'])
    expect(shadows([narrow, wide])).toEqual([])
  })

  test('by what leaves out less than it does, or a range that it does not meet', () => {
    const wide = rule({ d: '!10.1.0.0/16' }, RETURN)
    expect(shadows([wide, rule({ d: '!10.0.0.0/8' }, RETURN)])).toEqual(['2 by 1'])
    expect(shadows([wide, rule({ d: '10.2.0.0/16' }, RETURN)])).toEqual(['2 by 1'])
    expect(shadows([wide, rule({ d: '10.0.0.0/8' }, RETURN)])).toEqual([])
    expect(shadows([rule({ p: '!udp' }, RETURN), rule({ p: 'tcp' }, RETURN)])).toEqual(['2 by 1'])
  })

  test('by a jump into a chain from which no walk comes back', () => {
    const rules = [rule({ d: '10.0.0.0/8' }, jump('B')), rule({ d: '10.1.0.0/16' }, RETURN)]
    const decides = { B: [rule({ p: 'udp' }, ACCEPT), rule({}, MASQUERADE)] }
    const returns = { B: [rule({ p: 'udp' }, RETURN), rule({}, MASQUERADE)] }
    const leaves = { B: [rule({ p: 'udp' }, goto('C')), rule({}, MASQUERADE)], C: [] }
    expect(shadows(rules, decides)).toEqual(['2 by 1'])
    expect(shadows(rules, returns)).toEqual([])
    expect(shadows(rules, leaves)).toEqual([])
  })
})

describe('A rule is not shadowed', () => {
  test('by one that goes on, or that only chance makes hold', () => {
    const half: Match = { kind: 'statistic', mode: 'random', probability: 0.5, negated: false }
    const behind = rule({ d: '10.1.0.0/16' }, RETURN)
    for (const earlier of [
      rule({}, null),
      rule({}, mark(1)),
      rule({}, { kind: 'log', options: [] }),
      rule({ m: [half] }, RETURN),
    ]) {
      expect(shadows([earlier, behind])).toEqual([])
    }
  })

  test('by a mark that may have been set only since', () => {
    const first = rule({ m: [marked] }, RETURN)
    const later = rule({ d: '10.0.0.0/8', m: [marked] }, ACCEPT)
    expect(shadows([first, later])).toEqual(['2 by 1'])
    expect(shadows([first, rule({}, mark(1)), later])).toEqual([])
    expect(shadows([first, rule({}, jump('B')), later], { B: [rule({}, mark(1))] })).toEqual([])
  })

  test('by several that only together cover it', () => {
    const halves = ['10.0.0.0/9', '10.128.0.0/9'].map((d) => rule({ d }, RETURN))
    expect(shadows([...halves, rule({ d: '10.0.0.0/8' }, RETURN)])).toEqual([])
  })
})

test('in a program, what holds for answers alone hides nothing from other packets', () => {
  const any = { base: {}, matches: [], origin: { code: 'any' } }
  const told = (rules: Parameters<typeof hidingProgramRules>[0]['rules']) =>
    shadowedIn(hidingProgramRules({ name: 'p', rules })).map(({ rule: id }) => id)
  const keep = { kind: 'keep' } as const
  expect(
    told([
      { ...any, id: 'a', reply: true, target: keep },
      { ...any, id: 'b', target: { kind: 'call', chain: 'c' } },
      { ...any, id: 'c', reply: true, target: keep },
      { ...any, id: 'd', target: keep },
      { ...any, id: 'e', target: keep },
    ]),
  ).toEqual(['c', 'e'])
})

const matchedIn = (walks: readonly Walk[]): string[] =>
  walks.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'matched' ? [step.rule.id] : [])),
  )

describe.each([4, 6] as const)('IPv%i', (family) => {
  test('no packet ever matches a rule that is told to be shadowed', () => {
    let told = 0
    fc.assert(
      fc.property(anyChains(family), anyPacket(family), anyArrival, (of, packet, arrival) => {
        const doubled = Object.fromEntries(
          Object.entries(of).map(([name, rules]) => [name, [...rules, ...rules]]),
        )
        const state = node(doubled, { six: doubled, sets: SETS })
        const { chains } = family === 4 ? state.rules.nat4 : state.rules.nat6
        const shadowed = new Set(
          chains.flatMap((chain) =>
            shadowedIn(hidingRules(chain, chains)).map(({ rule: id }) => id),
          ),
        )
        told += shadowed.size
        for (const { passage } of passNode(state, packet, arrival)) {
          expect(matchedIn(passage.walks).filter((id) => shadowed.has(id))).toEqual([])
        }
      }),
      { numRuns: 600 },
    )
    expect(told).toBeGreaterThan(600)
  })
})
