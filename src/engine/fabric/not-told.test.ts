/// <reference types="node" />
import { expect, test } from 'vitest'
import { invariant } from '../../net/invariant.ts'
import type { ScenarioDocument } from '../../scenario/document.ts'
import { BUILTINS } from '../../scenario/fixtures/builtin-states.ts'
import { readFlow } from '../../scenario/read-flow.ts'
import { readTopology } from '../../scenario/read-topology.ts'
import type { Topology } from '../../topology/topology.ts'
import { decide } from '../decide.ts'
import { emptyNat } from '../nat-table.ts'
import type { NodePolicy } from '../world.ts'

const [{ document }] = BUILTINS
const nothing: NodePolicy = {
  rules: { nat4: emptyNat(4), nat6: emptyNat(6), sets: [] },
  silence: 'no-rule',
}

function send(
  to: string,
  change: (topology: Topology) => Topology,
  of: ScenarioDocument = document,
) {
  const topology = change(read(of))
  const flow = readFlow(topology, { name: 'flow', from: 'pod-a', to, protocol: 'tcp', port: 443 })
  invariant(flow.ok, 'the flow can be sent')
  const policies = new Map(topology.nodes.map(({ name }) => [name, nothing]))
  return decide({ topology, policies }, flow.value)
}

function read(of: ScenarioDocument): Topology {
  const { topology } = readTopology(of)
  return topology
}

test('a cluster in no VPC: what becomes of its packets is not told', () => {
  const { outcome, forward, path } = send('8.8.8.8', (topology) => ({
    ...topology,
    nodes: topology.nodes.map((node) => ({ ...node, vpc: '' })),
  }))
  expect(outcome).toMatchObject({
    kind: 'undetermined',
    symptom: null,
    by: 'node:node-1',
    missing: [{ code: 'vpc', of: 'node-1' }],
  })
  expect(forward.hops.at(-1)?.mood).toBe('undetermined')
  expect(path.find(({ state }) => state === 'unknown')?.step).toBe('forward-route')
})

test('a next hop that is on no map, and a network that is beyond none', () => {
  const routed = (endpoint: string) => (topology: Topology) => ({
    ...topology,
    vpcs: topology.vpcs.map((vpc) => ({
      ...vpc,
      routes: [
        {
          ...{ name: 'to-vm', to: { base: { family: 4 as const, words: [0] }, prefix: 0 } },
          ...{ nextHop: { kind: 'appliance' as const, endpoint }, priority: 1, tags: [] },
        },
      ],
    })),
  })
  expect(send('8.8.8.8', routed('gone')).outcome.missing).toEqual([
    { code: 'next-hop', of: 'gone' },
  ])
  const { outcome } = send('10.2.1.100', (topology) => ({ ...topology, onPrem: [] }))
  expect(outcome.missing).toMatchObject([{ code: 'far-network' }])
})

test('five hundred Pods on fifty nodes are told of in an instant each', () => {
  const [home] = document.nodes
  invariant(home, 'it has a node')
  const nodes = Array.from({ length: 50 }, (_, i) => ({
    ...home,
    name: `node-${i + 1}`,
    address: `10.1.1.${i + 10}`,
    podRange: `100.65.${i}.0/24`,
  }))
  const pods = nodes.flatMap(({ name }, i) =>
    Array.from({ length: 10 }, (_, j) => ({
      ...{ name: i + j === 0 ? 'pod-a' : `pod-${i}-${j}`, node: name, hostNetwork: false },
      addresses: [`100.65.${i}.${j + 50}`],
    })),
  )
  const topology = read({ ...document, nodes, pods })
  const policies = new Map(topology.nodes.map(({ name }) => [name, nothing]))
  const started = process.hrtime.bigint()
  for (let i = 0; i < 20; i += 1) {
    const spec = { name: 'flow', from: 'pod-a', to: `pod-49-${i % 10}`, protocol: 'tcp' as const }
    const flow = readFlow(topology, spec)
    invariant(flow.ok, 'the flow can be sent')
    expect(decide({ topology, policies }, flow.value).outcome.kind).toBe('delivered')
  }
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  expect(milliseconds).toBeLessThan(2000)
})
