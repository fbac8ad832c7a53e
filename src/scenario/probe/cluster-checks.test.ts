import { expect, test } from 'vitest'
import { BUILTIN_NAMES } from '../builtins.ts'
import { loadBuiltin } from '../load-builtin.ts'
import { checksOn } from './probe.ts'

async function checks(name: string, flow?: string) {
  const state = await loadBuiltin(name)
  if (state === null) throw new Error(name)
  const chosen = state.document.flows.find((each) => each.name === flow) ?? state.flow
  return checksOn({ ...state, flow: chosen })
}

test('on Calico: the pools, what listens, the ping, the counters, the sets, conntrack, from where kubectl is', async () => {
  const all = await checks('calico-nat-outgoing', 'ping-1')
  expect(all.map(({ code }) => code)).toEqual([
    'status',
    'capture',
    'far-capture',
    'connect',
    'nat-rule',
    'sets',
    'sets',
    'conntrack',
  ])
  expect(all[0]?.typed).toBe('calicoctl get ippool -o wide')
  expect(all[1]?.typed).toBe(
    'kubectl debug node/k8s-w1 -it --image=nicolaka/netshoot --profile=sysadmin -- tcpdump -nn -t -i eth0 icmp and host 8.8.8.8',
  )
  expect(all[4]?.typed).toBe(
    'kubectl debug node/k8s-w1 -it --image=nicolaka/netshoot --profile=sysadmin -- chroot /host iptables -t nat -L cali-nat-outgoing -n -v',
  )
})

test('on Cilium: its agent is asked on the node of the Pod, and Hubble', async () => {
  const all = await checks('cilium-ebpf-ip-masq-agent', 'pod-to-server')
  const status = all.find(({ code }) => code === 'status')
  expect(status?.typed).toContain(
    '--field-selector spec.nodeName=node-1 -o name) -c cilium-agent -- cilium status | grep Masquerading',
  )
  expect(status?.prints[0]).toContain('Masquerading:   BPF (ip-masq-agent)')
  expect(all.some(({ code }) => code === 'hubble')).toBe(true)
  expect(all.at(-1)).toMatchObject({ code: 'nat-map' })
})

test('on Autopilot nobody is sent onto a node by kubectl', async () => {
  const all = await checks('autopilot-egress-nat-policy')
  expect(all.filter(({ typed }) => typed.includes('debug node'))).toEqual([])
  expect(all.find(({ code }) => code === 'status')?.typed).toMatch(/^kubectl get /)
})

test('what was dropped on its way shows in what listens far away: nothing but its own head', async () => {
  const all = await checks('firewall-knows-nodes-only')
  const connect = all.find(({ code }) => code === 'connect')
  expect(connect?.prints.join()).toContain('timed out')
  expect(all.some(({ code }) => code === 'far-capture')).toBe(false)
})

test.each(BUILTIN_NAMES)('%s can be checked, by one connection', async (name) => {
  const all = await checks(name)
  expect(all.filter(({ code }) => code === 'connect')).toHaveLength(1)
  for (const { command, typed } of all) expect(typed).toContain(command)
})
