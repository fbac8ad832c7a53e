/// <reference types="node" />
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { scenarioSchema } from '../document.ts'
import { evaluate } from '../evaluate.ts'
import { readScenario } from '../read-scenario.ts'
import type { ScenarioState } from '../state.ts'
import { applyEdit } from './apply-edit.ts'
import { copyThings } from './copy-things.ts'
import { everyThing } from './document/find-thing.ts'
import { nestingOf } from './document/nesting.ts'
import { referencesOf } from './document/references.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { addressTextsOf } from './ranges/in-use.ts'
import { ENDPOINT_PRESETS, THING_KINDS, type ThingId } from './thing.ts'

/** An edit that is about the things that are there when its turn comes. */
type Choice = (state: ScenarioState) => Edit

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]

const thingsOf = ({ document }: ScenarioState): readonly ThingId[] =>
  everyThing(document).map(({ id }) => id)

const one = fc.nat({ max: 1000 })
const at = fc.option(
  fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
  { nil: undefined },
)

const adding: fc.Arbitrary<Choice> = fc
  .tuple(fc.constantFrom(...THING_KINDS), fc.constantFrom(...ENDPOINT_PRESETS), fc.option(one), at)
  .map(([kind, preset, home, place]) => (state) => ({
    do: 'add',
    kind,
    preset,
    parent: home === null ? null : (pick(thingsOf(state), home) ?? null),
    ...(place ? { at: place } : {}),
  }))

const onThings = (
  make: (things: readonly ThingId[], other: ThingId, text: string) => (s: ScenarioState) => Edit,
): fc.Arbitrary<Choice> =>
  fc
    .tuple(one, one, one, fc.constantFrom('new', 'x-1', '10.', 'a b', ''))
    .map(([a, b, c, text]) => (state) => {
      const all = ['vpc:nobody', ...thingsOf(state)]
      const things = [pick(all, a), pick(all, b)].filter((id) => id !== undefined)
      return make([...new Set(things)], pick(all, c) ?? '', text)(state)
    })

const choices: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 6, arbitrary: adding },
  { weight: 2, arbitrary: onThings((things) => () => ({ do: 'remove', things })) },
  {
    weight: 2,
    arbitrary: onThings(([thing = ''], _, name) => () => ({ do: 'rename', thing, name })),
  },
  { weight: 2, arbitrary: onThings((things) => () => ({ do: 'duplicate', things })) },
  {
    weight: 2,
    arbitrary: onThings((things, parent) => ({ document }) => ({
      do: 'paste',
      text: copyThings(document, things),
      parent,
    })),
  },
  {
    weight: 4,
    arbitrary: onThings(([from = ''], to) => () => ({ do: 'connect', from, to })),
  },
  {
    weight: 2,
    arbitrary: onThings(([from = ''], to) => () => ({ do: 'disconnect', from, to })),
  },
  { weight: 3, arbitrary: onThings((things, parent) => () => ({ do: 'nest', things, parent })) },
  {
    weight: 1,
    arbitrary: onThings(([thing = ''], _, value) => () => ({
      do: 'set',
      thing,
      path: ['address'],
      value,
    })),
  },
)

const BUILTINS = [
  'private-endpoint-as-is',
  'service-first',
  'dual-stack',
  'aws-excluded-range',
].map((name) => {
  const url = new URL(`../builtin/${name}.yaml`, import.meta.url)
  const read = readScenario(readFileSync(url, 'utf8'))
  if (!read.ok) throw new Error(name)
  return read.value
})

const starts = fc.constantFrom(EMPTY_SCENARIO, ...BUILTINS)

/** Every state that the edits lead through, the first included; refused ones lead nowhere. */
function through(start: ScenarioState, edits: readonly Choice[]): readonly ScenarioState[] {
  const states = [start]
  for (const edit of edits) {
    const before = states.at(-1) ?? start
    const edited = applyEdit(before, edit(before))
    if (edited.ok) states.push(edited.value.state)
  }
  return states
}

const walks = fc
  .tuple(starts, fc.array(choices, { maxLength: 14 }))
  .map(([start, edits]) => through(start, edits))

const last = (states: readonly ScenarioState[]): ScenarioState => states.at(-1) ?? EMPTY_SCENARIO

