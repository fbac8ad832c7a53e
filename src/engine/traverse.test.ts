import { describe, expect, test } from 'vitest'
import {
  ACCEPT,
  type Draft,
  fromPod,
  goto,
  jump,
  MASQUERADE,
  mark,
  node,
  packet,
  RETURN,
  rule,
  snat,
  tell,
} from './fixtures/sketch.ts'
import type { NodeState } from './node.ts'
import { passNode } from './pass-node.ts'
import type { Match, Target } from './rule.ts'
import type { Step } from './trace.ts'

/** One step in a line: `> chain`, `chain 2 skipped`, `chain 2 jumped`, `< chain 3 from x by x 1`. */
function line(step: Step): string {
  switch (step.kind) {
    case 'entered':
      return `> ${step.chain}`
    case 'skipped':
      return `${step.rule.id} skipped`
    case 'matched':
      return `${step.rule.id} ${step.did.kind}`
    case 'resumed':
      return `< ${step.chain} ${step.line} from ${step.from} by ${step.by?.id ?? 'its end'}`
    case 'policy':
      return `policy ${step.chain} ${step.policy}`
  }
}

const sent = packet('100.65.0.50 > 8.8.8.8')

const only = (state: NodeState, of = sent) => passNode(state, of, fromPod)[0].passage

function account(state: NodeState, of = sent): string[] {
  const [, postrouting] = only(state, of).walks
  return postrouting?.steps.map(line) ?? []
}

const source = (state: NodeState, of = sent): string => tell(only(state, of)).split(' ')[0] ?? ''

const elsewhere = (target: Target | null): Draft => rule({ d: '9.9.9.9' }, target)
const here = (target: Target | null): Draft => rule({}, target)

describe('a user chain', () => {
  test('that ends without a verdict goes on behind its jump', () => {
    const state = node({
      POSTROUTING: [here(jump('A')), here(snat('1.1.1.1'))],
      A: [elsewhere(ACCEPT)],
    })
    expect(account(state)).toEqual([
      '> POSTROUTING',
      'POSTROUTING 1 jumped',
      '> A',
      'A 1 skipped',
      '< POSTROUTING 2 from A by its end',
      'POSTROUTING 2 rewrote',
    ])
  })

  test('that returns leaves its other rules untried', () => {
    const state = node({
      POSTROUTING: [here(jump('A')), here(jump('B'))],
      A: [here(RETURN), here(snat('2.2.2.2'))],
      B: [],
    })
    expect(account(state)).toEqual([
      '> POSTROUTING',
      'POSTROUTING 1 jumped',
      '> A',
      'A 1 returned',
      '< POSTROUTING 2 from A by A 1',
      'POSTROUTING 2 jumped',
      '> B',
      '< POSTROUTING 3 from B by its end',
      'policy POSTROUTING ACCEPT',
    ])
  })

  test('may be entered from any depth, and a verdict there ends the walk', () => {
    const names = Array.from({ length: 40 }, (_, i) => `C${i}`)
    const chains = Object.fromEntries(
      names.map((name, i) => [name, [here(i < 39 ? jump(`C${i + 1}`) : snat('3.3.3.3'))]]),
    )
    const state = node({ ...chains, POSTROUTING: [here(jump('C0')), here(snat('4.4.4.4'))] })
    expect(source(state)).toBe('3.3.3.3')
    expect(account(state).at(-1)).toBe('C39 1 rewrote')
  })
})

