/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printIpset } from '../../iptables/print-ipset.ts'
import { printSave } from '../../iptables/print-save.ts'
import { readScenario } from '../../scenario/read-scenario.ts'
import { readTopology } from '../../scenario/read-topology.ts'
import { clusterFacts, worldOf } from '../../scenario/world-of.ts'
import { dataplane } from './cilium.ts'

const T1 = readFileSync(
  join(import.meta.dirname, '../../scenario/fixtures/t1.yaml'),
  'utf8',
).replace('name: cluster\n', 'name: cluster\n    dataplane: cilium\n')

/** A ConfigMap whose options stand from line 5 on. */
const config = (options: readonly string[]): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata: { name: cilium-config, namespace: kube-system }',
    'data:',
    ...options.map((option) => `  ${option}`),
    '',
  ].join('\n')
const agentFile = (lines: readonly string[]): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata: { name: ip-masq-agent, namespace: kube-system }',
    'data:',
    '  config: |',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n')

const NATIVE = ['routing-mode: native', 'ipv4-native-routing-cidr: 10.8.0.0/16']
const BPF = [...NATIVE, 'enable-bpf-masquerade: "true"']
const AGENT = [...BPF, 'enable-ip-masq-agent: "true"']

async function installed(manifests: string, before?: string, topology = T1) {
  const read = readScenario(topology)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const texts = { applied: true, text: manifests, inForce: before ?? null }
  return (await worldOf({ ...read.value, manifests: texts })).installed
}

async function onNode(manifests: string, name = 'node-1', topology = T1) {
  const node = (await installed(manifests, undefined, topology)).nodes.get(name)
  if (!node) throw new Error(`no ${name}`)
  return node
}

const chain = (text: string): readonly string[] =>
  text.split('\n').filter((line) => /^-A (CILIUM_POST_nat|POSTROUTING)/.test(line))

const DUAL = T1.replace('podRanges: [10.8.0.0/16]', "podRanges: [10.8.0.0/16, 'fd00:8::/64']")
  .replace(
    '{ name: eth0, addresses: [10.1.1.99] }',
    "{ name: eth0, addresses: [10.1.1.99, 'fd00:1::10'] }",
  )
  .replace('addresses: [10.8.0.5] }', "addresses: [10.8.0.5, 'fd00:8::5'] }")
  .replace('    podRange: 10.8.0.0/24\n', '')

