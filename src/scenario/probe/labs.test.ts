import { expect, test } from 'vitest'
import { printList } from '../../iptables/print-list.ts'
import { invariant } from '../../net/invariant.ts'
import { readyWorld } from '../evaluate.ts'
import { loadBuiltin } from '../load-builtin.ts'
import type { FlowSpec, ScenarioState } from '../state.ts'
import { linesAt, type Since } from './printed.ts'
import { probe } from './probe.ts'
import { parseSpot } from './spot.ts'

async function loaded(name: string): Promise<ScenarioState> {
  const state = await loadBuiltin(name)
  invariant(state, `there is a built-in ${name}`)
  return state
}

const END = { hop: 99, step: null }

/** Everything that a tool has printed at a place once a flow is over, by the tool's command. */
async function printed(
  scenario: string,
  flow: string | FlowSpec,
  at: string,
  { before = [], now = END }: { readonly before?: readonly string[]; readonly now?: Since } = {},
) {
  const state = await loaded(scenario)
  const listed = state.document.flows.find(({ name }) => name === flow)
  const chosen = typeof flow === 'string' ? listed : flow
  invariant(chosen, `${scenario} has the flow ${flow}`)
  const [report] = await probe({ ...state, flow: chosen }, { spots: [parseSpot(at)], before })
  return new Map(
    (report?.tools ?? []).map(({ command, lines }) => [
      command,
      linesAt(lines, now).map(({ text }) => text),
    ]),
  )
}

/** Of tcpdump what follows its two lines at the start; identifiers of echoes are another in each run. */
const packets = (all: readonly string[] | undefined): readonly string[] | undefined =>
  all?.slice(2).map((line) => line.replace(/id \S+, seq/, 'id N, seq'))

test('a Calico lab: calicoctl lists the pool, which is translated as it leaves', async () => {
  const prints = await printed('calico-nat-outgoing', 'ping-1', 'node:k8s-w1')
  const rows = (prints.get('calicoctl get ippool -o wide') ?? []).map((row) => row.split(/ {2,}/))
  // The lab's calicoctl is older than the column on BGP.
  const older = rows.map((row) => row.filter((_, i) => rows[0]?.[i] !== 'DISABLEBGPEXPORT'))
  expect(older.map((row) => row.join(' ').trimEnd())).toEqual([
    'NAME CIDR NAT IPIPMODE VXLANMODE DISABLED SELECTOR',
    'default-ipv4-ippool 172.16.0.0/16 true Always Never false all()',
  ])
})

test('a Calico lab: the rule that masquerades, before any packet, without its counters', async () => {
  const state = await loaded('calico-nat-outgoing')
  const rules = (await readyWorld(state)).installed.nodes.get('k8s-w1')?.rules
  invariant(rules, 'the node has rules')
  const listed = printList(rules.nat4, { numeric: true, chain: 'cali-nat-outgoing' }) ?? ''
  expect(listed.trimEnd().split('\n').map(asOlder)).toEqual([
    'Chain cali-nat-outgoing (1 references)',
    'target     prot opt source               destination',
    'MASQUERADE  all  --  0.0.0.0/0            0.0.0.0/0            /* cali:flqWnvo8yq4ULQLa */ match-set cali40masq-ipam-pools src ! match-set cali40all-ipam-pools dst random-fully',
  ])
})

test('a Calico lab: while one watches the chain, each ping adds one packet as it is translated', async () => {
  const at = 'node:k8s-w1/cali-nat-outgoing'
  const command = 'iptables -t nat -L cali-nat-outgoing -n -v'
  const counted = async (flow: string, now: Since, before: readonly string[]) =>
    (await printed('calico-nat-outgoing', flow, at, { before, now }))
      .get(command)?.[2]
      ?.slice(0, 10)
  const START: Since = { hop: 0, step: null }
  expect(await counted('ping-1', START, [])).toBe('    0     ')
  expect(await counted('ping-1', END, [])).toBe('    1    8')
  expect(await counted('ping-2', START, ['ping-1'])).toBe('    1    8')
  expect(await counted('ping-2', END, ['ping-1'])).toBe('    2   16')
})

