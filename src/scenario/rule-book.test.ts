import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { loadBuiltin } from './load-builtin.ts'
import { ruleBook } from './rule-book.ts'

const state = async (name: string) => {
  const found = await loadBuiltin(name)
  if (found === null) throw new Error(name)
  return found
}

test('the rules of the nodes on the path are told, those of others when they are asked for', async () => {
  const scenario = await state('manual-rules-one-node')
  const [first, other] = scenario.document.nodes.map(({ name }) => name)
  const told = async (asked: string | null) =>
    (await ruleBook(scenario, asked)).nodes.map(({ node }) => node)
  const walked = (await evaluate(scenario)).trace?.forward.hops.flatMap(
    ({ walk }) => walk?.node ?? [],
  )
  expect(await told(null)).toEqual(expect.arrayContaining(walked ?? ['']))
  expect(await told(other ?? '')).toEqual([first, other])
})

test('all nodes are named where they differ, and none where one stands for all', async () => {
  const differing = async (name: string) => (await ruleBook(await state(name), null)).differing
  expect((await differing('manual-rules-one-node')).length).toBeGreaterThan(1)
  expect(await differing('inbound-client-lost')).toEqual([])
})

test('every rule that a walk tried is a row of its node', async () => {
  const scenario = await state('service-first')
  const { nodes } = await ruleBook(scenario, null)
  const { trace } = await evaluate(scenario)
  const ids = new Set(
    nodes.flatMap(({ chains }) => chains.flatMap(({ rules }) => rules)).map(({ ref }) => ref.id),
  )
  const tried = (trace?.forward.hops ?? [])
    .flatMap(({ walk }) => walk?.steps ?? [])
    .flatMap((step) => ('rule' in step ? [step.rule.id] : []))
  expect(tried.length).toBeGreaterThan(3)
  expect(tried.filter((id) => !ids.has(id))).toEqual([])
})
