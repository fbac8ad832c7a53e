import { describe, expect, test } from 'vitest'
import type { Walk } from '../../engine/trace.ts'
import { evaluate } from '../evaluate.ts'
import type { NodeRules } from '../evaluation.ts'
import { BUILTINS } from '../fixtures/builtin-states.ts'
import { ruleBook } from '../rule-book.ts'
import type { ScenarioState } from '../state.ts'
import { whyNot } from './why-not.ts'

const [asIs] = BUILTINS

const keeping = (ranges: string): ScenarioState => ({
  ...asIs,
  manifests: { applied: true, text: `nonMasqueradeCIDRs: [${ranges}]\n`, inForce: null },
  flow: { name: 'f', from: 'pod-a', to: '10.2.1.100', protocol: 'tcp', port: 443 },
})

/** The hop that walks POSTROUTING, and the id of a rule by chain and line. */
async function places(state: ScenarioState) {
  const { trace } = await evaluate(state)
  const hop = trace?.forward.hops.findIndex(({ walk }) => walk?.hook === 'POSTROUTING') ?? -1
  const rules = (await ruleBook(state, null)).nodes[0]?.chains.flatMap((chain) => chain.rules) ?? []
  return {
    hop,
    rule: (chain: string, line: number) =>
      rules.find(({ ref }) => ref.chain === chain && ref.line === line)?.ref.id ?? '',
  }
}

async function asked(state: ScenarioState, chain: string, line: number) {
  const { hop, rule } = await places(state)
  return whyNot(state, undefined, { hop, rule: rule(chain, line) })
}

describe('Why not this rule', () => {
  const state = keeping('10.0.0.0/8, 192.168.0.0/16')

  test('one behind the rule that decided, which would have matched as well', async () => {
    expect(await asked(state, 'IP-MASQ', 4)).toMatchObject({
      ended: { chain: 'IP-MASQ', line: 2 },
      entered: true,
      would: { kind: 'match' },
    })
  })

  test('one that would not have matched either says what it wants', async () => {
    expect(await asked(state, 'IP-MASQ', 3)).toMatchObject({
      ended: { chain: 'IP-MASQ', line: 2 },
      would: {
        kind: 'fail',
        failed: { field: 'destination', wanted: '192.168.0.0/16', got: '10.2.1.100', part: 0 },
      },
    })
  })

  test('one that was tried, or that there is not, is not asked about', async () => {
    expect(await asked(state, 'IP-MASQ', 1)).toBeNull()
    expect(await asked(state, 'IP-MASQ', 99)).toBeNull()
  })

  test.each(BUILTINS.map((each) => [each.document.metadata.name, each] as const))(
    '%s: every rule of a chain that was entered and left has an answer',
    async (_, each) => {
      const { trace } = await evaluate(each)
      const { nodes } = await ruleBook(each, null)
      const hops = trace === null ? [] : [...trace.forward.hops, ...(trace.reply?.hops ?? [])]
      for (const [hop, { walk }] of hops.entries()) {
        for (const rule of walk === undefined ? [] : notReached(nodes, walk).slice(0, 2)) {
          const answer = await whyNot(each, undefined, { hop, rule })
          expect([rule, answer?.entered, answer?.would === null]).toEqual([rule, true, false])
        }
      }
    },
  )
})

/** Rules of the chains that a walk came into, without those that it tried. */
function notReached(nodes: readonly NodeRules[], { node, steps }: Walk): readonly string[] {
  const tried = new Set(steps.flatMap((step) => ('rule' in step ? [step.rule.id] : [])))
  const entered = steps.flatMap((step) => (step.kind === 'entered' ? step.chain : []))
  return (nodes.find((each) => each.node === node)?.chains ?? [])
    .filter(({ name }) => entered.includes(name))
    .flatMap(({ rules }) => rules.map(({ ref }) => ref.id))
    .filter((id) => !tried.has(id))
}

test('a chain that no rule led into was not entered, and says where the walk ended instead', async () => {
  const state = keeping('10.0.0.0/8')
  const nodes = state.document.nodes.map((node) => ({
    ...node,
    manualRules: 'iptables -t nat -N OTHER\niptables -t nat -A OTHER -p udp -j ACCEPT',
  }))
  const typed = { ...state, document: { ...state.document, nodes } }
  expect(await asked(typed, 'OTHER', 1)).toMatchObject({
    entered: false,
    ended: { chain: 'IP-MASQ', line: 2 },
    would: { kind: 'fail', failed: { field: 'protocol' } },
  })
})
