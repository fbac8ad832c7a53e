import { expect, test } from 'vitest'
import { invariant } from '../net/invariant.ts'
import type { ScenarioDocument } from './document.ts'
import { BUILTINS } from './fixtures/builtin-states.ts'
import { readFlow } from './read-flow.ts'
import { readTopology } from './read-topology.ts'
import type { FlowSpec } from './state.ts'

const [asIs] = BUILTINS
const [pod] = asIs.document.pods
invariant(pod, 'the scenario has a Pod')
const document: ScenarioDocument = {
  ...asIs.document,
  pods: [
    pod,
    { ...pod, name: 'pod-b', addresses: ['100.65.0.51'] },
    { ...pod, name: 'agent', addresses: ['10.1.1.10'], hostNetwork: true },
  ],
}

function trouble(from: string, to: string): string | null {
  const { topology } = readTopology(document)
  const flow = readFlow(topology, { name: 'flow', from, to, protocol: 'tcp' })
  return flow.ok ? null : flow.error.code
}

test.each(['100.65.0.50', 'pod-a', '127.0.0.1', '127.8.8.8', '0.0.0.0'])(
  'What a Pod sends to itself (%s) stays in its own network namespace',
  (to) => {
    expect(trouble('pod-a', to)).toBe('destination-itself')
  },
)

test('The Pod next door, the node, and a node that sends to itself are followed', () => {
  expect(trouble('pod-a', 'pod-b')).toBeNull()
  expect(trouble('pod-a', '10.1.1.10')).toBeNull()
  expect(trouble('node-1', '127.0.0.1')).toBeNull()
  expect(trouble('agent', '10.1.1.10')).toBeNull()
})

test.each(['224.0.0.1', '239.255.255.255', '255.255.255.255'])(
  'A group (%s) is no destination',
  (to) => {
    expect(trouble('pod-a', to)).toBe('destination-many')
    expect(trouble('node-1', to)).toBe('destination-many')
  },
)

function read(spec: Partial<FlowSpec>) {
  const bound = {
    ...document,
    nodes: document.nodes.map((node) => ({
      ...node,
      interfaces: [{ name: 'eth0', addresses: ['10.1.1.99'] }],
    })),
  }
  const { topology } = readTopology(bound)
  const flow = { name: 'flow', from: 'node-1', to: '8.8.8.8', protocol: 'tcp' as const, ...spec }
  const made = readFlow(topology, flow)
  return made.ok ? made.value : { code: made.error.code, path: made.error.path }
}

test('A process of a node may bind to a further address of the node', () => {
  expect(read({ sourceAddress: '10.1.1.99' })).toMatchObject({
    from: { kind: 'node', address: { family: 4, words: [0x0a010163] } },
  })
})

test.each([
  [{ sourceAddress: '10.1.1.77' }, 'source-address-elsewhere', 'flow.sourceAddress'],
  [{ from: 'pod-a', sourceAddress: '10.1.1.99' }, 'source-address-elsewhere', 'flow.sourceAddress'],
  [{ sourceAddress: '10.1.1' }, 'bad-address', 'flow.sourceAddress'],
  [{ icmpType: 256 }, 'bad-icmp-type', 'flow.icmpType'],
  [{ port: 65536 }, 'bad-port', 'flow.port'],
  [{ port: 0 }, 'bad-port', 'flow.port'],
  [{ sourcePort: 0 }, 'bad-port', 'flow.sourcePort'],
  [{ sourcePort: -1 }, 'bad-port', 'flow.sourcePort'],
])('%j is refused as %s at %s', (spec, code, path) => {
  expect(read(spec)).toEqual({ code, path })
})

test('A flow carries its ICMP type, any protocol by number, and when it began', () => {
  expect(read({ protocol: 'icmp', icmpType: 13 })).toMatchObject({ protocol: 1, icmpType: 13 })
  expect(read({ protocol: 47, existing: true })).toMatchObject({
    protocol: 47,
    dport: 0,
    existing: true,
  })
})