test('a Calico lab: on all devices at once the ping is seen twice each way, by both addresses', async () => {
  const prints = await printed('calico-nat-outgoing', 'ping-1', 'node:k8s-w1')
  expect(packets(prints.get('tcpdump -nn -t -i any icmp and host 8.8.8.8'))).toEqual([
    'calice0906292e2 In  IP 172.16.228.82 > 8.8.8.8: ICMP echo request, id N, seq 1, length 64',
    'eth0  Out IP 192.168.10.101 > 8.8.8.8: ICMP echo request, id N, seq 1, length 64',
    'eth0  In  IP 8.8.8.8 > 192.168.10.101: ICMP echo reply, id N, seq 1, length 64',
    'calice0906292e2 Out IP 8.8.8.8 > 172.16.228.82: ICMP echo reply, id N, seq 1, length 64',
  ])
})

test('a Calico lab: the device of the Pod carries its own address', async () => {
  const prints = await printed('calico-nat-outgoing', 'ping-1', 'pod:pod1,node:k8s-w1')
  const [command] = prints.keys()
  expect(command).toBe('tcpdump -nn -t -i calice0906292e2 icmp and host 8.8.8.8')
  expect(packets([...prints.values()][0])).toEqual([
    'IP 172.16.228.82 > 8.8.8.8: ICMP echo request, id N, seq 1, length 64',
    'IP 8.8.8.8 > 172.16.228.82: ICMP echo reply, id N, seq 1, length 64',
  ])
})

test('a Calico lab: the device of the node carries the node’s', async () => {
  const prints = await printed('calico-nat-outgoing', 'ping-1', 'node:k8s-w1,vpc:lab')
  expect(packets([...prints.values()][0])).toEqual([
    'IP 192.168.10.101 > 8.8.8.8: ICMP echo request, id N, seq 1, length 64',
    'IP 8.8.8.8 > 192.168.10.101: ICMP echo reply, id N, seq 1, length 64',
  ])
})

test('a Calico lab: the tunnel’s device has no part in it', async () => {
  const prints = await printed('calico-nat-outgoing', 'ping-1', 'node:k8s-w1')
  expect([...prints.keys()].filter((command) => command.startsWith('tcpdump'))).toEqual([
    'tcpdump -nn -t -i any icmp and host 8.8.8.8',
    'tcpdump -nn -t -i calice0906292e2 icmp and host 8.8.8.8',
    'tcpdump -nn -t -i eth0 icmp and host 8.8.8.8',
  ])
})

test('a Calico lab: after three pings the rule that it watches has counted 3 packets of 84 bytes', async () => {
  const at = 'node:k8s-w1/cali-nat-outgoing'
  const prints = await printed('calico-nat-outgoing', 'ping-3', at, {
    before: ['ping-1', 'ping-2'],
  })
  // The lab’s older iptables writes `all` for the protocol 0, and leaves no space behind its head.
  expect(prints.get('iptables -t nat -L cali-nat-outgoing -n -v')?.map(asOlder)).toEqual([
    'Chain cali-nat-outgoing (1 references)',
    ' pkts bytes target     prot opt in     out     source               destination',
    '    3   252 MASQUERADE  all  --  *      *       0.0.0.0/0            0.0.0.0/0            /* cali:flqWnvo8yq4ULQLa */ match-set cali40masq-ipam-pools src ! match-set cali40all-ipam-pools dst random-fully',
  ])
})

const asOlder = (line: string): string => line.trimEnd().replace('  0    --', '  all  --')

test('a Calico lab: the set of sources lists the pool', async () => {
  const prints = await printed('calico-nat-outgoing', 'ping-1', 'node:k8s-w1')
  expect(prints.get('ipset list cali40masq-ipam-pools')).toEqual([
    'Name: cali40masq-ipam-pools',
    'Type: hash:net',
    'Revision: 7',
    'Header: family inet hashsize 1024 maxelem 1048576 bucketsize 12 initval <chance>',
    'Size in memory: 504',
    'References: 1',
    'Number of entries: 1',
    'Members:',
    '172.16.0.0/16',
  ])
})

