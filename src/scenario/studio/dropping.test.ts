import { describe, expect, test } from 'vitest'
import { applyEdit } from './apply-edit.ts'
import { copyThings } from './copy-things.ts'
import { nestingOf } from './document/nesting.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { add, draw, refusal } from './fixtures/draw.ts'
import type { EndpointPreset, ThingId, ThingKind } from './thing.ts'

const INTERNET = 'internet:internet'

/** A cluster with a node and a Pod in the first of two VPCs, and two on-prem networks. */
const WORLD = draw(
  EMPTY_SCENARIO,
  add('vpc'),
  add('vpc'),
  add('cluster', 'vpc:vpc-1'),
  add('node'),
  add('pod'),
  add('on-prem'),
  add('on-prem'),
)

const AT = [400, 300] as const

function dropped(kind: ThingKind, parent: ThingId | null, preset?: EndpointPreset) {
  const edit: Edit = { do: 'add', kind, parent, at: AT, ...(preset ? { preset } : {}) }
  const edited = applyEdit(WORLD, edit)
  if (!edited.ok) return edited.error
  const { document } = edited.value.state
  const home = nestingOf(document).parents.get(edited.value.things[0] ?? '')
  return { home, places: Object.values(document.positions ?? {}) }
}

describe('What is dropped where it cannot stand', () => {
  test.each<[ThingKind, ThingId, ThingKind, EndpointPreset?]>([
    ['node', 'vpc:vpc-2', 'cluster'],
    ['pod', 'vpc:vpc-2', 'node'],
    ['service', 'vpc:vpc-2', 'cluster'],
    ['pod', 'on-prem:on-prem-1', 'node'],
    ['node', INTERNET, 'cluster'],
    ['pod', INTERNET, 'node'],
    ['cluster', 'on-prem:on-prem-1', 'vpc'],
    ['cloud-nat', 'on-prem:on-prem-1', 'vpc'],
    ['firewall', 'vpc:vpc-1', 'on-prem'],
    ['attachment', INTERNET, 'vpc'],
    ['peering', 'on-prem:on-prem-1', 'vpc'],
    ['endpoint', 'on-prem:on-prem-1', 'vpc', 'vm'],
    ['endpoint', INTERNET, 'vpc', 'vm'],
    ['endpoint', 'vpc:vpc-1', 'on-prem', 'on-prem-host'],
  ])('a %s on %s asks for a %s', (kind, parent, needs, preset) => {
    expect(dropped(kind, parent, preset)).toMatchObject({
      code: 'nowhere-to-put',
      params: { kind, needs },
    })
  })

  test.each<[ThingKind, ThingId | null, ThingId | null, 'there' | 'free', EndpointPreset?]>([
    ['pod', 'node:node-1', 'node:node-1', 'there'],
    ['pod', 'pod:pod-1', 'node:node-1', 'there'],
    ['pod', 'vpc:vpc-1', 'node:node-1', 'free'],
    ['pod', null, 'node:node-1', 'free'],
    ['node', 'vpc:vpc-1', 'cluster:cluster-1', 'free'],
    ['node', 'pod:pod-1', 'cluster:cluster-1', 'there'],
    ['cluster', 'subnet:vpc-2/nodes', 'vpc:vpc-2', 'there'],
    ['cloud-nat', 'node:node-1', 'vpc:vpc-1', 'there'],
    ['attachment', 'vpc:vpc-2', 'vpc:vpc-2', 'there'],
    ['attachment', 'on-prem:on-prem-2', 'vpc:vpc-1', 'free'],
    ['vpc', null, null, 'there'],
    ['vpc', 'pod:pod-1', null, 'free'],
    ['vpc', 'vpc:vpc-1', null, 'free'],
    ['on-prem', 'vpc:vpc-1', null, 'free'],
    ['on-prem', null, null, 'there'],
    ['metadata', 'vpc:vpc-1', null, 'there'],
    ['metadata', 'vpc:vpc-2', null, 'free'],
    ['endpoint', INTERNET, null, 'there', 'internet-host'],
    ['endpoint', 'vpc:vpc-1', null, 'free', 'internet-host'],
    ['endpoint', 'cluster:cluster-1', 'vpc:vpc-1', 'there', 'vm'],
  ])('a %s on %s stands in %s, %s', (kind, parent, home, place, preset) => {
    expect(dropped(kind, parent, preset)).toEqual({ home, places: place === 'there' ? [AT] : [] })
  })
})

