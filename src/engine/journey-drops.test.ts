import { expect, test } from 'vitest'
import { parseAddress } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { readTopology } from '../scenario/read-topology.ts'
import type { Node } from '../topology/cluster.ts'
import { decide } from './decide.ts'
import { natTable } from './nat-table.ts'
import type { Rule } from './rule.ts'
import type { NodePolicy } from './world.ts'

const [asIs] = BUILTINS
const address = (text: string) => {
  const read = parseAddress(text)
  invariant(read.ok, `${text} is an address`)
  return read.value
}

function send(rules: readonly Rule[], change: (node: Node) => Node, hook = 'POSTROUTING') {
  const [one] = asIs.document.nodes
  invariant(one, 'the scenario has a node')
  const nodes = [one, { ...one, name: 'node-2', address: '10.1.1.11' }]
  const read = readTopology({ ...asIs.document, nodes })
  invariant(read.issues.length === 0, 'the document is a good one')
  const topology = { ...read.topology, nodes: read.topology.nodes.map(change) }
  const [pod] = topology.pods
  const [node] = topology.nodes
  const [src] = pod?.addresses ?? []
  invariant(pod && node && src, 'the scenario has a Pod')
  const policy: NodePolicy = {
    rules: { nat4: natTable(4, { [hook]: rules }, []), nat6: natTable(6, {}, []), sets: [] },
    silence: 'no-rule',
  }
  const policies = new Map(topology.nodes.map(({ name }) => [name, policy]))
  const from = { kind: 'pod', pod, node, address: src } as const
  const flow = { name: 'flow', from, dst: address('8.8.8.8'), protocol: 6, sport: 4000, dport: 443 }
  return decide({ topology, policies }, flow)
}

const rule = (target: Rule['target']): Rule => ({ id: 'only', base: {}, matches: [], target })

test('Where MASQUERADE finds no address the device is named, at the hook that dropped the packet', () => {
  const { outcome, forward } = send(
    [rule({ kind: 'masquerade', random: false, fullyRandom: false })],
    (node) => ({ ...node, interfaces: node.interfaces.map((own) => ({ ...own, addresses: [] })) }),
  )
  const reason = { code: 'dropped-no-source-address', device: 'eth0' }
  expect(outcome).toMatchObject({ kind: 'dropped', by: 'node:node-1', reason })
  expect(forward.hops.at(-1)).toMatchObject({ stage: 'postrouting', mood: 'dropped', reason })
  expect(forward.hops.filter(({ mood }) => mood === 'dropped')).toHaveLength(1)
})

test('A packet that rules send from node to node for ever is dropped', () => {
  const to = (text: string): Rule => ({
    ...rule({
      kind: 'dnat',
      to: { lo: address(text), hi: address(text) },
      persistent: false,
      random: false,
      fullyRandom: false,
    }),
    base: { destination: { address: address(text), mask: [0xffffffff], negated: true } },
  })
  const { outcome, forward } = send(
    [to('10.1.1.11'), to('10.1.1.10')],
    (node) => node,
    'PREROUTING',
  )
  expect(outcome).toMatchObject({ kind: 'dropped', reason: { code: 'dropped-routing-loop' } })
  expect(forward.hops.filter(({ stage }) => stage === 'prerouting')).toHaveLength(8)
})
