import { describe, expect, test } from 'vitest'
import type { ScenarioState } from '../state.ts'
import { applyEdit } from './apply-edit.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'

/** Edits one after the other; a refused one is the test's mistake. */
function draw(state: ScenarioState, ...edits: readonly Edit[]): ScenarioState {
  return edits.reduce((before, edit) => {
    const edited = applyEdit(before, edit)
    if (!edited.ok) throw new Error(`${edit.do}: ${JSON.stringify(edited.error)}`)
    return edited.value.state
  }, state)
}

const add = (kind: Extract<Edit, { do: 'add' }>['kind'], parent: string | null = null): Edit => ({
  do: 'add',
  kind,
  parent,
})

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
