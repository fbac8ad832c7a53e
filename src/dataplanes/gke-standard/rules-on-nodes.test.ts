/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { printSave } from '../../iptables/print-save.ts'
import { readScenario } from '../../scenario/read-scenario.ts'
import { worldOf } from '../../scenario/world-of.ts'

const T1 = parse(readFileSync(join(import.meta.dirname, '../../scenario/fixtures/t1.yaml'), 'utf8'))

async function install(cluster: object, ...manifests: readonly string[]) {
  const document = { ...T1, clusters: [{ ...T1.clusters[0], ...cluster }] }
  const read = readScenario([stringify(document), ...manifests].join('---\n'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { installed } = await worldOf(read.value)
  const node = installed.nodes.get('node-1')
  const save = node ? printSave(node.rules.nat4) : ''
  return {
    installed,
    node,
    rules: save.split('\n').filter((line) => line.startsWith('-A')),
    jumps: save.split('\n').filter((line) => line.startsWith('-A POSTROUTING')),
  }
}

const agent = (version: string, ...args: readonly string[]): string => `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ip-masq-agent
  namespace: kube-system
spec:
  selector:
    matchLabels: { k8s-app: ip-masq-agent }
  template:
    metadata:
      labels: { k8s-app: ip-masq-agent }
    spec:
      hostNetwork: true
      containers:
        - name: ip-masq-agent
          image: registry.k8s.io/networking/ip-masq-agent:v${version}
          args: ${JSON.stringify(args)}
`
const configMap = (body: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ip-masq-agent\n  namespace: kube-system\ndata:\n  config: |\n    ${body}\n`

const BOOT_JUMP =
  '-A POSTROUTING -m comment --comment "ip-masq: ensure nat POSTROUTING directs all non-LOCAL destination traffic to our custom IP-MASQ chain" -m addrtype ! --dst-type LOCAL -j IP-MASQ'
const jump = (chain: string): string =>
  `-A POSTROUTING -m comment --comment "ip-masq-agent: ensure nat POSTROUTING directs all non-LOCAL destination traffic to our custom ${chain} chain" -m addrtype ! --dst-type LOCAL -j ${chain}`
const keep = (chain: string, range: string): string =>
  `-A ${chain} -d ${range} -m comment --comment "ip-masq-agent: local traffic is not subject to MASQUERADE" -j RETURN`
const last = (chain: string, options = ' --random-fully'): string =>
  `-A ${chain} -m comment --comment "ip-masq-agent: outbound traffic is subject to MASQUERADE (must be last in chain)" -j MASQUERADE${options}`
const boot = (range: string, what: string): string =>
  `-A IP-MASQ -d ${range} -m comment --comment "ip-masq: ${what} is not subject to MASQUERADE" -j RETURN`

test('a node without an agent has the rules of its boot, in their own order', async () => {
  const { rules, node } = await install({})
  expect(rules).toEqual([
    BOOT_JUMP,
    boot('169.254.0.0/16', 'local traffic'),
    boot('10.0.0.0/8', 'RFC 1918 reserved range'),
    boot('172.16.0.0/12', 'RFC 1918 reserved range'),
    boot('192.168.0.0/16', 'RFC 1918 reserved range'),
    boot('240.0.0.0/4', 'RFC 5735 reserved range'),
    boot('192.0.2.0/24', 'RFC 5737 reserved range'),
    boot('198.51.100.0/24', 'RFC 5737 reserved range'),
    boot('203.0.113.0/24', 'RFC 5737 reserved range'),
    boot('100.64.0.0/10', 'RFC 6598 reserved range'),
    boot('198.18.0.0/15', 'RFC 6815 reserved range'),
    boot('192.0.0.0/24', 'RFC 6890 reserved range'),
    boot('192.88.99.0/24', 'RFC 7526 reserved range'),
    '-A IP-MASQ -m comment --comment "ip-masq: outbound traffic is subject to MASQUERADE (must be last in chain)" -j MASQUERADE',
  ])
  expect(node?.writer).toBe('bootstrap')
})

test.each([
  [
    { gkeVersion: '1.13.6-gke.1' },
    [
      '-A POSTROUTING ! -d 10.0.0.0/8 -m comment --comment "kubenet: SNAT for outbound traffic from cluster" -m addrtype ! --dst-type LOCAL -j MASQUERADE',
    ],
  ],
  [
    { gkeVersion: '1.13.6-gke.1', nodeImage: 'cos_containerd' },
    [
      BOOT_JUMP,
      ...['169.254.0.0/16', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((range) =>
        boot(range, 'local traffic'),
      ),
      '-A IP-MASQ -m comment --comment "ip-masq: outbound traffic is subject to MASQUERADE (must be last in chain)" -j MASQUERADE',
    ],
  ],
  [{ disableDefaultSnat: true }, []],
])('with %j there are other rules, or none', async (cluster, rules) => {
  expect((await install(cluster)).rules).toEqual(rules)
})

test('the agent writes over the chain of the boot and adds a jump of its own', async () => {
  const { rules } = await install(
    { ipMasqAgent: 'manual' },
    configMap('nonMasqueradeCIDRs: [10.1.1.0/24]'),
  )
  expect(rules).toEqual([
    BOOT_JUMP,
    jump('IP-MASQ'),
    keep('IP-MASQ', '169.254.0.0/16'),
    keep('IP-MASQ', '10.1.1.0/24'),
    last('IP-MASQ'),
  ])
})

test('its own manifest makes a second chain beside that of the boot', async () => {
  const { rules, jumps, installed, node } = await install({}, agent('2.12.6'))
  expect(jumps).toEqual([BOOT_JUMP, jump('IP-MASQ-AGENT')])
  expect(rules.filter((rule) => rule.startsWith('-A IP-MASQ-AGENT '))).toEqual([
    ...['169.254.0.0/16', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((range) =>
      keep('IP-MASQ-AGENT', range),
    ),
    last('IP-MASQ-AGENT'),
  ])
  expect(rules).toContain(boot('100.64.0.0/10', 'RFC 6598 reserved range'))
  expect(installed.agent).toEqual({ runs: true, why: 'manual' })
  expect(node?.writer).toBe('several')
  expect(installed.config.notes).toContainEqual({
    code: 'two-chains',
    line: null,
    params: { chains: 'IP-MASQ, IP-MASQ-AGENT' },
  })
})

const off = { disableDefaultSnat: true }
const quoted = jump('IP-MASQ').replace(/"(.*?)"/, '"\\"$1\\""')

test('an upgrade over v2.10.0 leaves a jump behind, and so does the one over v2.12.2', async () => {
  const args = '--masq-chain=IP-MASQ'
  const first = await install(off, agent('2.9.1', args), agent('2.10.0', args))
  expect(first.jumps).toEqual([jump('IP-MASQ'), quoted])
  expect(first.rules.at(-1)).toBe(last('IP-MASQ'))
  const second = await install(off, agent('2.10.0', args), agent('2.12.6', args))
  expect(second.jumps).toEqual([quoted, jump('IP-MASQ')])
  expect(second.installed.config.notes).toEqual([
    { code: 'jumps-of-several-releases', line: null, params: { chain: 'IP-MASQ', count: '2' } },
  ])
  const ids = second.node?.rules.nat4.chains.flatMap(({ rules }) => rules.map(({ id }) => id)) ?? []
  expect(new Set(ids).size).toBe(ids.length)
})

test('on a node that has booted with rules there are three jumps after an upgrade', async () => {
  const { jumps } = await install(
    {},
    agent('2.9.1', '--masq-chain=IP-MASQ'),
    agent('2.10.0', '--masq-chain=IP-MASQ'),
  )
  expect(jumps).toEqual([BOOT_JUMP, jump('IP-MASQ'), quoted])
})

test('an agent with IPv6 writes both tables', async () => {
  const { node } = await install(off, agent('2.12.6', '--enable-ipv6', '--random-fully=false'))
  const save = node ? printSave(node.rules.nat6).split('\n') : []
  expect(save.filter((line) => line.startsWith('-A IP-MASQ-AGENT'))).toEqual([
    keep('IP-MASQ-AGENT', 'fe80::/10'),
    last('IP-MASQ-AGENT', ''),
  ])
})

test('a DaemonSet that was deleted leaves its rules on the nodes', async () => {
  const read = readScenario(stringify({ ...T1, clusters: [{ ...T1.clusters[0], ...off }] }))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const text = configMap('nonMasqueradeCIDRs: [1.1.1.1/32]')
  const inForce = `${agent('2.12.6')}---\n${text}`
  const { installed } = await worldOf({
    ...read.value,
    manifests: { applied: true, text, inForce },
  })
  const { rules, writer } = installed.nodes.get('node-1') ?? {}
  expect(rules && printSave(rules.nat4)).toContain(keep('IP-MASQ-AGENT', '1.1.1.1/32'))
  expect(writer).toBe('agent')
  expect(installed.agent).toEqual({ runs: false, why: 'absent-flag' })
})

test('a ConfigMap that is deleted while its agent runs on leaves the defaults', async () => {
  const read = readScenario(stringify({ ...T1, clusters: [{ ...T1.clusters[0], ...off }] }))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const text = agent('2.12.6')
  const inForce = `${text}---\n${configMap('nonMasqueradeCIDRs: [1.1.1.1/32]')}`
  const { installed } = await worldOf({
    ...read.value,
    manifests: { applied: true, text, inForce },
  })
  expect(installed.config).toMatchObject({
    state: 'accepted',
    rangesAreDefaults: true,
    error: null,
  })
})

test('manifests of the cluster that change no agent leave every node with its own boot', async () => {
  const { installed } = await install({}, configMap('masqLinkLocal: true'))
  expect(installed.agent).toEqual({ runs: false, why: 'absent-not-needed' })
  expect([...installed.nodes.values()].map(({ writer }) => writer)).toEqual([
    'bootstrap',
    'bootstrap',
  ])
})
