import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import type { ScenarioState } from '../state.ts'
import { describeThing } from './describe-thing.ts'
import { everyThing, valueAt } from './document/find-thing.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { add, connect, draw } from './fixtures/draw.ts'
import type { ThingField } from './report/thing-report.ts'
import { THING_KINDS, type ThingId } from './thing.ts'
import { thingOfPath } from './thing-of-path.ts'

const set = (thing: ThingId, path: readonly (string | number)[], value: unknown): Edit => ({
  do: 'set',
  thing,
  path,
  value,
})

/** One of every kind, connected. The flow that is sent is another one: its trouble is told where it is sent. */
const DRAWN = draw(
  EMPTY_SCENARIO,
  ...(['vpc', 'vpc', 'subnet', 'cluster', 'node', 'node', 'pod', 'service'] as const).map((kind) =>
    add(kind),
  ),
  ...(['on-prem', 'cloud-nat', 'attachment', 'peering', 'metadata'] as const).map((kind) =>
    add(kind),
  ),
  { do: 'add', kind: 'endpoint', preset: 'appliance', parent: 'vpc:vpc-1' },
  connect('pod:pod-1', 'endpoint:appliance-1'),
  connect('node:node-1', 'endpoint:appliance-1'),
)

const HOLDERS: readonly ThingField['control'][] = ['group', 'objects']
const fieldsIn = (fields: readonly ThingField[]): readonly ThingField[] =>
  fields.flatMap((field) => [
    field,
    ...fieldsIn(field.fields ?? []),
    ...fieldsIn((field.members ?? []).flat()),
  ])

/** Every list of objects with one in it, as the panel puts it there, and every optional object there. */
function filled(state: ScenarioState, thing: ThingId): ScenarioState {
  const fields = fieldsIn(describeThing(state, thing)?.fields ?? [])
  const empty = fields.find(
    ({ control, fresh, members, value }) =>
      HOLDERS.includes(control) &&
      fresh !== undefined &&
      (control === 'objects' ? members?.length === 0 : value === undefined),
  )
  if (!empty) return state
  const path = empty.control === 'objects' ? [...empty.path, 0] : empty.path
  return filled(draw(state, set(thing, path, empty.fresh)), thing)
}

/** Nothing that can hold something is without it. */
const FULL = everyThing(DRAWN.document).reduce((state, { id }) => filled(state, id), DRAWN)

const HALF = '10.1.'
const ADDRESS_LIKE: readonly ThingField['control'][] = ['address', 'range', 'addresses', 'ranges']

const OTHERS = everyThing(FULL.document).filter(({ id }) => id !== `flow:${FULL.flow.name}`)

const CASES = OTHERS.flatMap(({ id }) =>
  fieldsIn(describeThing(FULL, id)?.fields ?? [])
    .filter(({ control }) => ADDRESS_LIKE.includes(control))
    .map(({ path, control }) => ({
      id,
      path,
      field: path.join('.'),
      value: control.endsWith('es') || control === 'ranges' ? [HALF] : HALF,
    })),
)

describe('An address or a range that is half typed', () => {
  test('could stand in every kind that has one', () => {
    const kinds = new Set(CASES.map(({ id }) => id.slice(0, id.indexOf(':'))))
    const without = THING_KINDS.filter((kind) => !kinds.has(kind))
    expect(without).toEqual(['peering'])
  })

  test.each(CASES)(
    'stays as $field of $id, is told there, and nothing else is lost',
    async (each) => {
      const { id, path, value } = each
      const typed = draw(FULL, set(id, path, value))
      const home = everyThing(typed.document).find((thing) => thing.id === id)?.path ?? []
      expect(valueAt(typed.document, [...home, ...path])).toEqual(value)
      const { issues, map } = await evaluate(typed)
      const told = issues.filter(({ params }) => Object.values(params).includes(HALF))
      expect(told.map((issue) => thingOfPath(typed.document, issue.path))).toContain(id)
      const before = (await evaluate(FULL)).map
      const ids = (drawn: typeof map) => [...drawn.zones, ...drawn.places].map((one) => one.id)
      expect(ids(map)).toEqual(
        expect.arrayContaining(
          everyThing(FULL.document).flatMap((thing) =>
            ids(before).filter((one) => one === thing.id || one === `zone-${thing.id}`),
          ),
        ),
      )
    },
  )
})