/** Source of the verdicts: Linux 6.18, measured. */
describe('goto', () => {
  const state = node({
    POSTROUTING: [here(jump('A')), here(snat('4.4.4.4'))],
    A: [here(goto('B')), here(snat('5.5.5.5'))],
    B: [rule({ d: '8.8.8.8' }, RETURN), elsewhere(snat('6.6.6.6'))],
  })

  test('comes back to the caller of the chain that went', () => {
    expect(source(state)).toBe('4.4.4.4')
    expect(account(state)).toEqual([
      '> POSTROUTING',
      'POSTROUTING 1 jumped',
      '> A',
      'A 1 went',
      '> B',
      'B 1 returned',
      '< POSTROUTING 2 from B by B 1',
      'POSTROUTING 2 rewrote',
    ])
  })

  test('does so at the end of the chain as well, and a verdict in it counts', () => {
    expect(source(state, packet('100.65.0.50 > 7.7.7.7'))).toBe('4.4.4.4')
    expect(source(state, packet('100.65.0.50 > 9.9.9.9'))).toBe('6.6.6.6')
  })

  test('out of a built-in chain ends in its policy', () => {
    const base = node({
      POSTROUTING: [here(goto('A')), here(snat('4.4.4.4'))],
      A: [rule({ d: '8.8.8.8' }, RETURN), elsewhere(snat('6.6.6.6'))],
    })
    expect(source(base)).toBe('100.65.0.50')
    expect(source(base, packet('100.65.0.50 > 7.7.7.7'))).toBe('100.65.0.50')
    expect(source(base, packet('100.65.0.50 > 9.9.9.9'))).toBe('6.6.6.6')
    expect(account(base).slice(-2)).toEqual(['A 1 returned', 'policy POSTROUTING ACCEPT'])
  })

  test('the way back names the chain that was left, at each depth', () => {
    const deep = node({
      POSTROUTING: [here(jump('A'))],
      A: [here(jump('B')), here(RETURN)],
      B: [here(goto('C'))],
      C: [],
    })
    expect(account(deep).filter((step) => step.startsWith('<'))).toEqual([
      '< A 2 from C by its end',
      '< POSTROUTING 2 from A by A 2',
    ])
  })
})

test('RETURN in a built-in chain is its policy', () => {
  const state = node({ POSTROUTING: [here(RETURN), here(snat('1.1.1.1'))] })
  expect(account(state)).toEqual([
    '> POSTROUTING',
    'POSTROUTING 1 returned',
    'policy POSTROUTING ACCEPT',
  ])
  expect(only(state).walks[1]?.decided).toBeNull()
})

test('ACCEPT ends the walk, also out of a user chain', () => {
  const state = node({ POSTROUTING: [here(jump('A')), here(MASQUERADE)], A: [here(ACCEPT)] })
  expect(source(state)).toBe('100.65.0.50')
  expect(account(state).at(-1)).toBe('A 1 accepted')
  expect(only(state).walks[1]?.decided).toEqual({ id: 'A 1', chain: 'A', line: 1 })
})

test('LOG, MARK, CONNMARK and a rule without target let the walk go on', () => {
  const log: Target = { kind: 'log', prefix: 'seen: ', options: [] }
  const connmark: Target = { kind: 'connmark', action: 'set', value: 7, mask: 15, toMask: 0 }
  const state = node({
    POSTROUTING: [
      here(log),
      here({ kind: 'log', options: [] }),
      here(mark(5)),
      here(connmark),
      here(null),
    ],
  })
  const [, walk] = only(state).walks
  expect(walk?.steps.flatMap((step) => (step.kind === 'matched' ? [step.did] : []))).toEqual([
    { kind: 'logged', prefix: 'seen: ' },
    { kind: 'logged', prefix: '' },
    { kind: 'marked', of: 'packet', from: 0, to: 5 },
    { kind: 'marked', of: 'connection', from: 0, to: 7 },
    { kind: 'counted' },
  ])
  expect(walk?.decided).toBeNull()
})

test('a target that changes nothing has bound the flow all the same', () => {
  const state = node({ POSTROUTING: [here(snat('100.65.0.50')), here(snat('1.1.1.1'))] })
  const [, walk] = only(state).walks
  expect(walk?.steps.at(-1)).toMatchObject({ did: { kind: 'bound', target: 'SNAT' } })
  expect(walk?.decided?.id).toBe('POSTROUTING 1')
  expect(source(state)).toBe('100.65.0.50')
})