const CILIUM = 'cilium-node-kept-router-translated'

test('a Cilium lab: it masquerades by iptables, all but the range of native routing', async () => {
  const prints = await printed(CILIUM, 'pod-to-node', 'node:node-1')
  expect(prints.get('cilium status | grep Masquerading')).toEqual([
    'Masquerading:   IPTables [IPv4: Enabled, IPv6: Disabled]',
  ])
  expect(prints.get('cilium config view | grep ipv4-native-routing-cidr')).toEqual([
    'ipv4-native-routing-cidr    172.16.0.0/16',
  ])
})

/** On the node's own device, and on the router: what the lab's two terminals show. */
async function terminals(flow: string | FlowSpec) {
  const node = await printed(CILIUM, flow, 'node:node-1,vpc:lab-network')
  const router = await printed(CILIUM, flow, 'endpoint:router')
  return [node, router].map((prints) =>
    (packets([...prints.values()][0]) ?? []).map((line) =>
      line.replace(/: (ICMP .*,|Flags).*/, ''),
    ),
  )
}

test('a Cilium lab: ping to another node leaves by the Pod’s own address, and the router sees nothing', async () => {
  const [node, router] = await terminals('pod-to-node')
  expect(node).toEqual(['IP 172.16.0.82 > 192.168.10.101', 'IP 192.168.10.101 > 172.16.0.82'])
  expect(router).toEqual([])
})

test('a Cilium lab: ping to the router leaves by the node’s address, on both terminals', async () => {
  const seen = ['IP 192.168.10.100 > 192.168.10.200', 'IP 192.168.10.200 > 192.168.10.100']
  expect(await terminals('pod-to-router')).toEqual([seen, seen])
})

test('a Cilium lab: a Pod that asks a Pod keeps its address on the wire', async () => {
  const [node, router] = await terminals('pod-to-pod')
  expect(node?.[0]).toMatch(/^IP 172\.16\.0\.82\.\d+ > 172\.16\.1\.40\.80$/)
  expect(router).toEqual([])
})

test('a Cilium lab: the same request to the router arrives there from the node', async () => {
  const flow = {
    name: 'curl',
    from: 'pod-a',
    to: '192.168.10.200',
    protocol: 'tcp',
    port: 80,
  } as const
  const [node, router] = await terminals(flow)
  expect(node?.[0]).toMatch(/^IP 192\.168\.10\.100\.\S+ > 192\.168\.10\.200\.80$/)
  expect(router).toEqual(node)
})

test('a Cilium lab: Hubble sees the Pod ask and the router answer, by their own addresses', async () => {
  const prints = await printed('cilium-node-kept-router-translated', 'pod-to-router', 'pod:pod-a')
  expect(prints.get('hubble observe -f --pod default/pod-a')).toEqual([
    'Jan  1 00:00:00.000: default/pod-a (ID:<256-65535>) -> 192.168.10.200 (world) to-stack FORWARDED (ICMPv4 EchoRequest)',
    'Jan  1 00:00:00.000: default/pod-a (ID:<256-65535>) <- 192.168.10.200 (world) to-endpoint FORWARDED (ICMPv4 EchoReply)',
  ])
})

test('Cilium’s own NAT map holds both directions, and conntrack knows nothing of it', async () => {
  const prints = await printed('cilium-ebpf-ip-masq-agent', 'pod-to-server', 'node:node-1')
  expect(prints.get('cilium bpf nat list | grep 10.8.0.5')).toEqual([
    'TCP OUT 10.8.0.5:40012 -> 10.2.1.100:443 XLATE_SRC 10.1.1.10:40012 Created=0sec ago NeedsCT=0',
    'TCP IN 10.2.1.100:443 -> 10.1.1.10:40012 XLATE_DST 10.8.0.5:40012 Created=0sec ago NeedsCT=0',
  ])
  expect(prints.get('conntrack -L -d 10.2.1.100')?.[0]).toContain(
    'src=10.2.1.100 dst=10.8.0.5 sport=443 dport=40012 [ASSURED]',
  )
})
