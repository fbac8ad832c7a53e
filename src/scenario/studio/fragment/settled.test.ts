import { describe, expect, test } from 'vitest'
import { checkWorld } from '../../check-world/check-world.ts'
import type { ScenarioDocument } from '../../document.ts'
import { copyThings } from '../copy-things.ts'
import { EMPTY_SCENARIO } from '../empty-scenario.ts'
import { draw } from '../fixtures/draw.ts'
import { readFragment } from './read-fragment.ts'

interface Ranges {
  readonly nodes: string
  readonly nodes6: string
  readonly pods: string
  readonly pods6: string
  readonly services: string
  readonly onPrem: string
}

/** A cluster with two stacks in a subnet, and an on-prem network: the same names, whatever the ranges. */
const world = ({ nodes, nodes6, pods, pods6, services, onPrem }: Ranges): string => `
vpcs:
  - name: vpc
    subnets:
      - name: nodes
        range: ${nodes}
        range6: ${nodes6}
        secondaryRanges:
          - { name: pods, range: ${pods} }
          - { name: services, range: ${services} }
clusters:
  - { name: here, vpc: vpc, podRanges: ['${pods}', '${pods6}'], serviceRange: ${services} }
onPrem:
  - { name: office, ranges: ['${onPrem}'] }
`

const THERE = world({
  nodes: '10.1.0.0/24',
  nodes6: 'fd00:1::/64',
  pods: '10.64.0.0/16',
  pods6: 'fd00:1::64:0:0/96',
  services: '10.96.0.0/20',
  onPrem: '10.200.0.0/24',
})

const HERE = world({
  nodes: '172.16.0.0/24',
  nodes6: 'fd01:1::/64',
  pods: '172.20.0.0/16',
  pods6: 'fd01:1::64:0:0/96',
  services: '172.24.0.0/20',
  onPrem: '172.30.0.0/24',
})

const THINGS = `
nodes:
  - name: two-cards
    cluster: here
    address: 10.1.0.2
    address6: 'fd00:1::2'
    podRange: 10.64.0.0/24
    podRange6: 'fd00:1::64:0:0/112'
    interfaces:
      - { name: eth1, addresses: [192.168.50.2, 192.168.50.3] }
    routes:
      - { to: 192.168.60.0/24, via: 192.168.50.1, dev: eth1 }
pods:
  - { name: web, node: two-cards, addresses: [10.64.0.2, 'fd00:1::64:0:2'] }
  - { name: other, node: two-cards, addresses: [10.64.0.3] }
  - { name: on-host, node: two-cards, hostNetwork: true }
services:
  - { name: shop, cluster: here, clusterIPs: [10.96.0.2], ports: [{ port: 80 }], endpoints: [web] }
endpoints:
  - { name: printer, at: office, address: 10.200.0.2 }
  - { name: machine, at: vpc, address: 10.1.0.9 }
  - { name: resolver, at: internet, address: 8.8.8.8 }
`

