import { expect, test } from 'vitest'
import type { ScenarioDocument } from './document.ts'
import { evaluate } from './evaluate.ts'
import { BUILTINS } from './fixtures/builtin-states.ts'
import type { ScenarioState } from './state.ts'

const [asIs] = BUILTINS
const [node] = asIs.document.nodes
const [pod] = asIs.document.pods
if (!node || !pod) throw new Error('the scenario has a node and a Pod')

const changed = (change: Partial<ScenarioDocument>): ScenarioState => ({
  ...asIs,
  document: { ...asIs.document, ...change },
})

const EMPTY: ScenarioState = {
  document: {
    apiVersion: 'snat-playground/v1',
    kind: 'Scenario',
    metadata: { name: 'empty' },
    clusters: [],
    nodes: [],
    pods: [],
    vpcs: [],
    attachments: [],
    onPrem: [],
    endpoints: [],
    flows: [],
    expect: [],
  },
  manifests: { applied: false, text: '', inForce: null },
  flow: { name: 'flow', from: '', to: '', protocol: 'tcp' },
}

test('An empty canvas is no trouble: nothing is sent, and nothing is wrong', async () => {
  const { trace, issues, warnings, flows } = await evaluate(EMPTY)
  expect({ trace, issues, warnings, flows }).toEqual({
    trace: null,
    issues: [],
    warnings: [],
    flows: [],
  })
})

test.each([
  [{ from: '', to: '8.8.8.8' }, 'sender-empty', 'flow.from'],
  [{ from: 'pod-a', to: '' }, 'destination-empty', 'flow.to'],
])('A flow that was begun (%o) says what it lacks', async (flow, code, path) => {
  const { trace, issues } = await evaluate({ ...asIs, flow: { ...asIs.flow, ...flow } })
  expect(trace).toBeNull()
  expect(issues).toMatchObject([{ code, path }])
})

test('One bad address costs one machine: the others still send, and the map has them all', async () => {
  const bad = { ...node, name: 'node-9', address: '10.1.1.300' }
  const loose = { ...pod, name: 'pod-9', node: 'node-9', addresses: ['100.65.9.9'] }
  const state = changed({
    nodes: [...asIs.document.nodes, bad],
    pods: [...asIs.document.pods, loose],
  })
  const { trace, issues, map } = await evaluate(state)
  expect(trace?.outcome.kind).toBe('dropped')
  expect(issues).toMatchObject([{ code: 'bad-address', path: 'nodes.1.address' }])
  const ids = map.places.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['pod:pod-9', 'node:node-9', 'pod:pod-a']))
})

test('A machine without a readable address is told apart from one that does not exist', async () => {
  const state = changed({ nodes: [{ ...node, address: '' }] })
  const { trace, issues } = await evaluate(state)
  expect(trace).toBeNull()
  expect(issues.at(0)).toMatchObject({ code: 'bad-address', path: 'nodes.0.address' })
  expect(issues.at(-1)).toMatchObject({
    code: 'sender-loose',
    params: { name: 'pod-a', at: 'pods.0.node' },
  })
})

test('A Pod whose node was deleted is drawn, and sends nothing', async () => {
  const { map, issues } = await evaluate(changed({ nodes: [] }))
  expect(map.places.find(({ id }) => id === 'pod:pod-a')?.zone).toBeNull()
  expect(issues.map(({ code }) => code)).toContain('unknown-name')
})

test('A range that decides on a flow and cannot be read holds that flow back, and no other', async () => {
  const [onPrem] = asIs.document.onPrem
  if (!onPrem?.firewall) throw new Error('the scenario has an on-prem firewall')
  const state = changed({
    onPrem: [{ ...onPrem, firewall: { ...onPrem.firewall, allow: ['10.1.1.0/33'] } }],
    pods: [pod, { ...pod, name: 'pod-b', addresses: ['100.65.0.51'] }],
  })
  const over = await evaluate(state)
  expect(over.trace).toBeNull()
  expect(over.issues).toMatchObject([{ code: 'bad-range', path: 'onPrem.0.firewall.allow.0' }])
  const beside = await evaluate({ ...state, flow: { ...state.flow, to: 'pod-b' } })
  expect(beside.trace?.outcome.kind).toBe('delivered')
})

