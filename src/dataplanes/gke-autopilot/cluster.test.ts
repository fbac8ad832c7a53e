/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printSave } from '../../iptables/print-save.ts'
import { evaluate } from '../../scenario/evaluate.ts'
import { readScenario } from '../../scenario/read-scenario.ts'
import { ruleBook } from '../../scenario/rule-book.ts'
import { worldOf } from '../../scenario/world-of.ts'
import { hasPolicies } from './cluster-version.ts'

const CLUSTER = readFileSync(
  join(import.meta.dirname, '../../scenario/fixtures/autopilot.yaml'),
  'utf8',
)

const stateOf = (...manifests: readonly string[]) => stateIn(CLUSTER, ...manifests)

function stateIn(...documents: readonly string[]) {
  const read = readScenario(documents.join('\n---\n'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const policy = (name: string, cidrs: readonly string[]) =>
  `apiVersion: networking.gke.io/v1\nkind: EgressNATPolicy\nmetadata:\n  name: ${name}\nspec:\n  action: NoSNAT\n  destinations:${cidrs
    .map((cidr) => `\n  - cidr: ${cidr}`)
    .join('')}\n`

const MANAGED = ['10.119.128.0/17', '10.120.0.0/22', '10.128.0.0/20']

test('kubectl shows the policies and the ConfigMap that was made of them', async () => {
  const state = stateOf(policy('default', ['10.116.0.0/14']), policy('gke-bbfa6c0e-1', MANAGED))
  const { config } = await evaluate(state)
  const { nodes } = await ruleBook(state, null)
  expect(config.notes).toEqual([])
  expect(nodes[0]?.printouts).toEqual([
    {
      command: 'kubectl get egressnatpolicies -o name',
      text: 'egressnatpolicy.networking.gke.io/default\negressnatpolicy.networking.gke.io/gke-bbfa6c0e-1\n',
    },
    {
      command: 'kubectl get egressnatpolicy gke-bbfa6c0e-1 -o yaml',
      text: policy('gke-bbfa6c0e-1', MANAGED),
    },
    {
      command: 'kubectl get configmap ip-masq-agent -n kube-system -o yaml',
      text: `apiVersion: v1
data:
  config: |
    nonMasqueradeCIDRs:
    - 10.116.0.0/14
    - 10.119.128.0/17
    - 10.120.0.0/22
    - 10.128.0.0/20
    masqLinkLocal: false
    resyncInterval: 60s
kind: ConfigMap
metadata:
  name: ip-masq-agent
  namespace: kube-system
`,
    },
  ])
})

test('the agent writes its chain, each range with the policy and the line that it comes from', async () => {
  const state = stateOf(policy('default', ['10.116.0.0/14']), policy('on-prem', ['44.10.0.0/16']))
  const { nodes } = await ruleBook(state, null)
  const chain = nodes[0]?.chains.find(({ name }) => name === 'IP-MASQ')
  expect(
    chain?.rules.map(({ destination, origin, configLine }) => [destination, origin, configLine]),
  ).toEqual([
    ['169.254.0.0/16', 'agent-link-local', null],
    ['10.116.0.0/14', 'own-policy', 8],
    ['10.119.128.0/17', 'managed-policy', null],
    ['10.120.0.0/22', 'managed-policy', null],
    ['10.128.0.0/20', 'managed-policy', null],
    ['44.10.0.0/16', 'own-policy', 17],
    [null, 'agent-masquerade', null],
  ])
  const { world } = await worldOf(state)
  const save = printSave(world.policies.get('node-1')?.rules.nat4 ?? { family: 4, chains: [] })
  expect(save).toContain(
    '-A IP-MASQ -d 44.10.0.0/16 -m comment --comment "ip-masq-agent: local traffic is not subject to MASQUERADE" -j RETURN\n',
  )
})

test('an attempt to edit the managed policy changes nothing, and a note says so', async () => {
  const { config } = await evaluate(stateOf(policy('gke-bbfa6c0e-1', ['44.10.0.0/16'])))
  expect(config.state).toBe('accepted')
  expect(config.notes.map(({ code, params }) => [code, params])).toEqual([
    ['managed-fixed', { name: 'gke-bbfa6c0e-1', ranges: MANAGED.join(', ') }],
    ['default-not-in-text', {}],
  ])
  expect(config.ranges.map(({ cidr }) => cidr)).not.toContain('44.10.0.0/16')
})

test('what is supposed is said on the trace, Services only where there are some', async () => {
  const { installed } = await worldOf(stateOf(policy('on-prem', ['44.10.0.0/16'])))
  expect(installed.nodes.get('node-1')?.assumptions).toEqual([
    'union-of-policies',
    'default-stays',
    'config-map-shape',
  ])
  const served = stateIn(
    `${CLUSTER}services:\n  - { name: a, clusterIPs: [10.120.0.10], ports: [{ port: 80 }], endpoints: [pod-b] }\n`,
  )
  expect((await worldOf(served)).installed.nodes.get('node-1')?.assumptions).toContain(
    'services-by-kube-proxy',
  )
})

test('policies came with two releases', () => {
  const versions = [
    ['1.22.7-gke.1400', false],
    ['1.22.7-gke.1500', true],
    ['1.22.8-gke.100', true],
    ['1.23.4-gke.1500', false],
    ['1.23.4-gke.1600', true],
    ['1.21.14-gke.9999', false],
    ['1.30.0', true],
    ['2.0.0', true],
    ['latest', true],
    [null, true],
  ] as const
  for (const [version, has] of versions) expect(hasPolicies(version), String(version)).toBe(has)
})
