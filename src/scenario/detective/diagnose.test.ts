import { describe, expect, test } from 'vitest'
import { invariant } from '../../net/invariant.ts'
import { evaluate } from '../evaluate.ts'
import { FIRST_BUILTIN, loadBuiltin } from '../load-builtin.ts'
import type { ScenarioState } from '../state.ts'
import { diagnose } from './diagnose.ts'
import type { Diagnosis } from './diagnosis.ts'

const codes = ({ fixes }: Diagnosis): readonly (readonly string[])[] =>
  fixes.map(({ changes }) => changes.map(({ code, shown }) => [code, ...shown.in].join(' ')))

async function builtin(name: string, flow: string): Promise<ScenarioState> {
  const state = await loadBuiltin(name)
  const chosen = state?.document.flows.find((each) => each.name === flow)
  invariant(state && chosen, 'the built-in scenario has that flow')
  return { ...state, flow: chosen }
}

describe('The Pod whose address dies at the on-prem firewall', () => {
  test('apply what is drafted, or let in its address, or its range', async () => {
    const diagnosis = await diagnose(FIRST_BUILTIN)
    expect(codes(diagnosis)).toEqual([
      ['apply-manifests'],
      ['allow-at-firewall 100.65.0.50/32'],
      ['allow-at-firewall 100.65.0.0/16'],
    ])
    expect(diagnosis.owners).toMatchObject({ '100.65.0.50/32': 'pod', '100.65.0.0/16': 'pod' })
    expect(diagnosis.complete).toBe(true)
  })

  test('both causes are told, what the best fix removes first', async () => {
    const { causes } = await diagnose(FIRST_BUILTIN)
    expect(
      causes.map(({ kind, at, reason, fixes }) => [kind, at, reason.code, fixes.length]),
    ).toEqual([
      ['source', 'node:node-1', 'kept-default-range', 1],
      ['end', 'firewall:on-prem-firewall', 'dropped-far-firewall', 2],
    ])
  })

  test('a flow that succeeds has nothing to be fixed', async () => {
    const [, node] = FIRST_BUILTIN.document.flows
    invariant(node, 'the node sends as well')
    expect(await diagnose({ ...FIRST_BUILTIN, flow: node })).toMatchObject({
      outcome: { kind: 'delivered' },
      causes: [],
      fixes: [],
    })
  })

  test('what cannot be sent has no outcome', async () => {
    const flow = { ...FIRST_BUILTIN.flow, to: 'nobody' }
    expect(await diagnose({ ...FIRST_BUILTIN, flow })).toMatchObject({ outcome: null, fixes: [] })
  })
})

describe('Where one fix uncovers the next', () => {
  const hidden: ScenarioState = {
    ...FIRST_BUILTIN,
    manifests: { applied: false, text: '', inForce: null },
    document: {
      ...FIRST_BUILTIN.document,
      draft: undefined,
      attachments: FIRST_BUILTIN.document.attachments.map((each) => ({
        ...each,
        advertises: ['nodes'],
      })),
    },
  }

  test('the Pod range to the firewall and to the router, together', async () => {
    const diagnosis = await diagnose(hidden)
    expect(codes(diagnosis)).toContainEqual(['allow-at-firewall 100.65.0.0/16', 'advertise pods'])
    expect(diagnosis.causes.map(({ kind, reason }) => [kind, reason.code])).toContainEqual([
      'beyond',
      'dropped-no-return-route',
    ])
  })

  test('a ConfigMap is written and applied where there is none: one change', async () => {
    const { fixes } = await diagnose(hidden)
    const narrow = fixes.find(({ changes }) => changes[0]?.code === 'narrow-kept-range')
    expect(narrow?.changes).toHaveLength(1)
    expect(narrow?.changes[0]?.shown).toMatchObject({ out: ['10.0.0.0/8'], in: ['10.1.1.0/24'] })
    expect(narrow?.after.manifests.applied).toBe(true)
  })
})

test('a range of the ConfigMap goes with its line; comments and order stay', async () => {
  const text = [
    '# ours',
    'nonMasqueradeCIDRs:',
    '  - 172.16.0.0/12 # labs',
    '  - 10.0.0.0/8 # everything',
    '  - 192.168.0.0/16',
    'masqLinkLocal: false',
    '',
  ].join('\n')
  const state = { ...FIRST_BUILTIN, manifests: { applied: true, text, inForce: null } }
  const { fixes } = await diagnose(state)
  const taken = fixes.find(({ changes }) => changes[0]?.code === 'masquerade-range')
  expect(taken?.after.manifests.text).toBe(text.replace('  - 10.0.0.0/8 # everything\n', ''))
})

test('what else a fix changes is counted: Cloud NAT for the Pods serves every Pod', async () => {
  const state = await builtin('default-snat-off-uncovered', 'pod-to-endpoint')
  const { fixes } = await diagnose(state)
  const flag = fixes.find(({ changes }) => changes[0]?.code === 'turn-snat-on')
  expect(flag?.changes[0]?.notes).toEqual(['nodes-must-be-replaced'])
  expect(flag?.effects).toMatchObject({ lost: 0 })
  expect(flag?.effects.gained).toBeGreaterThan(0)
  expect(flag?.effects.examples[0]).toMatchObject({
    declared: 'pod-to-internet',
    before: { kind: 'dropped' },
    after: { kind: 'delivered', address: '203.0.113.7', owner: 'nat' },
  })
})

test('a connection that is half open under old rules: another source port, and nothing else', async () => {
  const old = { ...FIRST_BUILTIN.flow, existing: true }
  const began = { ...FIRST_BUILTIN, flow: old }
  const changed = { ...began, manifests: { ...began.manifests, applied: true } }
  expect((await evaluate(changed)).trace?.outcome.kind).toBe('dropped')
  const { fixes } = await diagnose(changed, { before: began, moment: null })
  expect(fixes[0]?.changes.map(({ code }) => code)).toEqual(['fresh-source-port'])
  expect((await evaluate(fixes[0]?.after ?? changed)).trace?.outcome.kind).toBe('delivered')
})