describe('iptables mode', () => {
  test('native routing: the rules of a node, and of another one', async () => {
    const { rules } = await onNode(config(NATIVE))
    expect(chain(printSave(rules.nat4))).toEqual([
      '-A POSTROUTING -m comment --comment "cilium-feeder: CILIUM_POST_nat" -j CILIUM_POST_nat',
      '-A CILIUM_POST_nat -s 10.8.0.0/24 -m set --match-set cilium_node_set_v4 dst -m comment --comment "exclude traffic to cluster nodes from masquerade" -j ACCEPT',
      '-A CILIUM_POST_nat -s 10.8.0.0/24 ! -d 10.8.0.0/16 ! -o cilium_+ -m comment --comment "cilium masquerade non-cluster" -j MASQUERADE',
      '-A CILIUM_POST_nat -m mark --mark 0xa00/0xe00 -m comment --comment "exclude proxy return traffic from masquerade" -j ACCEPT',
      '-A CILIUM_POST_nat -s 127.0.0.1/32 -o cilium_host -m comment --comment "cilium host->cluster from 127.0.0.1 masquerade" -j SNAT --to-source 10.8.0.1',
      '-A CILIUM_POST_nat -o cilium_host -m mark --mark 0xf00/0xf00 -m conntrack --ctstate DNAT -m comment --comment "hairpin traffic that originated from a local pod" -j SNAT --to-source 10.8.0.1',
    ])
    expect(printIpset(rules.sets)).toBe(
      'create cilium_node_set_v4 hash:ip family inet hashsize 1024 maxelem 65536\n' +
        'add cilium_node_set_v4 10.1.1.10\nadd cilium_node_set_v4 10.1.1.11\n',
    )
    const other = chain(printSave((await onNode(config(NATIVE), 'node-2')).rules.nat4))
    expect(other[2]).toContain('-s 10.8.1.0/24 ! -d 10.8.0.0/16')
  })

  test('tunnel: no set, the node’s own share, and one rule more for the node itself', async () => {
    const { rules, network } = await onNode(config(['routing-mode: tunnel']))
    const lines = chain(printSave(rules.nat4))
    expect(lines[1]).toContain('-s 10.8.0.0/24 ! -d 10.8.0.0/24 ! -o cilium_+')
    expect(lines[3]).toBe(
      '-A CILIUM_POST_nat ! -s 10.8.0.0/24 ! -d 10.8.0.0/24 -o cilium_host -m comment --comment "cilium host->cluster masquerade" -j SNAT --to-source 10.8.0.1',
    )
    expect(rules.sets).toEqual([])
    expect(network?.({ interfaces: [], routes: [] }).routes).toMatchObject([
      { dev: 'cilium_host', to: { prefix: 24 } },
    ])
  })

  test('interfaces told, fully random', async () => {
    const options = [
      ...NATIVE,
      'egress-masquerade-interfaces: eth+',
      'iptables-random-fully: "true"',
    ]
    const lines = chain(printSave((await onNode(config(options))).rules.nat4))
    expect(lines[1]).toContain('-A CILIUM_POST_nat -o eth+ -m set --match-set')
    expect(lines[2]).toBe(
      '-A CILIUM_POST_nat ! -d 10.8.0.0/16 -o eth+ -m comment --comment "cilium masquerade non-cluster" -j MASQUERADE --random-fully',
    )
  })

  test('the source of the route: a rule for each, default routes last', async () => {
    const options = [...NATIVE, 'enable-masquerade-to-route-source: "true"']
    const { rules, assumptions } = await onNode(config(options))
    expect(chain(printSave(rules.nat4)).filter((line) => line.includes('source route'))).toEqual([
      '-A CILIUM_POST_nat -s 10.8.0.0/24 -d 10.1.1.1/32 -o eth0 -m comment --comment "cilium snat non-cluster via source route" -j SNAT --to-source 10.1.1.10',
      '-A CILIUM_POST_nat -s 10.8.0.0/24 ! -d 10.8.0.0/16 -o eth0 -m comment --comment "cilium snat non-cluster via source route" -j SNAT --to-source 10.1.1.10',
    ])
    expect(assumptions).toContain('route-source-hint')
  })

  test('IPv6 has its twins where it is on', async () => {
    const options = [...NATIVE, 'enable-ipv6: "true"', 'ipv6-native-routing-cidr: fd00:8::/64']
    const { rules } = await onNode(config(options), 'node-1', DUAL)
    const lines = chain(printSave(rules.nat6))
    expect(lines[1]).toContain('--match-set cilium_node_set_v6 dst')
    expect(lines[2]).toMatch(/-s fd00:8::\/\d+ ! -d fd00:8::\/64 ! -o cilium_\+ .* -j MASQUERADE$/)
    expect(lines.some((line) => line.includes('-s ::1/128'))).toBe(true)
    expect(rules.sets.map(({ name }) => name)).toEqual(['cilium_node_set_v4', 'cilium_node_set_v6'])
    expect(chain(printSave((await onNode(config(NATIVE))).rules.nat6))).toEqual([])
  })

  test('endpoint routes: delivery by lxc+, and no rule for hairpins', async () => {
    const { rules, assumptions } = await onNode(
      config([...NATIVE, 'enable-endpoint-routes: "true"']),
    )
    const text = printSave(rules.nat4)
    expect(text).toContain('-s 127.0.0.1/32 -o lxc+ ')
    expect(text).not.toContain('hairpin')
    expect(assumptions).not.toContain('hairpin-mark')
  })
})

describe('eBPF mode', () => {
  test('leaves an empty chain in table nat, and no set', async () => {
    const { rules } = await onNode(config(BPF))
    expect(chain(printSave(rules.nat4))).toHaveLength(1)
    expect(rules.sets).toEqual([])
    expect(rules.programs?.map(({ devices }) => devices)).toEqual([['eth0']])
  })

  test('several devices have chains of their own', async () => {
    const two = T1.replace(
      '{ name: eth0, addresses: [10.1.1.99] }',
      '{ name: eth0, addresses: [10.1.1.99] }, { name: ens5, addresses: [172.30.0.2] }',
    )
      .replace('      - { name', '      [ { name')
      .replace('172.30.0.2] }', '172.30.0.2] } ]')
    const { rules, printouts } = await onNode(config(BPF), 'node-1', two)
    expect(rules.programs?.map(({ chains }) => chains.map(({ name }) => name))).toEqual([
      ['cil_to_netdev@eth0', 'snat_v4_nat 10.1.1.10@eth0'],
      ['cil_to_netdev@ens5', 'snat_v4_nat 172.30.0.2@ens5'],
    ])
    expect(printouts[0]?.text).toContain('[eth0, ens5]')
    const told = await onNode(config([...BPF, 'devices: ens+']), 'node-1', two)
    expect(told.rules.programs?.map(({ devices }) => devices)).toEqual([['ens5']])
  })

  test('IPv6 has a program of its own', async () => {
    const options = [...BPF, 'enable-ipv6: "true"', 'ipv6-native-routing-cidr: fd00:8::/64']
    const { rules } = await onNode(config(options), 'node-1', DUAL)
    expect(rules.programs?.map(({ family }) => family)).toEqual([4, 6])
  })

  test('the port range begins above that of Services', async () => {
    const { printouts } = await onNode(config([...BPF, 'node-port-range: "30000,40000"']))
    expect(printouts.at(-1)?.text).toContain('--ports 40001-65535')
  })
})

