import { expect, test } from 'vitest'
import { invariant } from '../net/invariant.ts'
import { BUILTINS } from './builtins.ts'
import type { ScenarioDocument } from './document.ts'
import { readFlow } from './read-flow.ts'
import { readTopology } from './read-topology.ts'

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
  const topology = readTopology(document)
  invariant(topology.ok, 'the document is a good one')
  const flow = readFlow(topology.value, { name: 'flow', from, to, protocol: 'tcp' })
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
