import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ScenarioDocument } from '../document.ts'
import type { ScenarioState } from '../state.ts'
import { applyEdit } from './apply-edit.ts'
import { copyThings } from './copy-things.ts'
import { clusterOf, vpcOf } from './document/clusters.ts'
import { everyThing } from './document/find-thing.ts'
import { nestingOf } from './document/nesting.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { draw } from './fixtures/draw.ts'
import { addressTextsOf } from './ranges/in-use.ts'
import { holds, spansOf } from './ranges/span.ts'
import { THING_KINDS } from './thing.ts'

const number = fc.nat({ max: 1000 })

/** Adding, nesting, duplicating and copying, about whatever is there when their turn comes. */
const steps = fc.array(
  fc.tuple(fc.constantFrom(...THING_KINDS, 'nest', 'duplicate', 'paste'), number, number),
  {
    maxLength: 25,
  },
)

function through(choices: readonly (readonly [string, number, number])[]): ScenarioState {
  return choices.reduce<ScenarioState>((state, [what, one, other]) => {
    const { parents, pools } = nestingOf(state.document)
    const all = [...parents.keys()]
    const thing = all[one % all.length] ?? ''
    const zones = [...all, ...pools.keys()]
    const parent = zones[other % zones.length] ?? ''
    const edited = applyEdit(state, edit(state, what, thing, parent))
    return edited.ok ? edited.value.state : state
  }, EMPTY_SCENARIO)
}

function edit({ document }: ScenarioState, what: string, thing: string, parent: string): Edit {
  if (what === 'nest') return { do: 'nest', things: [thing], parent }
  if (what === 'duplicate') return { do: 'duplicate', things: [thing] }
  if (what === 'paste') return { do: 'paste', text: copyThings(document, [thing]), parent }
  const kind = THING_KINDS.find((each) => each === what) ?? 'pod'
  return { do: 'add', kind, parent: parent === '' ? null : parent }
}

/** Every address with the ranges in one of which it has to lie. */
function zoned(document: ScenarioDocument): readonly (readonly [string, readonly string[]])[] {
  const rangesOf = (vpc: { readonly vpc?: string | undefined }) =>
    (vpcOf(document, vpc)?.subnets ?? []).map(({ range }) => range)
  return [
    ...document.nodes.map(
      (node) => [node.address, rangesOf(clusterOf(document, node) ?? {})] as const,
    ),
    ...document.nodes.map(
      ({ podRange = '', ...node }) =>
        [podRange, clusterOf(document, node)?.podRanges ?? []] as const,
    ),
    ...document.pods.flatMap(({ node, addresses }) => {
      const home = document.nodes.find(({ name }) => name === node)
      return addresses.map((address) => [address, [home?.podRange ?? '']] as const)
    }),
    ...(document.services ?? []).flatMap((service) =>
      service.clusterIPs.map(
        (ip) => [ip, [clusterOf(document, service)?.serviceRange ?? '']] as const,
      ),
    ),
    ...document.endpoints
      .filter(({ at }) => at !== 'internet')
      .map(({ at, address }) => {
        const network = document.onPrem.find(({ name }) => name === at)
        return [address, network ? network.ranges : rangesOf({ vpc: at })] as const
      }),
  ]
}

const outsideOf = (document: ScenarioDocument) =>
  zoned(document).filter(([text, ranges]) => {
    const [own] = spansOf([text])
    return !own || !spansOf(ranges).some((range) => holds(range, own))
  })

/** The same world, with all its ranges and addresses elsewhere: under the same names nothing is where it was. */
const renumbered = (state: ScenarioState): ScenarioState =>
  JSON.parse(JSON.stringify(state).replaceAll('"10.', '"11.')) as ScenarioState

test('every address that an edit has given lies in its zone and is nobody else’s', () => {
  fc.assert(
    fc.property(steps, (choices) => {
      const { document } = through(choices)
      expect(outsideOf(document)).toEqual([])
      const texts = addressTextsOf(document)
      expect(new Set(texts).size).toBe(texts.length)
    }),
  )
})

test('whatever is copied goes into another scenario, as often as one likes, under names and addresses that are right there', () => {
  fc.assert(
    fc.property(
      steps,
      steps,
      number,
      fc.integer({ min: 1, max: 4 }),
      (choices, others, at, times) => {
        const { document } = through(choices)
        const all = everyThing(document).map(({ id }) => id)
        const text = copyThings(document, all.slice(at % (all.length + 1)))
        let there = renumbered(through(others))
        for (let n = 0; n < times; n += 1) {
          const pasted = applyEdit(there, { do: 'paste', text, parent: null })
          if (pasted.ok) there = pasted.value.state
        }
        const ids = everyThing(there.document).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(outsideOf(there.document)).toEqual([])
        const texts = addressTextsOf(there.document)
        expect(new Set(texts).size).toBe(texts.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('a world that is undone edit by edit from the last on is empty again', () => {
  fc.assert(
    fc.property(steps, (choices) => {
      let state = through(choices)
      for (const { id } of everyThing(state.document).toReversed()) {
        if (nestingOf(state.document).parents.has(id)) {
          state = draw(state, { do: 'remove', things: [id] })
        }
      }
      expect(state.document).toEqual(EMPTY_SCENARIO.document)
    }),
    { numRuns: 50 },
  )
})
