import { expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { add, connect, draw } from './fixtures/draw.ts'

const HERE = [add('vpc'), add('cluster'), add('node'), add('pod')]
const THERE: readonly Edit[] = [
  add('on-prem'),
  { do: 'add', kind: 'endpoint', preset: 'on-prem-host', parent: 'on-prem:on-prem-1' },
]
const TOGETHER = [connect('vpc:vpc-1', 'on-prem:on-prem-1')]

/** GKE keeps a Pod's address to RFC 1918 ranges, and a firewall that nobody told of Pods lets in none. */
test.each([
  ['the VPC first', [...HERE, ...THERE, ...TOGETHER], ['10.1.0.0/24']],
  ['the on-prem network first', [...THERE, ...HERE, ...TOGETHER], []],
  ['the attachment before the cluster', [...THERE, add('vpc'), ...TOGETHER, ...HERE.slice(1)], []],
])(
  'built in any order, here %s, a Pod is dropped at the on-prem firewall',
  async (_, edits, allow) => {
    const drawn = draw(EMPTY_SCENARIO, ...edits, connect('pod:pod-1', 'endpoint:server-1'))
    expect(drawn.document.onPrem[0]?.firewall?.allow).toEqual(allow)
    const { trace, issues } = await evaluate(drawn)
    expect(issues).toEqual([])
    expect(trace?.outcome).toMatchObject({ kind: 'dropped', by: 'firewall:on-prem-1-firewall' })
  },
)