describe('what Cilium’s commands print', () => {
  test.each([
    [NATIVE, 'Masquerading:   IPTables [IPv4: Enabled, IPv6: Disabled]\n'],
    [BPF, 'Masquerading:   BPF   [eth0]  10.8.0.0/16 [IPv4: Enabled, IPv6: Disabled]\n'],
    [
      AGENT,
      'Masquerading:   BPF (ip-masq-agent)   [eth0]  10.8.0.0/16 [IPv4: Enabled, IPv6: Disabled]\n',
    ],
    [['enable-ipv4-masquerade: "false"'], 'Masquerading:   Disabled\n'],
  ])('status with %j', async (options, text) => {
    expect((await onNode(config(options))).printouts[0]).toEqual({
      command: 'cilium status | grep Masquerading',
      text,
    })
  })

  test('the map of the agent, and of its policies', async () => {
    const { printouts } = await onNode(config(AGENT))
    const map = printouts.find(({ command }) => command === 'cilium bpf ipmasq list')
    expect(map?.text.split('\n').slice(0, 3)).toEqual([
      'IP PREFIX/ADDRESS',
      '10.0.0.0/8',
      '100.64.0.0/10',
    ])
    expect(map?.text.split('\n')).toHaveLength(14)
  })
})

describe('what is said of the manifests', () => {
  test('an error names the line and the column of the option', async () => {
    const { config: report } = await installed(
      config([...BPF, 'egress-masquerade-interfaces: eth0']),
    )
    expect(report).toMatchObject({
      state: 'refused',
      error: { by: 'cilium-agent', line: 8, column: 33 },
    })
  })

  test('an error in the agent’s file counts in the whole stream', async () => {
    const file = agentFile(['nonMasqueradeCIDRs:', '- 10.0.0.0/8', '- 10.9/16'])
    const { config: report } = await installed(`${config(AGENT)}---\n${file}`)
    expect(report.error).toMatchObject({ by: 'cilium-ip-masq-agent', line: 17, column: 7 })
  })

  test('what is no YAML is kubectl’s to refuse, and changes nothing', async () => {
    const { config: report, nodes } = await installed('data: [cilium\n', config(NATIVE))
    expect(report.error?.by).toBe('kubectl')
    expect(report.error?.line).not.toBeNull()
    expect(nodes.get('node-1')?.writer).toBe('cilium')
  })

  const notes = async (text: string) => (await installed(text)).config.notes

  test('notes', async () => {
    const wide = ['routing-mode: native', 'ipv4-native-routing-cidr: 10.0.0.0/8']
    expect(await notes(config(wide))).toEqual([
      { code: 'native-covers-more', line: 6, params: { range: '10.0.0.0/8' } },
    ])
    expect(await notes(config(NATIVE))).toEqual([])
    const joined = [...NATIVE, 'egress-masquerade-interfaces: eth0,eth1']
    expect(await notes(config(joined))).toMatchObject([{ code: 'joined-interfaces', line: 7 }])
    expect(await notes(config([...NATIVE, 'enable-bpf-masquerade: "on"']))).toEqual([
      { code: 'not-a-bool', line: 7, params: { option: 'enable-bpf-masquerade', value: 'on' } },
    ])
  })

  test('notes on the agent’s file', async () => {
    const file = agentFile(['nonMasqueradeCIDRs: [10.2.1.100/24]', 'resyncInterval: 60s'])
    expect(await notes(`${config(AGENT)}---\n${file}`)).toEqual([
      {
        code: 'host-bits-cut',
        line: 15,
        params: { written: '10.2.1.100/24', range: '10.2.1.0/24' },
      },
      { code: 'ignored-key', line: 16, params: { key: 'resyncInterval' } },
    ])
    expect(await notes(`${config(AGENT)}---\n${agentFile(['masqLinkLocal: true'])}`)).toMatchObject(
      [{ code: 'list-missing' }],
    )
    expect(await notes(`${config(NATIVE)}---\n${file}`)).toMatchObject([{ code: 'map-unused' }])
    const elsewhere = file.replace('kube-system', 'default')
    expect(await notes(`${config(AGENT)}---\n${elsewhere}`)).toMatchObject([
      { code: 'wrong-name', params: { what: 'namespace', found: 'default' } },
    ])
  })

  test('what is in force: the range, then the map, with lines', async () => {
    const file = agentFile(['nonMasqueradeCIDRs: [10.2.0.0/16]'])
    const { config: report, masqLinkLocalInText } = await installed(`${config(AGENT)}---\n${file}`)
    expect(report.ranges.map(({ cidr, line }) => `${cidr} ${line}`)).toEqual([
      '10.8.0.0/16 6',
      '10.2.0.0/16 15',
      '169.254.0.0/16 null',
      'fe80::/10 null',
    ])
    expect(masqLinkLocalInText).toBe(false)
  })
})

test('a new cluster has native routing with the Pod range, and no more', async () => {
  const read = readScenario(T1)
  if (!read.ok) throw new Error('t1 is a scenario')
  const { document } = read.value
  const text = dataplane.starter(clusterFacts(document, readTopology(document)))
  const { config: report } = await installed(text)
  expect(report).toMatchObject({ state: 'accepted', notes: [], ranges: [{ cidr: '10.8.0.0/16' }] })
})