test('a rewrite says every field that it changed', () => {
  const masquerade: Target = { kind: 'masquerade', random: false, fullyRandom: true }
  const [, walk] = only(node({ POSTROUTING: [here(masquerade)] })).walks
  expect(walk?.steps.at(-1)).toMatchObject({
    did: {
      kind: 'rewrote',
      target: 'MASQUERADE',
      changes: [
        { field: 'src', from: '100.65.0.50', to: '10.1.1.10' },
        {
          field: 'sport',
          from: { kind: 'exact', port: 40000 },
          to: { kind: 'range', lo: 1024, hi: 65535 },
        },
      ],
    },
  })
})

describe('chance', () => {
  const half: Match = { kind: 'statistic', mode: 'random', probability: 0.25, negated: false }
  const state = node({
    POSTROUTING: [rule({ m: [half] }, snat('1.1.1.1')), rule({ m: [half] }, snat('2.2.2.2'))],
  })

  test('lists every outcome with its probability', () => {
    const ways = passNode(state, sent, fromPod)
    expect(
      ways.map(({ probability, passage }) => [probability, tell(passage).split(' ')[0]]),
    ).toEqual([
      [0.25, '1.1.1.1'],
      [0.1875, '2.2.2.2'],
      [0.5625, '100.65.0.50'],
    ])
  })

  test('is said at the rule that asked it, whichever way it fell', () => {
    const [yes, , no] = passNode(state, sent, fromPod)
    expect(yes.passage.walks[1]?.steps.map(line)).toEqual([
      '> POSTROUTING',
      'POSTROUTING 1 undetermined',
      'POSTROUTING 1 rewrote',
    ])
    expect(no?.passage.walks[1]?.steps.map(line)).toEqual([
      '> POSTROUTING',
      'POSTROUTING 1 undetermined',
      'POSTROUTING 1 skipped',
      'POSTROUTING 2 undetermined',
      'POSTROUTING 2 skipped',
      'policy POSTROUTING ACCEPT',
    ])
    expect(no?.passage.walks[1]?.steps[1]).toMatchObject({ did: { probability: 0.25 } })
    expect(no?.passage.walks[1]?.steps[2]).toMatchObject({
      failed: {
        field: 'extension',
        module: 'statistic',
        wanted: 'probability 0.25',
        negated: false,
        got: '',
      },
    })
  })

  test('is not asked where an earlier condition fails, nor where there is none', () => {
    const never = node({ POSTROUTING: [rule({ d: '9.9.9.9', m: [half] }, snat('1.1.1.1'))] })
    expect(passNode(never, sent, fromPod)).toHaveLength(1)
    const sure = (probability: number, negated: boolean) =>
      source(
        node({ POSTROUTING: [rule({ m: [{ ...half, probability, negated }] }, snat('1.1.1.1'))] }),
      )
    expect([sure(1, false), sure(0, true)]).toEqual(['1.1.1.1', '1.1.1.1'])
    expect([sure(0, false), sure(1, true)]).toEqual(['100.65.0.50', '100.65.0.50'])
    const always = node({
      POSTROUTING: [rule({ m: [{ ...half, probability: 1 }] }, snat('1.1.1.1'))],
    })
    expect(passNode(always, sent, fromPod)).toHaveLength(1)
    expect(account(always)).toEqual(['> POSTROUTING', 'POSTROUTING 1 rewrote'])
  })

  test('negated is the rest', () => {
    const ways = passNode(
      node({ POSTROUTING: [rule({ m: [{ ...half, negated: true }] }, snat('1.1.1.1'))] }),
      sent,
      fromPod,
    )
    expect(
      ways.map(({ probability, passage }) => [probability, tell(passage).split(' ')[0]]),
    ).toEqual([
      [0.75, '1.1.1.1'],
      [0.25, '100.65.0.50'],
    ])
  })
})
