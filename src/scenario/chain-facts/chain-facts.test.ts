import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { BUILTINS } from '../fixtures/builtin-states.ts'
import type { ScenarioState } from '../state.ts'
import { withStudiedCluster } from '../studied-cluster.ts'
import { type ChainFacts, chainFacts } from './chain-facts.ts'

const [asIs] = BUILTINS

const manifest = (ranges: string, name = 'ip-masq-agent'): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    `  name: ${name}`,
    '  namespace: kube-system',
    'data:',
    '  config: |',
    `    nonMasqueradeCIDRs: [${ranges}]`,
    '',
  ].join('\n')

const withConfig = (text: string, inForce: string | null = null): ScenarioState => ({
  ...asIs,
  manifests: { applied: true, text, inForce },
})

const missing = ({ nodes }: ChainFacts): string[] =>
  (nodes[0]?.missing ?? []).map(
    ({ row, chain, after, because }) =>
      `${chain} ${after}: ${row.destination ?? 'anywhere'} ${row.target}, ${because}`,
  )

describe('Shadowed', () => {
  test('a range that an earlier range holds is told with the rule that hides it', async () => {
    const facts = await chainFacts(withConfig(manifest('10.0.0.0/8, 10.2.0.0/16')), undefined, null)
    expect(facts.nodes.map(({ shadows }) => shadows)).toEqual([
      [{ rule: expect.any(String), by: { id: expect.any(String), line: 2 } }],
    ])
  })

  test('nothing is shadowed where no range holds another', async () => {
    const facts = await chainFacts(withConfig(manifest('10.2.0.0/16')), undefined, null)
    expect(facts.nodes.flatMap(({ shadows }) => shadows)).toEqual([])
  })
})

describe('Missing in reality', () => {
  const text = manifest('10.2.0.0/16')

  test('what was applied and not read yet, behind the rule that it would follow', async () => {
    const before = { ...asIs, manifests: { applied: false, text, inForce: null } }
    const facts = async (moment: 'applied' | null) =>
      missing(await chainFacts(withConfig(text), { before, moment }, null))
    expect(await facts('applied')).toEqual(['IP-MASQ 1: 10.2.0.0/16 RETURN, not-read-yet'])
    expect(await facts(null)).toEqual([])
  })

  test('what a ConfigMap of another name would say', async () => {
    const facts = await chainFacts(
      withConfig(manifest('10.2.0.0/16', 'ip-masq-agent-config')),
      undefined,
      null,
    )
    expect(missing(facts)).toEqual(['IP-MASQ 1: 10.2.0.0/16 RETURN, wrong-name'])
  })

  test('what no agent writes, whole chains among it', async () => {
    const state = withConfig(text)
    const document = withStudiedCluster(state.document, { disableDefaultSnat: true })
    const facts = await chainFacts({ ...state, document }, undefined, null)
    expect(missing(facts)).toContain('POSTROUTING 0: anywhere IP-MASQ, no-agent')
    expect(missing(facts)).toContain('IP-MASQ 0: 10.2.0.0/16 RETURN, no-agent')
  })

  test('what somebody has taken away by hand', async () => {
    const state = withConfig(text)
    const nodes = state.document.nodes.map((node) => ({
      ...node,
      manualRules: 'iptables -t nat -D IP-MASQ 2',
    }))
    const typed = { ...state, document: { ...state.document, nodes } }
    expect(missing(await chainFacts(typed, undefined, null))).toEqual([
      'IP-MASQ 1: 10.2.0.0/16 RETURN, typed-away',
    ])
  })

  test('a draft that nobody has applied is nothing that could be missing', async () => {
    const facts = await chainFacts(
      { ...asIs, manifests: { applied: false, text, inForce: null } },
      undefined,
      null,
    )
    expect(missing(facts)).toEqual([])
  })
})

describe('Counted', () => {
  test('each rule that matched once the packet is there, the reply by none', async () => {
    const state = withConfig(manifest('10.0.0.0/8'))
    const { trace } = await evaluate(state)
    const { counted } = await chainFacts(state, undefined, null)
    const hops = [...(trace?.forward.hops ?? []), ...(trace?.reply?.hops ?? [])]
    for (const { hop, after } of counted) {
      const steps = hops[hop]?.walk?.steps ?? []
      expect(after.map((counter) => counter !== null)).toEqual(
        steps.map(({ kind }) => kind === 'matched' || kind === 'policy'),
      )
      for (const counter of after) expect(counter?.bytes ?? 60).toBe(60 * (counter?.packets ?? 1))
    }
    const forward = trace?.forward.hops.length ?? 0
    expect(counted.map(({ hop }) => hop).filter((hop) => hop >= forward)).toEqual([])
    expect(counted.length).toBeGreaterThan(0)
  })
})
