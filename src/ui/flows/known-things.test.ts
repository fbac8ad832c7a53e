import { describe, expect, test } from 'vitest'
import type { ScenarioDocument } from '../../scenario/document.ts'
import { knownDestinations, knownSenders, matching } from './known-things.ts'

const web = {
  name: 'web',
  type: 'LoadBalancer',
  clusterIPs: ['10.8.0.5'],
  loadBalancerIPs: ['10.1.1.200'],
  ports: [{ port: 80, nodePort: 30080 }],
}

const document = {
  clusters: [{ name: 'gke' }],
  vpcs: [{ name: 'vpc' }],
  nodes: [{ name: 'node-1', address: '10.1.1.10' }],
  pods: [
    { name: 'pod-a', node: 'node-1', addresses: ['100.65.0.50'], hostNetwork: false },
    { name: 'pod-h', node: 'node-1', addresses: [], hostNetwork: true },
  ],
  endpoints: [
    { name: 'private', address: '10.2.1.100', at: 'on-prem', ports: [443] },
    { name: 'dns', address: '8.8.8.8', at: 'internet' },
    { name: 'vm', address: '10.1.1.77', at: 'vpc', ports: [22] },
  ],
  services: [web],
  metadataServer: '169.254.169.254',
  flows: [
    { name: 'pod-to-private', from: 'pod-a', to: '10.2.1.100', protocol: 'tcp', port: 443 },
    { name: 'pod-to-six', from: 'pod-a', to: '2001:db8::1', protocol: 'tcp', port: 443 },
    { name: 'unsaid', from: 'pod-a', to: '', protocol: 'tcp' },
  ],
} as unknown as ScenarioDocument

const texts = (port?: number) => knownDestinations(document, port).map(({ text }) => text)

describe('what a flow can be sent to', () => {
  test('stands as the field takes it: with its own port, else with the one that is set', () => {
    expect(texts(8080)).toEqual([
      'private:443',
      'dns:8080',
      'vm:22',
      'web:80',
      '10.1.1.200:80',
      'node-1:30080',
      'pod-a:8080',
      'pod-h:8080',
      'node-1:8080',
      '169.254.169.254:80',
      '[2001:db8::1]:443',
    ])
    expect(texts()).toContain('pod-a')
  })

  test('is grouped by where it stands', () => {
    const groups = new Map(knownDestinations(document, 1).map(({ text, group }) => [text, group]))
    expect(groups.get('private:443')).toBe('on-prem')
    expect(groups.get('vm:22')).toBe('vpc')
    expect(groups.get('dns:1')).toBe('internet')
    expect(groups.get('node-1:30080')).toBe('services')
    expect(groups.get('[2001:db8::1]:443')).toBe('used')
  })

  test('goes by its address where its name means another', () => {
    const twins = { ...document, services: [{ ...web, name: 'private' }] } as ScenarioDocument
    const services = knownDestinations(twins, 1).filter(({ group }) => group === 'services')
    expect(services.map(({ text }) => text)).toEqual([
      '10.8.0.5:80',
      '10.1.1.200:80',
      'node-1:30080',
    ])
  })
})

test('a Pod on the host network sends with the address of its node', () => {
  expect(knownSenders(document).map(({ name, address, owner }) => [name, address, owner])).toEqual([
    ['pod-a', '100.65.0.50', 'pod'],
    ['pod-h', '10.1.1.10', 'node'],
    ['node-1', '10.1.1.10', 'node'],
    ['private', '10.2.1.100', 'far'],
    ['dns', '8.8.8.8', 'far'],
    ['vm', '10.1.1.77', 'far'],
  ])
})

describe('typing narrows', () => {
  const found = (query: string) => matching(knownSenders(document), query).map(({ name }) => name)

  test('by name, by address and by place, and every word counts', () => {
    expect(found('10.1.1')).toEqual(['pod-h', 'node-1', 'vm'])
    expect(found('pod node-1')).toEqual(['pod-a', 'pod-h'])
    expect(found('nobody')).toEqual([])
  })

  test('what is called exactly so comes first', () => {
    expect(found('node-1')[0]).toBe('node-1')
    expect(found('')[0]).toBe('private')
  })
})