function documentOf(text: string): ScenarioDocument {
  const read = readFragment(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.document
}

function pasted(
  from: ScenarioDocument,
  into: ScenarioDocument,
  things: readonly string[],
): ScenarioDocument {
  const text = copyThings(from, things)
  const state = { ...EMPTY_SCENARIO, document: into }
  return draw(state, { do: 'paste', text, parent: null }).document
}

const outside = (document: ScenarioDocument) =>
  checkWorld(document).filter(({ code }) => code.includes('outside'))

const from = documentOf(THERE + THINGS)
const here = documentOf(HERE)

describe('Pasted beside a zone of the same name with other ranges', () => {
  test('a node has addresses of the subnet and shares of the Pod ranges, of both families', () => {
    const { nodes, pods } = pasted(from, here, ['node:two-cards'])
    expect(nodes).toMatchObject([
      {
        address: '172.16.0.2',
        address6: 'fd01:1::2',
        podRange: '172.20.0.0/24',
        podRange6: 'fd01:1::64:0:0/112',
      },
    ])
    expect(pods.map(({ addresses }) => addresses)).toEqual([
      ['172.20.0.2', 'fd01:1::64:0:2'],
      ['172.20.0.3', 'fd01:1::64:0:3'],
      [],
    ])
  })

  test('the other interfaces of a node, which belong to no zone, stay what they are', () => {
    const { nodes } = pasted(from, here, ['node:two-cards'])
    expect(nodes[0]?.interfaces).toEqual(from.nodes[0]?.interfaces)
    expect(nodes[0]?.routes).toEqual(from.nodes[0]?.routes)
  })

  test('an address of another interface that is taken already is another one', () => {
    const taken = documentOf(`${HERE}
nodes:
  - { name: old, cluster: here, address: 172.16.0.2, podRange: 172.20.0.0/24, interfaces: [{ name: eth1, addresses: [192.168.50.2] }] }
`)
    const { nodes } = pasted(from, taken, ['node:two-cards'])
    const [first, second] = nodes[1]?.interfaces[0]?.addresses ?? []
    expect(first).toMatch(/^192\.168\.50\./)
    expect(new Set([first, second, '192.168.50.2']).size).toBe(3)
    expect(nodes[1]).toMatchObject({ address: '172.16.0.3', podRange: '172.20.1.0/24' })
  })

  test('a Service has an address of the Service range, also where that is a secondary range', () => {
    const { services } = pasted(from, here, ['service:shop'])
    expect(services?.[0]).toMatchObject({ clusterIPs: ['172.24.0.2'] })
  })

  test('hosts have addresses of their network, on premises and in a VPC; those on the internet stay', () => {
    const hosts = ['endpoint:printer', 'endpoint:machine', 'endpoint:resolver']
    const { endpoints } = pasted(from, here, hosts)
    expect(endpoints.map(({ address }) => address)).toEqual(['172.30.0.2', '172.16.0.2', '8.8.8.8'])
  })

  test('everything at once leaves nothing outside, and no address twice', () => {
    const after = pasted(from, here, [
      'node:two-cards',
      'service:shop',
      'endpoint:printer',
      'endpoint:machine',
    ])
    expect(outside(after)).toEqual([])
    const again = pasted(from, after, ['node:two-cards', 'service:shop', 'endpoint:machine'])
    expect(checkWorld(again).filter(({ code }) => /outside|equal/.test(code))).toEqual([])
    expect(again.pods).toHaveLength(6)
  })
})

test('what fits stays: pasted into the scenario that it was cut out of, it is as it was', () => {
  const cut = documentOf(THERE)
  const things = ['node:two-cards', 'service:shop', 'endpoint:printer', 'endpoint:machine']
  const after = pasted(from, cut, things)
  expect(after.nodes).toEqual(from.nodes)
  expect(after.pods).toEqual(from.pods)
  expect(after.services).toEqual(from.services)
  expect(after.endpoints).toEqual(from.endpoints.slice(0, 2))
})

test('of two families only the one that does not fit changes', () => {
  const other4 = documentOf(THERE.replaceAll('10.64.', '10.65.'))
  const { pods } = pasted(from, other4, ['node:two-cards'])
  expect(pods[0]?.addresses[0]).toMatch(/^10\.65\./)
  expect(pods[0]?.addresses[1]).toMatch(/^fd00:1::64:/)
})

test('a Pod onto a node that is there has addresses of that node’s shares alone', () => {
  const node = documentOf(`${HERE}
nodes:
  - { name: two-cards, cluster: here, address: 172.16.0.7, podRange: 172.20.9.0/24 }
`)
  const { pods } = pasted(from, node, ['pod:web'])
  expect(pods.map(({ addresses }) => addresses)).toEqual([['172.20.9.2']])
})

test('where a zone is full, the refusal names it and nothing is pasted', () => {
  const full = documentOf(HERE.replaceAll('172.20.0.0/16', '172.20.0.0/30'))
  const edit = { do: 'paste', text: copyThings(from, ['node:two-cards']), parent: null } as const
  expect(() => draw({ ...EMPTY_SCENARIO, document: full }, edit)).toThrow(/no-free-address/)
})
