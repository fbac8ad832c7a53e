import { describe, expect, test } from 'vitest'
import type { ScenarioDocument } from '../../scenario/document.ts'
import { flowTo, knownDestinations, knownSenders } from './known-destinations.ts'

const document = {
  nodes: [{ name: 'node-1', address: '10.1.1.10' }],
  pods: [
    { name: 'pod-a', node: 'node-1', addresses: ['100.65.0.50'], hostNetwork: false },
    { name: 'pod-h', node: 'node-1', addresses: [], hostNetwork: true },
  ],
  endpoints: [
    { name: 'private', address: '10.2.1.100', ports: [443] },
    { name: 'dns', address: '8.8.8.8' },
    { name: 'six', address: '2001:db8::1', ports: [443] },
  ],
  flows: [
    { name: 'pod-to-private', from: 'pod-a', to: '10.2.1.100', protocol: 'tcp', port: 443 },
    { name: 'pod-to-dns', from: 'pod-a', to: '8.8.8.8', protocol: 'udp', port: 53 },
  ],
} as unknown as ScenarioDocument

describe('The flow chooser knows what the scenario knows', () => {
  test('Each destination stands once, as the field takes it, with its name', () => {
    expect(knownDestinations(document)).toEqual([
      { text: '10.2.1.100:443', name: 'private' },
      { text: '8.8.8.8:53', name: 'dns' },
      { text: '[2001:db8::1]:443', name: 'six' },
    ])
  })

  test('A Service is a destination at each of its addresses and ports', () => {
    const web = {
      name: 'web',
      clusterIPs: ['10.8.0.5'],
      loadBalancerIPs: ['203.0.113.9'],
      ports: [{ port: 80 }],
    }
    expect(knownDestinations({ ...document, services: [web] } as never).slice(2, 4)).toEqual([
      { text: '10.8.0.5:80', name: 'web' },
      { text: '203.0.113.9:80', name: 'web' },
    ])
  })

  test('A Pod on the host network sends with the address of its node', () => {
    expect(knownSenders(document)).toEqual([
      { name: 'pod-a', address: '100.65.0.50', kind: 'pod' },
      { name: 'pod-h', address: '10.1.1.10', kind: 'node' },
      { name: 'node-1', address: '10.1.1.10', kind: 'node' },
      { name: 'private', address: '10.2.1.100', kind: 'far' },
      { name: 'dns', address: '8.8.8.8', kind: 'far' },
      { name: 'six', address: '2001:db8::1', kind: 'far' },
    ])
  })

  test('A flow that the scenario declares keeps its name, another is one of our own', () => {
    const flow = { from: 'pod-a', to: '8.8.8.8', protocol: 'udp', port: 53 } as const
    expect(flowTo(document, flow).name).toBe('pod-to-dns')
    expect(flowTo(document, { ...flow, port: 5353 }).name).toBe('own')
    expect(flowTo(document, { ...flow, existing: true }).name).toBe('own')
  })
})
