import { expect, test } from 'vitest'
import { invariant } from '../../net/invariant.ts'
import { loadBuiltin } from '../load-builtin.ts'
import type { ScenarioState } from '../state.ts'
import { linesAt } from './printed.ts'
import { probe } from './probe.ts'
import { parseSpot } from './spot.ts'

async function loaded(name: string): Promise<ScenarioState> {
  const state = await loadBuiltin(name)
  invariant(state, `there is a built-in ${name}`)
  return state
}

const END = { hop: 99, step: null }

/** Everything that a tool has printed at a place once a flow is over, by the tool's command. */
async function printed(scenario: string, flow: string, at: string, before: readonly string[] = []) {
  const state = await loaded(scenario)
  const chosen = state.document.flows.find(({ name }) => name === flow) ?? state.flow
  const [report] = await probe({ ...state, flow: chosen }, { spots: [parseSpot(at)], before })
  return new Map(
    (report?.tools ?? []).map(({ command, lines }) => [
      command,
      linesAt(lines, END).map(({ text }) => text),
    ]),
  )
}

/** Of tcpdump what follows its two lines at the start; identifiers of echoes are another in each run. */
const packets = (all: readonly string[] | undefined): readonly string[] | undefined =>
  all?.slice(2).map((line) => line.replace(/id \S+, seq/, 'id N, seq'))

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
  const prints = await printed('calico-nat-outgoing', 'ping-3', at, ['ping-1', 'ping-2'])
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

test('a Cilium lab: a node of the cluster sees the Pod, the router beside it the node', async () => {
  const scenario = 'cilium-node-kept-router-translated'
  const node = await printed(scenario, 'pod-to-node', 'node:node-2,vpc:lab-network')
  const router = await printed(scenario, 'pod-to-router', 'endpoint:router')
  expect(packets([...node.values()][0])?.[0]).toBe(
    'IP 172.16.0.82 > 192.168.10.101: ICMP echo request, id N, seq 1, length 64',
  )
  expect(packets([...router.values()][0])?.[0]).toBe(
    'IP 192.168.10.100 > 192.168.10.200: ICMP echo request, id N, seq 1, length 64',
  )
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
