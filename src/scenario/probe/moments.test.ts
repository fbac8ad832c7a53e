import { expect, test } from 'vitest'
import { invariant } from '../../net/invariant.ts'
import { BUILTIN_NAMES } from '../builtins.ts'
import { loadBuiltin } from '../load-builtin.ts'
import type { ScenarioState } from '../state.ts'
import { linesAt, type ProbeReport, type Since } from './printed.ts'
import { placesToProbe, probe } from './probe.ts'
import { parseSpot, spotText } from './spot.ts'

async function loaded(name: string): Promise<ScenarioState> {
  const state = await loadBuiltin(name)
  invariant(state, `there is a built-in ${name}`)
  return state
}

async function at(scenario: string, spot: string): Promise<ProbeReport | undefined> {
  const state = await loaded(scenario)
  const [report] = await probe(state, { spots: [parseSpot(spot)], before: [] })
  return report
}

const tellsAt = (report: ProbeReport | undefined, id: string, now: Since): readonly string[] => {
  const tool = report?.tools.find((each) => each.id === id)
  return linesAt(tool?.lines ?? [], now).map(({ text }) => text)
}

test('a rule counts at the very step at which it matches, and not before', async () => {
  const report = await at('masqueraded-for-the-firewall', 'node:node-1/IP-MASQ')
  const counted = (step: number) => tellsAt(report, 'iptables IP-MASQ', { hop: 2, step }).at(-1)
  expect(counted(14)?.slice(0, 12)).toBe('    0     0 ')
  expect(counted(15)?.slice(0, 12)).toBe('    1    60 ')
})

test('conntrack holds nothing, then a SYN, then its answer, then the connection', async () => {
  const report = await at('masqueraded-for-the-firewall', 'node:node-1')
  const states = [0, 2, 10, 99].map((hop) => {
    const line = tellsAt(report, 'conntrack', { hop, step: null })[0] ?? ''
    return /SYN_SENT|SYN_RECV|ESTABLISHED|0 flow entries/.exec(line)?.[0]
  })
  expect(states).toEqual(['0 flow entries', 'SYN_SENT', 'SYN_RECV', 'ESTABLISHED'])
})

test('on a link a packet is seen once it has come to the far end', async () => {
  const report = await at('masqueraded-for-the-firewall', 'pod:pod-a,node:node-1')
  const seen = (hop: number) => tellsAt(report, 'tcpdump eth0', { hop, step: null }).length - 2
  expect([0, 1, 99].map(seen)).toEqual([0, 1, 2])
})

test('what a firewall drops is seen before it and never behind it', async () => {
  const before = await at('firewall-knows-nodes-only', 'firewall:on-prem-firewall')
  expect(before?.tools[0]?.on.kind).toBe('nobody')
  expect(before?.tools[0]?.lines).toHaveLength(3)
})

test('a place is written as it is read', () => {
  for (const text of ['node:n', 'pod:p,node:n', 'node:n/IP-MASQ', 'endpoint:e']) {
    expect(spotText(parseSpot(text))).toBe(text)
  }
})

test('at a place that is not there nothing is printed', async () => {
  expect(await at('calico-nat-outgoing', 'node:nobody')).toMatchObject({ tools: [] })
})

test.each(BUILTIN_NAMES)('in %s every place and every link has something to read', async (name) => {
  const state = await loaded(name)
  const spots = (await placesToProbe(state)).map(parseSpot)
  const reports = await probe(state, { spots, before: [] })
  const silent = reports.filter(({ tools }) => tools.length === 0).map(({ spot }) => spotText(spot))
  expect(silent).toEqual([])
  for (const { tools } of reports) {
    expect(new Set(tools.map(({ id }) => id)).size).toBe(tools.length)
  }
})

test('conntrack is asked by the address that the packet has where it comes: behind a Service the Pod’s', async () => {
  const commands = ['node-1', 'node-2'].map(async (node) => {
    const report = await at('service-first', `node:${node}`)
    return report?.tools.find(({ id }) => id === 'conntrack')?.command
  })
  expect(await Promise.all(commands)).toEqual([
    'conntrack -L -d 10.96.0.10',
    'conntrack -L -d 10.8.1.5',
  ])
})

test('on AWS the device that is listened at is the one whose packets are marked', async () => {
  const report = await at('aws-excluded-range', 'node:node-1')
  const device = /-i (eni[\da-f]{11}) /.exec(report?.tools[1]?.command ?? '')?.[1]
  expect(device).toBeDefined()
  const printed = (id: string) => tellsAt(report, id, { hop: 99, step: null }).join('\n')
  expect(printed('iptables *')).toMatch(/ 1 +60 AWS-CONNMARK-CHAIN-0 .* eni\+ /)
})

test.each(['node:node-1', 'pod:pod-host', 'pod:pod-host,node:node-1'])(
  'a Pod in the network of its node has no device of its own: at %s it is seen as it leaves the node',
  async (spot) => {
    const state = await loaded('windows-and-host-network')
    const flow = state.document.flows.find(({ name }) => name === 'host-network-to-internet')
    invariant(flow, 'it has the flow')
    const spots = [parseSpot(spot)]
    const [report] = await probe({ ...state, flow }, { spots, before: [] })
    const prints = tellsAt(report, 'tcpdump eth0', { hop: 99, step: null }).slice(2)
    expect(prints.map((line) => line.replace(/: .*/, ''))).toEqual([
      'IP 10.1.1.10.<1024-65535> > 8.8.8.8.443',
      'IP 8.8.8.8.443 > 10.1.1.10.<1024-65535>',
    ])
  },
)
