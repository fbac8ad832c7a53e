import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { describeThing } from './describe-thing.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { add, connect, draw, refusal } from './fixtures/draw.ts'

const nest = (thing: string, parent: string): Edit => ({ do: 'nest', things: [thing], parent })
const set = (thing: string, key: string, value: unknown): Edit => ({
  do: 'set',
  thing,
  path: [key],
  value,
})

/** Two clusters of two nodes and two Pods each, in a VPC of two subnets, and another VPC. */
const WORLD = draw(
  EMPTY_SCENARIO,
  add('vpc'),
  add('subnet'),
  add('vpc'),
  add('cluster', 'vpc:vpc-1'),
  add('cluster', 'subnet:vpc-1/subnet-1'),
  ...[1, 2].flatMap((n) => [
    add('node', `cluster:cluster-${n}`),
    add('node', `cluster:cluster-${n}`),
  ]),
  ...[1, 3].flatMap((n) => [add('pod', `node:node-${n}`), add('pod', `node:node-${n}`)]),
)

describe('A cluster on a subnet', () => {
  test('has its Pod range there, and its nodes take their addresses of it', () => {
    const { vpcs, clusters, nodes } = WORLD.document
    expect(vpcs[0]?.subnets).toMatchObject([
      { name: 'nodes', secondaryRanges: [{ range: clusters[0]?.podRanges[0] }] },
      { name: 'subnet-1', secondaryRanges: [{ range: clusters[1]?.podRanges[0] }] },
    ])
    expect(nodes.map(({ address }) => address)).toEqual([
      '10.1.0.2',
      '10.1.0.3',
      '10.1.1.2',
      '10.1.1.3',
    ])
  })

  test('is drawn there before it has nodes', async () => {
    const empty = draw(
      EMPTY_SCENARIO,
      add('vpc'),
      add('subnet'),
      add('cluster', 'subnet:vpc-1/subnet-1'),
    )
    const { zones } = (await evaluate(empty)).map
    expect(zones.find(({ kind }) => kind === 'cluster')?.parent).toBe('zone-subnet:vpc-1/subnet-1')
  })

  test('goes to another of the same VPC with its ranges under their names', () => {
    const named = draw(WORLD, add('cloud-nat'), {
      do: 'disconnect',
      from: 'cloud-nat:cloud-nat-1',
      to: 'subnet:vpc-1/nodes',
    })
    const { document } = draw(named, nest('cluster:cluster-1', 'subnet:vpc-1/subnet-1'))
    expect(document.vpcs[0]?.subnets.map(({ secondaryRanges }) => secondaryRanges.length)).toEqual([
      0, 2,
    ])
    expect(document.cloudNats).toEqual(named.document.cloudNats)
    expect(document.nodes.map(({ address }) => address)).toEqual([
      '10.1.1.4',
      '10.1.1.5',
      '10.1.1.2',
      '10.1.1.3',
    ])
    expect(document.pods).toEqual(WORLD.document.pods)
  })
})

describe('Moving into another home', () => {
  test.each([
    ['pod:pod-1', 'node:node-3', { pods: [{ node: 'node-3', addresses: ['10.65.0.4'] }] }],
    ['pod:pod-1', 'cluster:cluster-2', { pods: [{ node: 'node-3' }] }],
    [
      'node:node-1',
      'cluster:cluster-2',
      { nodes: [{ cluster: 'cluster-2', address: '10.1.0.2' }] },
    ],
    [
      'cluster:cluster-1',
      'vpc:vpc-2',
      { clusters: [{ vpc: 'vpc-2', podRanges: ['10.64.0.0/16'] }] },
    ],
  ])('%s into %s', (thing, home, expected) => {
    const { document } = draw(WORLD, nest(thing, home))
    for (const [list, [first]] of Object.entries(expected)) {
      expect(document[list as 'pods'][0]).toMatchObject(first ?? {})
    }
  })

  test.each([
    ['pod:pod-1', 'vpc:vpc-2', 'cannot-connect'],
    ['vpc:vpc-1', 'vpc:vpc-2', 'cannot-connect'],
    ['node:node-1', 'pool:cluster-1/nobody', 'unknown-name'],
  ])('%s into %s is refused', (thing, home, code) => {
    expect(refusal(WORLD, nest(thing, home))?.code).toBe(code)
  })

  test('Pods of a node that moved get addresses of its new share', () => {
    const { nodes, pods } = draw(WORLD, nest('node:node-1', 'cluster:cluster-2')).document
    expect(nodes[0]?.podRange).toBe('10.65.2.0/24')
    expect(pods.slice(0, 2).map(({ addresses }) => addresses)).toEqual([
      ['10.65.2.2'],
      ['10.65.2.3'],
    ])
  })

  test('where nothing moves, nothing changes', () => {
    expect(draw(WORLD, nest('cluster:cluster-2', 'subnet:vpc-1/subnet-1')).document).toEqual(
      WORLD.document,
    )
  })
})