test.each([
  ['firewall-open-no-way-back', 'pod-to-endpoint', 'advertise pods'],
  ['nodes-not-advertised', 'pod-to-endpoint', 'advertise nodes'],
  ['cloud-nat-nodes-only', 'pod-to-internet', 'cover-by-nat pods'],
  ['cloud-nat-pods-only', 'node-to-internet', 'cover-by-nat nodes'],
  ['partner-allows-cloud-nat', 'pod-to-partner', 'keep-range 20.30.40.50/32'],
  ['retry-keeps-its-source', 'same-port-again', 'fresh-source-port 40013'],
  ['network-policy-masqueraded', 'from-another-node', 'keep-range 100.65.0.0/16'],
  ['pod-range-known-on-prem', 'kept', 'masquerade-range'],
  ['cilium-native-range-too-wide', 'pod-to-endpoint', 'set-setting 10.8.0.0/16'],
])(
  '%s: among the fixes is what the field would do',
  async (name, flow, change) => {
    expect(codes(await diagnose(await builtin(name, flow)))).toContainEqual([change])
  },
  20_000,
)

test('what nothing that can be set would mend has no fix', async () => {
  const { causes, fixes } = await diagnose(
    await builtin('pod-range-hides-on-prem', 'pod-to-hidden'),
  )
  expect(fixes).toEqual([])
  expect(causes).toMatchObject([{ kind: 'end', fixes: [] }])
})

test('under every dataplane what kept the source can be turned', async () => {
  const named = ['cilium-egress-gateway', 'manual-rules-one-node'] as const
  const flows = ['other-to-server', 'other-node-to-endpoint']
  for (const [i, name] of named.entries()) {
    const { fixes } = await diagnose(await builtin(name, flows[i] ?? ''))
    expect(fixes.length).toBeGreaterThan(1)
  }
}, 30_000)

describe('In a cluster that is not the first', () => {
  const configMap = [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    '  name: ip-masq-agent',
    '  namespace: kube-system',
    'data:',
    '  config: |',
    '    nonMasqueradeCIDRs:',
    '      - 10.2.0.0/16 # the office',
    '      - 10.16.0.0/16',
    '',
  ].join('\n')
  const { document } = FIRST_BUILTIN
  const other = {
    ...document.clusters[0],
    name: 'other',
    podRanges: ['10.16.0.0/16'],
    ipMasqAgent: 'manual' as const,
    manifests: configMap,
  }
  const node = document.nodes[0]
  const pod = document.pods[0]
  invariant(node && pod, 'the built-in scenario has a node and a Pod')
  const { cluster: _, ...bare } = node
  const both = {
    ...FIRST_BUILTIN,
    document: {
      ...document,
      clusters: [...document.clusters, other],
      nodes: [
        ...document.nodes,
        { ...bare, name: 'far', cluster: 'other', address: '10.1.1.77', podRange: '10.16.0.0/24' },
      ],
      pods: [...document.pods, { ...pod, name: 'far-pod', node: 'far', addresses: ['10.16.0.5'] }],
    },
    flow: { ...FIRST_BUILTIN.flow, from: 'far-pod' },
  } as ScenarioState

  test('its own ConfigMap is edited, comments and all, and that of the first stays', async () => {
    const { fixes } = await diagnose(both)
    const fix = fixes.find(({ changes }) => changes[0]?.code === 'masquerade-range')
    expect(fix?.changes).toMatchObject([
      {
        at: 'cluster:other',
        cluster: 'other',
        shown: { out: ['10.2.0.0/16'], stays: ['10.16.0.0/16'] },
      },
    ])
    expect(fix?.after.manifests).toEqual(both.manifests)
    expect(fix?.after.document.clusters).toEqual([
      ...document.clusters,
      { ...other, manifests: configMap.replace('      - 10.2.0.0/16 # the office\n', '') },
    ])
    expect((await evaluate(fix?.after ?? both)).trace?.outcome.kind).toBe('delivered')
  })

  test('what the first cluster has as a draft is no fix here', async () => {
    const { fixes } = await diagnose(both)
    const codesOf = fixes.flatMap(({ changes }) => changes.map(({ code }) => code))
    expect(codesOf).not.toContain('apply-manifests')
    expect(codesOf).not.toContain('use-draft')
  })

  test('another system than the first cluster’s is turned by its own settings', async () => {
    const pool = [
      'apiVersion: projectcalico.org/v3',
      'kind: IPPool',
      'metadata:',
      '  name: pods',
      'spec:',
      '  cidr: 10.16.0.0/16',
      '  natOutgoing: false',
      '',
    ].join('\n')
    const clusters = [
      ...document.clusters,
      { ...other, dataplane: 'calico' as const, manifests: pool },
    ]
    const calico = { ...both, document: { ...both.document, clusters } } as ScenarioState
    const { fixes } = await diagnose(calico)
    expect(fixes.map(({ outcome }) => outcome.kind)).not.toContain('dropped')
    const edited = fixes.flatMap(({ changes }) => changes.map(({ edit }) => edit))
    expect(edited).toContainEqual(
      expect.objectContaining({ to: 'setting', cluster: 'other', key: 'natOutgoing' }),
    )
  })

  test('in a scenario of one cluster nobody is told which', async () => {
    const { fixes } = await diagnose(FIRST_BUILTIN)
    expect(fixes.flatMap(({ changes }) => changes.map(({ cluster }) => cluster))).toEqual([
      null,
      null,
      null,
    ])
  })
})
