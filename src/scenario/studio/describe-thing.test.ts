import { expect, test } from 'vitest'
import type { ScenarioState } from '../state.ts'
import { applyEdit } from './apply-edit.ts'
import { describeThing } from './describe-thing.ts'
import { everyThing } from './document/find-thing.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { listThings } from './list-things.ts'
import { schemaOf } from './report/schema-of.ts'
import { THING_KINDS } from './thing.ts'
import { thingOfPath, writtenPath } from './thing-of-path.ts'

const KINDS = ['vpc', 'vpc', 'on-prem', 'subnet', 'cluster', 'node', 'pod', 'service'] as const
const MORE = ['cloud-nat', 'attachment', 'peering', 'endpoint', 'metadata', 'flow'] as const

/** One of every kind. */
const STATE = [...KINDS, ...MORE].reduce<ScenarioState>((state, kind) => {
  const edited = applyEdit(state, { do: 'add', kind, parent: null })
  if (!edited.ok) throw new Error(`${kind}: ${edited.error.code}`)
  return edited.value.state
}, EMPTY_SCENARIO)

test.each(THING_KINDS)('every field of a %s is reported', (kind) => {
  const thing = everyThing(STATE.document).find((each) => each.kind === kind)
  const report = describeThing(STATE, thing?.id ?? '')
  const inside = ['subnets', kind === 'on-prem' ? 'firewall' : '']
  const expected = Object.keys(schemaOf(kind).entries ?? {}).filter((key) => !inside.includes(key))
  expect(new Set(report?.fields.map(({ key }) => key))).toEqual(new Set(expected))
})

test('a field that names something offers what there is', () => {
  const fields = describeThing(STATE, 'pod:pod-1')?.fields
  expect(fields?.find(({ key }) => key === 'node')).toMatchObject({
    control: 'name',
    value: 'node-1',
    options: ['node-1'],
  })
})

test('the outline has every thing once', () => {
  const ids = (things: ReturnType<typeof listThings>): readonly string[] =>
    things.flatMap(({ id, children }) => [id, ...ids(children)])
  const all = everyThing(STATE.document).map(({ id }) => id)
  expect([...ids(listThings(STATE.document))].sort()).toEqual([...all].sort())
})

test.each([
  ['pods.0.node', 'pod:pod-1'],
  ['vpcs.0.subnets.0.range', 'subnet:vpc-1/nodes'],
  ['onPrem.0.firewall.allow.0', 'firewall:on-prem-1-firewall'],
  ['vpcs.0.firewall.0.name', 'vpc:vpc-1'],
  ['metadataServer', 'metadata:metadata-server'],
  ['pods.7.node', null],
  ['flow.to', null],
])('an issue at %s is shown at %s', (path, thing) => {
  expect(thingOfPath(STATE.document, path)).toBe(thing)
})

test('trouble of a flow leads to the field in which it is written, by its name or as the one sent', () => {
  const [flow] = STATE.document.flows
  if (!flow) throw new Error('the scenario has a flow')
  const flows = [flow, { ...flow, name: 'two.dots' }]
  const document = { ...STATE.document, flows }
  const path = writtenPath(document, 'flows.two.dots.flow.to', flow.name)
  expect(path).toBe('flows.1.to')
  expect(thingOfPath(document, path)).toBe('flow:two.dots')
  expect(writtenPath(document, 'flow.port', 'two.dots')).toBe('flows.1.port')
  expect(writtenPath(document, 'flow.port', 'nobody')).toBe('flow.port')
  expect(writtenPath(document, 'pods.0.node', flow.name)).toBe('pods.0.node')
})
