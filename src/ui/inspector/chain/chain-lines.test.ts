import { describe, expect, test } from 'vitest'
import type { FailedMatch, Step, Walk } from '../../../engine/trace.ts'
import type { MissingRow } from '../../../scenario/chain-facts/chain-facts.ts'
import type { NodeRules, RuleRow } from '../../../scenario/evaluation.ts'
import { type ChainLine, chainLines, chainsNotEntered, missingElsewhere } from './chain-lines.ts'
import { foldLines } from './fold-lines.ts'
import { moment, railDrawn } from './row-moment.ts'
import type { WalkOnShow } from './walk-on-show.ts'

const row = (chain: string, line: number, target: string, destination: string | null): RuleRow => ({
  ref: { id: `${chain}-${line}`, chain, line },
  text: `-A ${chain} -j ${target}`,
  destination,
  destinationOwner: 'far',
  conditions: '',
  target,
  targetOptions: '',
  origin: null,
  configLine: null,
})

const KEPT = ['169.254.0.0/16', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']
const MORE = ['192.0.0.0/24', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4']
const ranges = [...KEPT, ...MORE]

const rules: NodeRules = {
  node: 'node-1',
  writer: 'agent',
  printouts: [],
  chains: [
    {
      name: 'POSTROUTING',
      policy: 'ACCEPT',
      references: 0,
      rules: [row('POSTROUTING', 1, 'IP-MASQ', null), row('POSTROUTING', 2, 'OTHER', null)],
    },
    {
      name: 'IP-MASQ',
      policy: null,
      references: 1,
      rules: [
        ...ranges.map((range, i) => row('IP-MASQ', i + 1, 'RETURN', range)),
        row('IP-MASQ', ranges.length + 1, 'MASQUERADE', null),
      ],
    },
    {
      name: 'OTHER',
      policy: null,
      references: 1,
      rules: [row('OTHER', 1, 'RETURN', '1.0.0.0/8')],
    },
  ],
}

const failed: FailedMatch = {
  field: 'destination',
  wanted: '169.254.0.0/16',
  negated: false,
  got: '10.2.1.100',
  part: 0,
}
const ref = (chain: string, line: number) => ({ id: `${chain}-${line}`, chain, line })
const skip = (chain: string, line: number): Step => ({
  kind: 'skipped',
  rule: ref(chain, line),
  failed,
})
const jump = (line: number, chain: string): Step => ({
  kind: 'matched',
  rule: ref('POSTROUTING', line),
  did: { kind: 'jumped', chain },
})
const entered = (chain: string): Step => ({ kind: 'entered', chain })

const kept: Walk = {
  node: 'node-1',
  hook: 'POSTROUTING',
  decided: null,
  steps: [
    entered('POSTROUTING'),
    jump(1, 'IP-MASQ'),
    entered('IP-MASQ'),
    skip('IP-MASQ', 1),
    { kind: 'matched', rule: ref('IP-MASQ', 2), did: { kind: 'returned' } },
    {
      kind: 'resumed',
      chain: 'POSTROUTING',
      line: 2,
      from: 'IP-MASQ',
      by: ref('IP-MASQ', 2),
    },
    skip('POSTROUTING', 2),
    { kind: 'policy', chain: 'POSTROUTING', policy: 'ACCEPT' },
  ],
}

const masqueraded: Walk = {
  node: 'node-1',
  hook: 'POSTROUTING',
  decided: ref('IP-MASQ', 11),
  steps: [
    entered('POSTROUTING'),
    jump(1, 'IP-MASQ'),
    entered('IP-MASQ'),
    ...ranges.map((_, i) => skip('IP-MASQ', i + 1)),
    {
      kind: 'matched',
      rule: ref('IP-MASQ', 11),
      did: {
        kind: 'rewrote',
        target: 'MASQUERADE',
        changes: [{ field: 'src', from: '100.65.0.50', to: '10.1.1.10' }],
      },
    },
  ],
}

const sketch = (line: ChainLine): string => {
  const indent = '  '.repeat(line.depth)
  const rail = line.rail === null ? '' : { start: ' ┐', through: ' │', end: ' ┘' }[line.rail.part]
  if (line.kind === 'rule') return `${indent}${line.row.ref.id} ${line.state}${rail}`
  if (line.kind === 'missing') return `${indent}missing ${line.missing.row.destination}${rail}`
  return `${indent}${line.kind} ${line.chain}${line.step === null ? ' never' : ''}${rail}`
}

describe('A walk is laid out as a page', () => {
  test('RETURN leads back to the caller, which goes on to its policy', () => {
    const lines = chainLines(rules, kept).map(sketch)
    expect([...lines.slice(0, 6), ...lines.slice(-4)]).toEqual([
      'entered POSTROUTING',
      'POSTROUTING-1 passed',
      '  entered IP-MASQ',
      '  IP-MASQ-1 skipped',
      '  IP-MASQ-2 decided ┐',
      '  IP-MASQ-3 not-reached │',
      '  IP-MASQ-11 not-reached │',
      'resumed POSTROUTING ┘',
      'POSTROUTING-2 skipped',
      'policy POSTROUTING',
    ])
  })

  test('MASQUERADE ends the walk: the caller is not gone on with', () => {
    const lines = chainLines(rules, masqueraded).map(sketch)
    expect(lines.slice(-4)).toEqual([
      '  IP-MASQ-10 skipped',
      '  IP-MASQ-11 decided',
      'POSTROUTING-2 not-reached',
      'policy POSTROUTING never',
    ])
    expect(lines.some((line) => /[┐│┘]/.test(line))).toBe(false)
  })

  test('Every step of the walk is on the page once, in order', () => {
    for (const walk of [kept, masqueraded]) {
      const steps = chainLines(rules, walk).flatMap(({ step }) => step ?? [])
      expect(steps).toEqual(walk.steps.map((_, i) => i))
    }
  })

  test('A chain behind a jump that was not taken is offered apart', () => {
    expect(chainsNotEntered(rules, kept).map(({ name }) => name)).toEqual(['OTHER'])
  })
})

describe('What is missing on the node', () => {
  const lacking = (chain: string, after: number, destination: string): MissingRow => ({
    row: row(chain, 1, 'RETURN', destination),
    chain,
    after,
    because: 'not-read-yet',
  })
  const missing = [
    lacking('IP-MASQ', 0, '1.0.0.0/8'),
    lacking('IP-MASQ', 2, '2.0.0.0/8'),
    lacking('GONE', 0, '3.0.0.0/8'),
  ]

  test('stands where it would be, and what no line shows is told by chain', () => {
    const lines = chainLines(rules, kept, missing)
    expect(lines.map(sketch).slice(2, 8)).toEqual([
      '  entered IP-MASQ',
      '  missing 1.0.0.0/8',
      '  IP-MASQ-1 skipped',
      '  IP-MASQ-2 decided ┐',
      '  missing 2.0.0.0/8 │',
      '  IP-MASQ-3 not-reached │',
    ])
    expect([...missingElsewhere(lines, missing)]).toEqual([['GONE', missing.slice(2)]])
  })
})

describe('As the packet goes down the rows', () => {
  const on = (upTo: number): WalkOnShow => {
    const header = { src: '', srcOwner: 'pod', dst: '', dstOwner: 'far', protocol: 'tcp' } as const
    const hop = {
      ...({ place: 'node:node-1', stage: 'postrouting', mood: 'kept', changes: [] } as const),
      ...{ before: header, after: header, reason: { code: 'sent', from: '' } as const, walk: kept },
    }
    return { hop, walk: kept, index: 2, upTo, now: upTo }
  }
  const lines = chainLines(rules, kept)
  const resumed = kept.steps.findIndex(({ kind }) => kind === 'resumed')
  const told = (upTo: number) =>
    lines.map((line) => `${moment(line, on(upTo))} ${railDrawn(line, on(upTo)) ?? ''}`.trim())

  test('rules behind a RETURN are passed over once the walk goes on below, and the way back is drawn then', () => {
    const unreached = lines.findIndex((line) => sketch(line).includes('IP-MASQ-3'))
    expect(told(resumed - 1)[unreached]).toBe('waiting')
    expect(told(resumed)[unreached]).toBe('never through')
    expect(told(resumed - 1).some((each) => each.includes(' '))).toBe(false)
    expect(told(resumed).filter((each) => /start|end/.test(each))).toEqual([
      'done start',
      'now end',
    ])
  })

  test('before the first step everything waits, after the last nothing does', () => {
    expect(new Set(told(-1))).toEqual(new Set(['waiting']))
    expect(told(Number.POSITIVE_INFINITY).some((each) => each.includes('waiting'))).toBe(false)
  })
})

describe('Long runs of equal rows fold', () => {
  test('The ends of a run stay, and nothing is lost', () => {
    const lines = chainLines(rules, masqueraded)
    const folded = foldLines(lines)
    const shown = folded.map((line) =>
      line.kind === 'fold' ? `${line.lines.length} more ${line.state}` : sketch(line).trim(),
    )
    expect(shown.slice(3, 9)).toEqual([
      'IP-MASQ-1 skipped',
      'IP-MASQ-2 skipped',
      'IP-MASQ-3 skipped',
      '6 more skipped',
      'IP-MASQ-10 skipped',
      'IP-MASQ-11 decided',
    ])
    const unfolded = folded.flatMap((line): readonly ChainLine[] =>
      line.kind === 'fold' ? line.lines : [line],
    )
    expect(unfolded).toEqual(lines)
  })

  test('A short run stays as it is', () => {
    const lines = chainLines(rules, kept).slice(0, 8)
    expect(foldLines(lines)).toEqual(lines)
  })

  test('A rule at which playing stops is not folded away', () => {
    const lines = chainLines(rules, masqueraded)
    const folded = foldLines(lines, ({ row: { ref: at } }) => at.line === 6)
    expect(folded.some((line) => line.kind === 'rule' && line.row.ref.line === 6)).toBe(true)
    expect(folded.length).toBeLessThan(lines.length + 1)
  })
})
