import { expect, test } from 'vitest'
import { bootstrapRules } from '../dataplanes/gke-standard/bootstrap-rules.ts'
import type { ScenarioDocument } from '../scenario/document.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { readFlow } from '../scenario/read-flow.ts'
import { readTopology } from '../scenario/read-topology.ts'
import { decide } from './decide.ts'
import { emptyNat } from './nat-table.ts'
import type { NodePolicy } from './world.ts'

const [asIs] = BUILTINS

const bootstrap: NodePolicy = { rules: bootstrapRules(), silence: 'no-rule' }
const nothing: NodePolicy = {
  rules: { nat4: emptyNat(4), nat6: emptyNat(6), sets: [] },
  silence: 'default-snat-disabled',
}

function send(
  policy: NodePolicy,
  to: string,
  {
    from = 'pod-a',
    port = 443,
    document = asIs.document,
  }: { from?: string; port?: number; document?: ScenarioDocument } = {},
) {
  const { topology, issues } = readTopology(document)
  if (issues.length > 0) throw new Error(JSON.stringify(issues))
  const flow = readFlow(topology, { name: 'flow', from, to, protocol: 'tcp', port })
  if (!flow.ok) throw new Error(JSON.stringify(flow.error))
  const policies = new Map(topology.nodes.map(({ name }) => [name, policy]))
  return decide({ topology, policies }, flow.value)
}

test('a Pod that keeps its address dies at a firewall that knows the nodes only', () => {
  const { outcome, reply, forward } = send(bootstrap, '10.2.1.100')
  expect(outcome).toMatchObject({
    kind: 'dropped',
    source: 'kept',
    by: 'firewall:on-prem-firewall',
    seenAs: { address: '100.65.0.50', owner: 'pod' },
    reason: { code: 'dropped-far-firewall', allowed: ['10.1.1.0/24'] },
    because: { code: 'kept-default-range', cidr: '10.0.0.0/8', chain: 'IP-MASQ', line: 2 },
  })
  expect(reply).toBeNull()
  expect(forward.hops.map(({ stage }) => stage)).toEqual([
    'send',
    'routing',
    'postrouting',
    'vpc-routing',
    'attachment',
    'firewall',
  ])
})

test('the same connection from the node itself is answered', () => {
  const { outcome, reply } = send(bootstrap, '10.2.1.100', { from: 'node-1' })
  expect(outcome).toMatchObject({
    kind: 'delivered',
    seenAs: { address: '10.1.1.10', owner: 'node' },
  })
  expect(outcome.because).toEqual({ code: 'kept-host-network', src: '10.1.1.10' })
  expect(reply?.hops.at(-1)).toMatchObject({ place: 'node:node-1', mood: 'delivered' })
})

test('a masqueraded packet reaches the internet through Cloud NAT, and both undo their rewrite', () => {
  const trace = send(bootstrap, '8.8.8.8')
  expect(trace.outcome).toMatchObject({
    kind: 'delivered',
    source: 'translated',
    seenAs: { address: '203.0.113.7', owner: 'nat' },
    because: { code: 'masqueraded', to: '10.1.1.10', device: 'eth0' },
  })
  const changed = [...trace.forward.hops, ...(trace.reply?.hops ?? [])]
    .filter(({ changes }) => changes.length > 0)
    .map(({ stage, after }) => `${stage} ${after.src} → ${after.dst}`)
  expect(changed).toEqual([
    'postrouting 10.1.1.10 → 8.8.8.8',
    'cloud-nat 203.0.113.7 → 8.8.8.8',
    'cloud-nat 8.8.8.8 → 10.1.1.10',
    'conntrack 8.8.8.8 → 100.65.0.50',
  ])
})

test('without rules the Pod address reaches Cloud NAT, which must cover the Pod range', () => {
  expect(send(nothing, '8.8.8.8').outcome).toMatchObject({
    kind: 'delivered',
    because: { code: 'kept-default-snat-disabled', node: 'node-1' },
  })
  const { cloudNats = [] } = asIs.document
  expect(cloudNats).toHaveLength(1)
  const narrow = cloudNats.map((nat) => ({ ...nat, covers: ['nodes'] }))
  const document = { ...asIs.document, cloudNats: narrow }
  expect(send(nothing, '8.8.8.8', { document }).outcome).toMatchObject({
    kind: 'dropped',
    by: 'cloud-nat:cloud-nat',
    reason: {
      code: 'dropped-cloud-nat-not-covering',
      src: '100.65.0.50',
      covered: ['10.1.1.0/24'],
    },
  })
})

test('a far side that has no route to the source it saw answers in vain', () => {
  const [attachment] = asIs.document.attachments
  if (!attachment) throw new Error('the scenario has an attachment')
  const document = {
    ...asIs.document,
    onPrem: asIs.document.onPrem.map((network) => ({
      ...network,
      firewall: { name: 'on-prem-firewall', allow: ['0.0.0.0/0'] },
    })),
    attachments: [{ ...attachment, advertises: ['nodes'] }],
  }
  const { outcome, reply } = send(bootstrap, '10.2.1.100', { document })
  expect(outcome).toMatchObject({
    kind: 'dropped',
    lostOn: 'reply',
    by: 'on-prem:on-prem',
    reason: { code: 'dropped-no-return-route', src: '100.65.0.50', advertised: ['10.1.1.0/24'] },
  })
  expect(reply?.hops.at(-1)?.mood).toBe('dropped')
})

test('a Pod that is asked by the address of its own node never meets POSTROUTING', () => {
  const { outcome, forward } = send(bootstrap, '10.1.1.10')
  expect(outcome.because).toEqual({ code: 'kept-same-node', dst: '10.1.1.10', node: 'node-1' })
  expect(forward.hops.map(({ stage }) => stage)).not.toContain('postrouting')
})

test('a closed port and an address with nobody behind it are told apart', () => {
  expect(send(bootstrap, '10.2.1.100', { from: 'node-1', port: 80 }).outcome.reason).toEqual({
    code: 'dropped-port-closed',
    dst: '10.2.1.100',
    port: 80,
  })
  expect(send(bootstrap, '10.2.9.9', { from: 'node-1' }).outcome.reason).toMatchObject({
    code: 'dropped-nobody-there',
    dst: '10.2.9.9',
  })
})

test('the metadata server sees the Pod, since link-local destinations are kept', () => {
  const { outcome } = send(bootstrap, '169.254.169.254', { port: 80 })
  expect(outcome).toMatchObject({
    kind: 'delivered',
    by: 'metadata:metadata-server',
    seenAs: { address: '100.65.0.50' },
    because: { code: 'kept-link-local' },
  })
})

test('a private destination without a route goes nowhere', () => {
  expect(send(bootstrap, '192.168.7.7').outcome).toMatchObject({
    kind: 'dropped',
    by: 'vpc:vpc',
    reason: { code: 'dropped-no-route', dst: '192.168.7.7' },
  })
})