test('A node on a subnet goes into the cluster that is drawn in it, and nowhere where none is', () => {
  const two = draw(WORLD, add('subnet', 'vpc:vpc-1'))
  const on = (parent: ThingId): Edit => ({ do: 'add', kind: 'node', parent })
  const own = draw(two, on('subnet:vpc-1/nodes'))
  expect(own.document.nodes.map(({ cluster }) => cluster)).toEqual(['cluster-1', 'cluster-1'])
  const other = two.document.vpcs[0]?.subnets.at(-1)?.name
  expect(refusal(two, on(`subnet:vpc-1/${other}`))).toMatchObject({
    code: 'nowhere-to-put',
    params: { kind: 'node', needs: 'cluster' },
  })
})

test('What is taken away says how much went with it, and how many flows lost an end', () => {
  const sent = draw(
    WORLD,
    add('endpoint', 'on-prem:on-prem-1'),
    { do: 'connect', from: 'pod:pod-1', to: 'endpoint:server-1' },
    { do: 'connect', from: 'node:node-1', to: 'endpoint:server-1' },
  )
  const lost = (...things: readonly ThingId[]) => {
    const edited = applyEdit(sent, { do: 'remove', things })
    return edited.ok ? edited.value.lost : edited.error
  }
  expect(lost('pod:pod-1')).toEqual({ within: 0, flows: 1 })
  expect(lost('node:node-1')).toEqual({ within: 1, flows: 2 })
  expect(lost('node:node-1', 'pod:pod-1')).toEqual({ within: 0, flows: 2 })
  expect(lost('on-prem:on-prem-1')).toMatchObject({ flows: 2 })
  expect(lost('on-prem:on-prem-2')).toMatchObject({ flows: 0 })
})

test.each<[ThingId, ThingId | null]>([
  ['node:node-1', null],
  ['node:node-1', 'cluster:cluster-1'],
  ['pod:pod-1', null],
])('%s out of another scenario on %s has addresses of the cluster here', (thing, parent) => {
  const other = draw(WORLD, {
    do: 'set',
    thing: 'cluster:cluster-1',
    path: ['podRanges'],
    value: ['10.200.0.0/16'],
  })
  const text = copyThings(WORLD.document, [thing])
  const { document } = draw(other, { do: 'paste', text, parent })
  expect(document.pods.at(-1)?.name).toBe('pod-2')
  const home = document.nodes.find(({ name }) => name === document.pods.at(-1)?.node)
  const range = home?.name === 'node-1' ? /^10\.64\./ : /^10\.200\./
  expect(document.pods.at(-1)?.addresses).toEqual([expect.stringMatching(range)])
})

describe('What is pasted where it cannot stand', () => {
  const paste = (things: readonly ThingId[], parent: ThingId | null): Edit => ({
    do: 'paste',
    text: copyThings(WORLD.document, things),
    parent,
    at: AT,
  })

  test.each<[ThingId, ThingId, ThingKind]>([
    ['pod:pod-1', 'on-prem:on-prem-1', 'node'],
    ['pod:pod-1', 'vpc:vpc-2', 'node'],
    ['pod:pod-1', INTERNET, 'node'],
    ['node:node-1', 'vpc:vpc-2', 'cluster'],
    ['subnet:vpc-1/nodes', 'on-prem:on-prem-1', 'vpc'],
    ['firewall:on-prem-1-firewall', 'vpc:vpc-1', 'on-prem'],
  ])('%s on %s asks for a %s', (thing, parent, needs) => {
    expect(refusal(WORLD, paste([thing], parent))).toMatchObject({
      code: 'nowhere-to-put',
      params: { needs },
    })
  })

  test.each<[readonly ThingId[], ThingId | null, readonly unknown[]]>([
    [['pod:pod-1'], 'node:node-1', [AT]],
    [['pod:pod-1'], 'vpc:vpc-1', []],
    [['pod:pod-1'], null, []],
    [['vpc:vpc-2', 'pod:pod-1'], 'vpc:vpc-2', []],
  ])('%j on %s is there, at its point only where that is its home', (things, parent, places) => {
    const { document } = draw(WORLD, paste(things, parent))
    expect(document.pods.at(-1)).toMatchObject({ name: 'pod-2', node: 'node-1' })
    expect(Object.values(document.positions ?? {})).toEqual(places)
  })
})
