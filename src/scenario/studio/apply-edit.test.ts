import { describe, expect, test } from 'vitest'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { add, draw, refusal } from './fixtures/draw.ts'

describe('From the empty canvas', () => {
  test('a VPC, a cluster, a node and a Pod get ranges and addresses of each other', () => {
    const { document } = draw(EMPTY_SCENARIO, add('vpc'), add('cluster'), add('node'), add('pod'))
    expect(document.vpcs).toEqual([
      {
        name: 'vpc-1',
        subnets: [
          {
            name: 'nodes',
            range: '10.1.0.0/24',
            secondaryRanges: [{ name: 'pods', range: '10.64.0.0/16' }],
          },
        ],
      },
    ])
    expect(document.clusters[0]).toMatchObject({
      name: 'cluster-1',
      vpc: 'vpc-1',
      podRanges: ['10.64.0.0/16'],
      serviceRange: '10.96.0.0/20',
    })
    expect(document.nodes[0]).toMatchObject({
      name: 'node-1',
      cluster: 'cluster-1',
      address: '10.1.0.2',
      podRange: '10.64.0.0/24',
    })
    expect(document.pods[0]).toMatchObject({ name: 'pod-1', addresses: ['10.64.0.2'] })
  })
})

const NETWORKED = draw(
  EMPTY_SCENARIO,
  add('vpc'),
  add('cluster'),
  add('node'),
  add('pod'),
  add('on-prem'),
  { do: 'add', kind: 'endpoint', preset: 'on-prem-host', parent: 'on-prem:on-prem-1' },
  { do: 'connect', from: 'vpc:vpc-1', to: 'on-prem:on-prem-1' },
)

describe('Things that others need', () => {
  test.each([
    ['pod', 'node'],
    ['node', 'cluster'],
    ['cluster', 'vpc'],
    ['subnet', 'vpc'],
    ['service', 'cluster'],
    ['cloud-nat', 'vpc'],
    ['attachment', 'vpc'],
    ['peering', 'vpc'],
    ['firewall', 'on-prem'],
    ['flow', 'pod'],
  ] as const)('a %s asks for a %s on the empty canvas', (kind, needs) => {
    expect(refusal(EMPTY_SCENARIO, add(kind))).toMatchObject({
      code: 'nowhere-to-put',
      params: { kind, needs },
    })
  })

  test('a Pod that is dropped on a VPC lands in its node, and on an on-prem network nowhere', () => {
    const { document } = draw(NETWORKED, add('pod', 'vpc:vpc-1'))
    expect(document.pods[1]).toMatchObject({
      name: 'pod-2',
      node: 'node-1',
      addresses: ['10.64.0.3'],
    })
    expect(refusal(NETWORKED, add('pod', 'on-prem:on-prem-1'))?.code).toBe('nowhere-to-put')
  })

  test('a zone without a free address is told with its range', () => {
    const full = draw(NETWORKED, {
      do: 'set',
      thing: 'node:node-1',
      path: ['podRange'],
      value: '10.64.0.0/30',
    })
    expect(refusal(full, add('pod', 'node:node-1'))).toMatchObject({
      code: 'no-free-address',
      params: { zone: 'node-1', range: '10.64.0.0/30' },
    })
  })
})

describe('Connecting', () => {
  test('a VPC and an on-prem network have an Interconnect, and its firewall lets in the nodes', () => {
    const { document } = NETWORKED
    expect(document.attachments).toMatchObject([
      { name: 'interconnect-1', kind: 'interconnect', vpc: 'vpc-1', to: 'on-prem-1' },
    ])
    expect(document.onPrem[0]).toMatchObject({
      ranges: ['10.200.0.0/16'],
      firewall: { name: 'on-prem-1-firewall', allow: ['10.1.0.0/24'] },
    })
  })

  test('a sender and a host are a flow, which is sent', () => {
    const { flow } = draw(NETWORKED, {
      do: 'connect',
      from: 'pod:pod-1',
      to: 'endpoint:server-1',
    })
    expect(flow).toMatchObject({ from: 'pod-1', to: 'server-1', port: 443, protocol: 'tcp' })
  })

  test.each([
    ['vpc:vpc-1', 'internet:internet'],
    ['pod:pod-1', 'endpoint:server-1'],
    ['vpc:vpc-1', 'on-prem:on-prem-1'],
  ])('what connecting %s with %s made, disconnecting takes back', (from, to) => {
    const there = draw(NETWORKED, { do: 'connect', from, to })
    expect(there.document).not.toEqual(NETWORKED.document)
    const back = draw(there, { do: 'disconnect', from, to })
    expect(back.document).toEqual(NETWORKED.document)
  })

  test('a pair that means nothing is refused', () => {
    const edit: Edit = { do: 'connect', from: 'on-prem:on-prem-1', to: 'pod:pod-1' }
    expect(refusal(NETWORKED, edit)?.code).toBe('cannot-connect')
  })
})

describe('Changing', () => {
  const set = (path: readonly (string | number)[], value: unknown): Edit => ({
    do: 'set',
    thing: 'node:node-1',
    path,
    value,
  })

  test('an address may be half typed, an emptied optional field is gone', () => {
    expect(draw(NETWORKED, set(['address'], '10.1.')).document.nodes[0]?.address).toBe('10.1.')
    const without = draw(NETWORKED, set(['podRange'], ''))
    expect(without.document.nodes[0]).not.toHaveProperty('podRange')
  })

  test.each([
    [['colour'], 'red', 'unknown-field'],
    [['os'], 'solaris', 'wrong-value'],
    [['address'], undefined, 'missing-field'],
    [['name'], 'a b', 'bad-name'],
    [['name'], 'pod-1', 'name-taken'],
  ])('%j cannot be %j', (path, value, code) => {
    expect(refusal(NETWORKED, set(path, value))?.code).toBe(code)
  })

  test('a locked topology refuses everything but to be unlocked', () => {
    const locked = draw(NETWORKED, { do: 'lock', locked: true })
    expect(refusal(locked, add('pod'))?.code).toBe('locked')
    expect(draw(locked, { do: 'lock', locked: false })).toEqual(NETWORKED)
  })

  test('a flow goes with the thing that it names', () => {
    const sent = draw(NETWORKED, { do: 'connect', from: 'pod:pod-1', to: 'endpoint:server-1' })
    const { document, flow } = draw(sent, { do: 'rename', thing: 'pod:pod-1', name: 'web' })
    expect([flow.from, document.flows[0]?.from]).toEqual(['web', 'web'])
  })
})

describe('Pasting', () => {
  const paste = (text: string): Edit => ({ do: 'paste', text, parent: null })

  test.each([
    ['nothing: here', 'nothing-to-paste', null],
    ['pods: [', 'not-yaml', 1],
    ['kind: Fragment\npods:\n  - name: pod-x', 'missing-field', 3],
    ['pods:\n  - name: pod-x\n    node: node-1\n    colour: red', 'unknown-field', 4],
  ])('%j is refused', (text, code, line) => {
    expect(refusal(NETWORKED, paste(text))).toMatchObject({ code, line })
  })

  test('what a person wrote in the same form is taken', () => {
    const { document } = draw(NETWORKED, paste('pods:\n  - { name: pod-x, node: node-1 }'))
    expect(document.pods.at(-1)).toMatchObject({ name: 'pod-x', node: 'node-1' })
  })
})