const namesOf = (state: ScenarioState): readonly string[] => thingsOf(state)

const doubled = (list: readonly string[]): readonly string[] =>
  list.filter((each, i) => list.indexOf(each) < i)

/** No hand-typed value among the edits. */
const untouched = fc
  .tuple(
    starts,
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: adding },
        onThings((things) => () => ({ do: 'duplicate', things })),
        onThings((things, parent) => () => ({ do: 'nest', things, parent })),
        onThings((things, parent) => ({ document }) => ({
          do: 'paste',
          text: copyThings(document, things),
          parent,
        })),
      ),
      { maxLength: 14 },
    ),
  )
  .map(([start, edits]) => through(start, edits))

describe('Whatever is drawn, in whatever order', () => {
  test('the schema accepts the document', () => {
    fc.assert(
      fc.property(walks, (states) => {
        expect(v.safeParse(scenarioSchema, last(states).document).success).toBe(true)
      }),
    )
  })

  test('no two things have one name', () => {
    fc.assert(
      fc.property(walks, (states) => {
        expect(doubled(namesOf(last(states)))).toEqual([])
      }),
    )
  })

  test('no two things get one address', () => {
    fc.assert(
      fc.property(untouched, (states) => {
        const [start] = states
        const before = doubled(start ? addressTextsOf(start.document) : [])
        const after = doubled(addressTextsOf(last(states).document))
        expect(after.filter((each) => !before.includes(each))).toEqual([])
      }),
    )
  })

  test('the evaluation throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async (states) => {
        await evaluate(last(states))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('an edit changes nothing of the state that it was given', () => {
    fc.assert(
      fc.property(walks, choices, (states, choice) => {
        const state = last(states)
        const before = JSON.stringify(state)
        applyEdit(state, choice(state))
        expect(JSON.stringify(state)).toBe(before)
      }),
    )
  })

  test('positions are only of what is there', () => {
    fc.assert(
      fc.property(walks, (states) => {
        const { document } = last(states)
        const known = new Set(thingsOf(last(states)))
        const astray = Object.keys(document.positions ?? {}).filter(
          (id) => !known.has(id.replace(/^zone-/, '')),
        )
        expect(astray).toEqual([])
      }),
    )
  })
})

describe('There and back', () => {
  test('what was added and removed again leaves the document as it was', () => {
    fc.assert(
      fc.property(walks, adding, (states, choice) => {
        const state = last(states)
        const added = applyEdit(state, choice(state))
        if (!added.ok) return
        const removed = applyEdit(added.value.state, { do: 'remove', things: added.value.things })
        expect(removed.ok && removed.value.state.document).toEqual(state.document)
      }),
    )
  })

  test('renamed and called again what it was, a thing and all that names it are as before', () => {
    fc.assert(
      fc.property(walks, one, (states, n) => {
        const state = last(states)
        const found = pick(everyThing(state.document), n)
        if (!found || found.kind === 'metadata') return
        const there = applyEdit(state, { do: 'rename', thing: found.id, name: 'never-used-name' })
        expect(there.ok).toBe(true)
        if (!there.ok) return
        expect(referencesOf(there.value.state.document)).toHaveLength(
          referencesOf(state.document).length,
        )
        const [thing = ''] = there.value.things
        const back = applyEdit(there.value.state, { do: 'rename', thing, name: found.name })
        expect(back.ok && back.value.state).toEqual(state)
      }),
    )
  })

  test('what was cut out and pasted has the same things in it', () => {
    fc.assert(
      fc.property(walks, one, (states, n) => {
        const state = last(states)
        const found = pick(everyThing(state.document), n)
        if (!found || found.kind === 'subnet' || found.kind === 'firewall') return
        const text = copyThings(state.document, [found.id])
        const cut = applyEdit(state, { do: 'remove', things: [found.id] })
        if (!cut.ok) return
        const parent = nestingOf(state.document).parents.get(found.id) ?? null
        const pasted = applyEdit(cut.value.state, { do: 'paste', text, parent })
        expect(pasted.ok && [...namesOf(pasted.value.state)].sort()).toEqual(
          [...namesOf(state)].sort(),
        )
      }),
    )
  })
})
