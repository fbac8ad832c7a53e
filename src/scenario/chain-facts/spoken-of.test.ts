import { expect, test } from 'vitest'
import { invariant } from '../../net/invariant.ts'
import type { BuiltinName } from '../builtins.ts'
import { evaluate } from '../evaluate.ts'
import { loadBuiltin } from '../load-builtin.ts'
import { ruleBook } from '../rule-book.ts'
import type { ScenarioState } from '../state.ts'
import { chainFacts } from './chain-facts.ts'

async function stateOf(name: BuiltinName): Promise<ScenarioState> {
  const state = await loadBuiltin(name)
  invariant(state !== null, 'the file is there')
  return state
}

/** What the rules of the first node speak of, by `chain line target`. */
async function spoken(name: BuiltinName) {
  const state = await stateOf(name)
  const [facts] = (await chainFacts(state, undefined, null)).nodes
  const [book] = (await ruleBook(state, null)).nodes
  const rows = (book?.chains ?? []).flatMap(({ rules }) => rules)
  return new Map(
    (facts?.speaks ?? []).map(({ rule, whole, part }) => {
      const row = rows.find(({ ref }) => ref.id === rule)
      return [`${row?.ref.chain} ${row?.ref.line} ${row?.target}`, { whole, part }]
    }),
  )
}

test('a range covers the zones and the addresses in it', async () => {
  const told = await spoken('private-endpoint-as-is')
  expect(told.get('IP-MASQ 2 RETURN')).toEqual({
    whole: ['zone-vpc:vpc', 'zone-on-prem:on-prem', 'node:node-1', 'endpoint:private-endpoint'],
    part: [],
  })
  expect(told.get('IP-MASQ 1 RETURN')?.whole).toEqual(['metadata:metadata-server'])
})

test('of a zone with two ranges, one of them is a part', async () => {
  const told = await spoken('aws-excluded-range')
  expect(told.get('AWS-SNAT-CHAIN-0 1 RETURN')).toEqual({
    whole: ['endpoint:audited-server'],
    part: ['zone-on-prem:office'],
  })
})

test('a rule that takes every destination speaks of nothing', async () => {
  const told = await spoken('private-endpoint-as-is')
  expect([...told.keys()].filter((rule) => rule.endsWith('MASQUERADE'))).toEqual([])
})

test('sets are ranges too, on either side: of the pool, and of what is in none', async () => {
  const told = await spoken('calico-nat-outgoing')
  const { whole = [] } = told.get('cali-nat-outgoing 1 MASQUERADE') ?? {}
  expect(whole).toContain('pod:pod1')
  expect(whole).toContain('endpoint:public-dns')
})

test('whatever is spoken of is on the map', async () => {
  for (const name of ['cilium-egress-gateway', 'dual-stack', 'service-first'] as const) {
    const state = await stateOf(name)
    const { map } = await evaluate(state)
    const known = new Set([...map.zones, ...map.places].map(({ id }) => id))
    const { nodes } = await chainFacts(state, undefined, null)
    for (const { whole, part } of nodes.flatMap(({ speaks }) => speaks)) {
      expect([...whole, ...part].filter((id) => !known.has(id))).toEqual([])
      expect(whole.filter((id) => part.includes(id))).toEqual([])
    }
  }
})