test('Beyond an attachment to a network that was deleted nobody knows how it goes on', async () => {
  const { trace, issues } = await evaluate(changed({ onPrem: [], endpoints: [] }))
  expect(issues).toMatchObject([{ code: 'unknown-name', path: 'attachments.0.to' }])
  expect(trace?.outcome).toMatchObject({
    kind: 'undetermined',
    missing: [{ code: 'far-network', of: 'interconnect' }],
  })
})

test('Of two things of one name the first bears it', async () => {
  const state = changed({ pods: [pod, { ...pod, addresses: ['100.65.0.99'] }] })
  const { trace, issues } = await evaluate(state)
  expect(issues).toMatchObject([{ code: 'duplicate-name', path: 'pods.1' }])
  expect(trace?.forward.hops[0].before.src).toBe('100.65.0.50')
})

test('A machine in no cluster has no rules, and sends as it is', async () => {
  const state = changed({ clusters: [], pods: [], flows: [] })
  const flow = { ...state.flow, from: node.name, to: '8.8.8.8' }
  const { trace, issues } = await evaluate({ ...state, flow })
  expect(issues).toEqual([])
  expect(trace?.outcome.because.code).toMatch(/^kept/)
})

test('Of a route to a machine that was deleted nobody knows how it goes on', async () => {
  const [vpc] = asIs.document.vpcs
  if (!vpc) throw new Error('the scenario has a VPC')
  const routes = [{ name: 'out', to: '10.2.1.0/24', nextHop: 'gone', priority: 1000 }]
  const { trace, issues } = await evaluate(changed({ vpcs: [{ ...vpc, routes }] }))
  expect(issues).toMatchObject([{ code: 'unknown-name', path: 'vpcs.0.routes.0.nextHop' }])
  expect(trace?.outcome).toMatchObject({ kind: 'undetermined', missing: [{ code: 'next-hop' }] })
})

test('A range that is named and is not there is missed by its name, and the flows that ask it wait', async () => {
  const [nat] = asIs.document.cloudNats ?? []
  if (!nat) throw new Error('the scenario has a Cloud NAT')
  const { trace, issues } = await evaluate({
    ...changed({ cloudNats: [{ ...nat, covers: ['nodez'] }] }),
    flow: { ...asIs.flow, to: '8.8.8.8' },
  })
  expect(issues).toMatchObject([
    { code: 'unknown-name', path: 'cloudNats.0.covers.0', params: { name: 'nodez' } },
  ])
  expect(trace).toBeNull()
})

test('A subnet half typed is told once, and not by all that name it', async () => {
  const [vpc] = asIs.document.vpcs
  const [subnet] = vpc?.subnets ?? []
  if (!vpc || !subnet) throw new Error('the scenario has a subnet')
  const half = { ...vpc, subnets: [{ ...subnet, range: '10.1.1.0/' }] }
  const { issues } = await evaluate(changed({ vpcs: [half] }))
  expect(issues).toMatchObject([{ code: 'bad-range', path: 'vpcs.0.subnets.0.range' }])
})

test('A Service whose Pod was deleted misses it by its name', async () => {
  const ports = [{ protocol: 'TCP' as const, port: 80 }]
  const service = {
    name: 'web',
    namespace: 'default',
    type: 'ClusterIP' as const,
    clusterIPs: ['100.66.0.10'],
    loadBalancerIPs: [],
    ports,
    endpoints: ['gone'],
    externalTrafficPolicy: 'Cluster' as const,
    internalTrafficPolicy: 'Cluster' as const,
  }
  const { issues } = await evaluate(changed({ services: [service] }))
  expect(issues).toMatchObject([{ code: 'unknown-name', path: 'services.0.endpoints.0' }])
})
