import { expect, test } from 'vitest'
import { parseAddress } from '../net/address.ts'
import { hostCidr } from '../net/cidr.ts'
import { invariant } from '../net/invariant.ts'
import type { Pod } from '../topology/cluster.ts'
import { hostDevice, namedAfterPods } from './host-device.ts'

test('the device of pod1 in a Calico lab is the one that its tcpdump listened on', () => {
  expect(hostDevice('cali', 'default', 'pod1')).toBe('calice0906292e2')
})

function address(text: string) {
  const parsed = parseAddress(text)
  invariant(parsed.ok, text)
  return parsed.value
}

const pod = (name: string, own: string, hostNetwork = false): Pod => ({
  name,
  namespace: 'default',
  node: 'n',
  labels: {},
  addresses: [address(own)],
  hostNetwork,
})

test('the device by which a Pod is reached gets its name, and no other does', () => {
  const route = (to: string, dev: string) => ({ to: hostCidr(address(to)), dev, via: null })
  const device = (name: string) => ({ name, addresses: [] })
  const named = namedAfterPods('cali', [
    pod('pod1', '10.0.0.5'),
    pod('host', '10.1.1.10', true),
    pod('elsewhere', '10.0.9.9'),
  ])({
    interfaces: ['lo', 'eth0', 'veth0', 'veth1'].map(device),
    routes: [route('10.0.0.5', 'veth0'), route('10.1.1.10', 'eth0')],
  })
  expect(named.interfaces.map(({ name }) => name)).toEqual([
    'lo',
    'eth0',
    'calice0906292e2',
    'veth1',
  ])
  expect(named.routes.map(({ dev }) => dev)).toEqual(['calice0906292e2', 'eth0'])
})
