/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readScenario } from '../../scenario/read-scenario.ts'
import { worldOf } from '../../scenario/world-of.ts'
import { defaultRanges } from '../ip-masq-agent/default-config.ts'
import { dataplane } from './gke-standard.ts'

const T1 = parse(readFileSync(join(import.meta.dirname, '../../scenario/fixtures/t1.yaml'), 'utf8'))

async function install(
  change: { readonly cluster?: object; readonly nodes?: readonly object[] },
  ...manifests: readonly string[]
) {
  const { cluster, ...others } = change
  const document = { ...T1, ...others, clusters: [{ ...T1.clusters[0], ...cluster }] }
  const read = readScenario([stringify(document), ...manifests].join('---\n'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return (await worldOf(read.value)).installed
}

const daemonSet = (args: string): string =>
  `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ip-masq-agent, namespace: kube-system }
spec:
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec:
      hostNetwork: true
      containers: [{ name: ip-masq-agent, image: "ip-masq-agent:v2.12.6", args: [${args}] }]
`
const configMap = (body: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ip-masq-agent\n  namespace: kube-system\ndata:\n  config: |\n    ${body}\n`

const late = [
  { name: 'node-1', address: '10.1.1.10', bootedWith: { disableDefaultSnat: false } },
  { name: 'node-2', address: '10.1.1.11' },
]

test('nodes that the flag has not reached are named, and say so to every packet', async () => {
  const { nodes, config } = await install({ cluster: { disableDefaultSnat: true }, nodes: late })
  expect(config.notes).toEqual([
    { code: 'nodes-made-with-default-snat', line: null, params: { nodes: 'node-1' } },
  ])
  expect(nodes.get('node-1')?.assumptions).toEqual(['made-with-default-snat'])
  expect([...nodes.values()].map(({ writer }) => writer)).toEqual(['bootstrap', 'nobody'])
})

test('nothing waits where somebody has deployed an agent', async () => {
  const cluster = { disableDefaultSnat: true, ipMasqAgent: 'manual' }
  const { nodes, config } = await install({ cluster, nodes: late })
  expect(config.notes).toEqual([])
  expect([...nodes.values()].map(({ writer }) => writer)).toEqual(['agent', 'agent'])
})

test('a Windows node has a policy of its own beside Linux nodes with an agent', async () => {
  const nodes = [late[1] ?? {}, { name: 'win', address: '10.1.1.20', os: 'windows' }]
  const installed = await install(
    { cluster: { ipMasqAgent: 'manual' }, nodes: [...nodes, { ...T1.nodes[0] }] },
    configMap('masqLinkLocal: true'),
  )
  expect(installed.nodes.get('win')).toMatchObject({
    writer: 'windows',
    assumptions: ['windows-policy-as-rules'],
  })
})

test('what the editor begins with is accepted and changes nothing', async () => {
  const plain = await install({ cluster: { ipMasqAgent: 'manual' } })
  const facts = { topology: T1, settings: { ...T1.clusters[0], gkeVersion: null } }
  const applied = await install({ cluster: { ipMasqAgent: 'manual' } }, dataplane.starter(facts))
  expect(applied.config).toMatchObject({ state: 'accepted', error: null, masqLinkLocal: false })
  const cidrs = (config: typeof plain.config) => config.ranges.map(({ cidr }) => cidr)
  expect(cidrs(applied.config)).toEqual(cidrs(plain.config))
  const list = dataplane.settings.find(({ key }) => key === 'nonMasqueradeCIDRs')
  expect(list?.absent).toEqual(defaultRanges(true))
})

test('places count in the whole stream, whichever document is refused', async () => {
  const bad = configMap('nonMasqueradeCIDRs: [10.1.2.3/24]')
  const first = await install({}, daemonSet('--masq-chain=IP-MASQ'), bad)
  expect(first.config.error).toMatchObject({ by: 'agent', line: 19, column: 26 })
  const second = await install({}, bad, daemonSet('--nope'))
  expect(second.config).toMatchObject({
    state: 'refused',
    error: { by: 'agent', text: 'flag provided but not defined: -nope', line: 19, column: 82 },
  })
  expect(second.agent).toEqual({ runs: false, why: 'daemon-set-does-not-start' })
})

test('a DaemonSet that is refused leaves the agent of before, which reads the new ConfigMap', async () => {
  const good = daemonSet('--masq-chain=A')
  const now = `${good.replace('apps/v1', 'apps/v9')}`
  const { config, agent, nodes } = await install(
    { cluster: { disableDefaultSnat: true } },
    good,
    configMap('nonMasqueradeCIDRs: [1.1.1.1/32]'),
    now,
  )
  expect(config).toMatchObject({
    state: 'refused',
    error: { by: 'kubectl', text: expect.stringContaining('in version "apps/v9"') },
    ranges: [{ cidr: '1.1.1.1/32' }],
  })
  expect(agent).toEqual({ runs: true, why: 'manual' })
  expect(nodes.get('node-1')?.rules.nat4.chains.at(-1)?.name).toBe('A')
})

test('a broken manifest of another system is told and changes nothing here', async () => {
  const broken = 'apiVersion: v1\nkind: Service\nmetadata: a: b\n'
  const { config } = await install(
    { cluster: { ipMasqAgent: 'manual' } },
    broken,
    configMap('nonMasqueradeCIDRs: [1.1.1.1/32]'),
  )
  expect(config.ranges).toMatchObject([{ cidr: '1.1.1.1/32' }])
  expect(config.error).toMatchObject({ by: 'kubectl', line: 3 })
})

test('an agent without the network of the node writes nothing on it', async () => {
  const { nodes, agent, config } = await install(
    { cluster: { disableDefaultSnat: true } },
    daemonSet('').replace('      hostNetwork: true\n', ''),
  )
  expect(nodes.get('node-1')?.rules.nat4.chains.every(({ rules }) => rules.length === 0)).toBe(true)
  expect(agent?.why).toBe('daemon-set-in-own-network')
  expect(config.notes.map(({ code }) => code)).toContain('agent-in-own-network')
})

test('every code that is explained says where it was learned, and no other does', async () => {
  const { origins, agentWhy, notes, assumptions } = await dataplane.words.en()
  const codes = [origins, agentWhy, notes, assumptions].flatMap((words) => Object.keys(words))
  expect(Object.keys(dataplane.sources).toSorted()).toEqual(
    codes.filter((code) => !code.includes('@')).toSorted(),
  )
})