describe('A node pool', () => {
  const POOLED = draw(
    WORLD,
    set('node:node-1', 'pool', 'batch'),
    set('node:node-1', 'tags', ['batch']),
  )
  const BATCH = 'pool:cluster-1/batch'

  test.each([BATCH, 'node:node-1', 'pod:pod-1'])('takes a node that is put on %s', (parent) => {
    expect(draw(POOLED, add('node', parent)).document.nodes.at(-1)).toMatchObject({
      cluster: 'cluster-1',
      pool: 'batch',
      tags: ['batch'],
    })
  })

  test('does not take one that is put on its cluster', () => {
    const { document } = draw(POOLED, add('node', 'cluster:cluster-1'))
    expect(document.nodes.at(-1)).not.toHaveProperty('pool')
  })

  test('a Pod that is put on it runs on one of its nodes', () => {
    const { document } = draw(
      POOLED,
      set('node:node-2', 'pool', 'other'),
      add('pod', 'pool:cluster-1/other'),
    )
    expect(document.pods.at(-1)?.node).toBe('node-2')
  })

  test('nodes move in and, onto their cluster or another, out of it', () => {
    const inside = draw(POOLED, nest('node:node-2', BATCH))
    expect(inside.document.nodes[1]).toMatchObject({ pool: 'batch', address: '10.1.0.3' })
    for (const home of ['cluster:cluster-1', 'cluster:cluster-2']) {
      expect(draw(inside, nest('node:node-2', home)).document.nodes[1]).not.toHaveProperty('pool')
    }
    const from = draw(POOLED, nest('node:node-3', BATCH)).document.nodes[2]
    expect(from).toMatchObject({ cluster: 'cluster-1', pool: 'batch' })
  })

  test('what is pasted on it is in it', () => {
    const text = 'nodes:\n  - { name: node-x, address: 10.1.0.9 }'
    const { document } = draw(POOLED, { do: 'paste', text, parent: BATCH })
    expect(document.nodes.at(-1)).toMatchObject({ name: 'node-x', pool: 'batch' })
  })

  test('is offered to the nodes of its cluster alone', () => {
    const offered = (node: string) =>
      describeThing(POOLED, node)?.fields.find(({ key }) => key === 'pool')?.options
    expect([offered('node:node-2'), offered('node:node-3')]).toEqual([['batch'], []])
  })
})

describe('Where things stand', () => {
  const at = { 'pod:pod-1': [10.4, 20.6], 'zone-cluster:cluster-2': [-5, 0] } as const
  const placed = draw(WORLD, { do: 'move', to: at })

  test.each<[string, Edit, unknown]>([
    [
      'moving keeps the others',
      { do: 'move', to: { 'pod:pod-2': [1, 1] } },
      {
        'pod:pod-1': [10, 21],
        'zone-cluster:cluster-2': [-5, 0],
        'pod:pod-2': [1, 1],
      },
    ],
    [
      'moving again replaces',
      { do: 'move', to: { 'pod:pod-1': [0, 0] } },
      {
        'pod:pod-1': [0, 0],
        'zone-cluster:cluster-2': [-5, 0],
      },
    ],
    [
      'tidying leaves what a layout tells',
      { do: 'tidy', positions: { 'pod:pod-2': [3, 4] } },
      { 'pod:pod-2': [3, 4] },
    ],
    ['tidying without one leaves nothing', { do: 'tidy', positions: null }, undefined],
    [
      'what is removed has no place',
      { do: 'remove', things: ['pod:pod-1'] },
      { 'zone-cluster:cluster-2': [-5, 0] },
    ],
  ])('%s', (_, edit, positions) => {
    expect(draw(placed, edit).document.positions).toEqual(positions)
  })
})

describe('What a Cloud NAT covers', () => {
  const NAT = 'cloud-nat:cloud-nat-1'
  const off = (to: string): Edit => ({ do: 'disconnect', from: NAT, to })
  const NATTED = draw(WORLD, add('cloud-nat'))
  const NODES = 'subnet:vpc-1/nodes'

  test.each<[string, readonly Edit[], readonly string[]]>([
    ['all of a new one', [], ['all-subnets']],
    ['one subnet less is the rest by name', [off(NODES)], ['pods', 'subnet-1', 'pods-2']],
    [
      'a cluster less is its Pod ranges less',
      [off('cluster:cluster-2')],
      ['nodes', 'pods', 'subnet-1'],
    ],
    ['a subnet again', [off(NODES), connect(NAT, NODES)], ['pods', 'subnet-1', 'pods-2', 'nodes']],
    [
      'a cluster again',
      [off('cluster:cluster-2'), connect(NAT, 'cluster:cluster-2')],
      ['nodes', 'pods', 'subnet-1', 'pods-2'],
    ],
    [
      'a subnet twice is once',
      [off(NODES), connect(NAT, NODES), connect(NODES, NAT)],
      ['pods', 'subnet-1', 'pods-2', 'nodes'],
    ],
  ])('%s', (_, edits, covers) => {
    expect(draw(NATTED, ...edits).document.cloudNats?.[0]?.covers).toEqual(covers)
  })

  test('what it does not cover cannot be taken from it', () => {
    expect(refusal(draw(NATTED, off(NODES)), off(NODES))?.code).toBe('not-connected')
  })
})
