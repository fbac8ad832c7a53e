/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { readScenario } from '../read-scenario.ts'
import type { FlowSpec } from '../state.ts'
import { compare } from './compare.ts'

const read = readScenario(readFileSync(join(import.meta.dirname, '../fixtures/t1.yaml'), 'utf8'))
if (!read.ok) throw new Error(JSON.stringify(read.error))
const t1 = read.value

const sent = (flow: Partial<FlowSpec>) => ({
  ...t1,
  flow: { name: 'packet', from: 'pod-a', to: '8.8.8.8', protocol: 'tcp' as const, ...flow },
})
const side = (flow: Partial<FlowSpec>, dataplanes: readonly string[]) =>
  compare(sent(flow), dataplanes)

describe('Lanes', () => {
  test('stand in the order of the registry; names of nobody are left out', async () => {
    const { lanes, known } = await side({}, ['nobody', 'calico', 'gke-standard'])
    expect(lanes.map(({ dataplane }) => dataplane)).toEqual(
      known.filter((id) => id === 'calico' || id === 'gke-standard'),
    )
  })

  test('tell the same as the dataplane alone', async () => {
    const { lanes, columns } = await side({ to: '10.2.1.100' }, ['gke-standard', 'calico'])
    const { trace } = await evaluate(sent({ to: '10.2.1.100' }))
    const lane = lanes.find(({ dataplane }) => dataplane === 'gke-standard')
    expect(lane?.outcome).toEqual(trace?.outcome)
    const told = lane?.beats.flatMap((beat) => (beat === null ? [] : [beat.after]))
    const hops = [trace?.forward, trace?.reply].flatMap((leg) => leg?.hops ?? [])
    expect(told).toEqual(hops.map(({ after }) => after))
    expect(lane?.beats).toHaveLength(columns.length)
  })

  test('are in lockstep: a hop stands in the column of its place and stage', async () => {
    const { lanes, columns } = await compare(sent({ to: '10.2.1.100' }), null)
    for (const { beats } of lanes) {
      for (const [i, beat] of beats.entries()) {
        if (beat) expect(columns[i]).toMatchObject({ place: beat.place, stage: beat.stage })
      }
    }
    const back = columns.findIndex(({ leg }) => leg === 'reply')
    expect(columns.slice(back).every(({ leg }) => leg === 'reply')).toBe(true)
  })

  test('without manifests of their own stand as freshly installed', async () => {
    const { lanes } = await side({}, ['gke-standard', 'calico'])
    const stands = Object.fromEntries(lanes.map((lane) => [lane.dataplane, lane.manifests]))
    expect(stands).toEqual({ 'gke-standard': 'none', calico: 'starter' })
  })

  test('read the documents of the stream that are their own', async () => {
    const pool =
      'apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata:\n  name: pods\nspec:\n  cidr: 10.8.0.0/16\n  natOutgoing: false\n'
    const state = { ...sent({}), manifests: { applied: true, text: pool, inForce: null } }
    const [lane] = (await compare(state, ['calico'])).lanes
    expect(lane?.manifests).toBe('own')
    const hop = lane?.beats.findLast(
      (beat) => beat?.place === 'node:node-1' && beat.after.dst === '8.8.8.8',
    )
    expect(hop?.after.src).toBe('10.8.0.5')
  })
})

describe('The first divergence', () => {
  test('is where the source becomes another, and names who agrees with whom', async () => {
    const { divergence, columns } = await side({ to: '10.2.1.100' }, ['gke-standard', 'calico'])
    expect(divergence).toMatchObject({
      code: 'source-differs',
      place: 'node:node-1',
      stage: 'postrouting',
      groups: [
        { dataplanes: ['gke-standard'], value: '10.8.0.5' },
        { dataplanes: ['calico'], value: '10.1.1.10' },
      ],
    })
    expect(columns[divergence?.column ?? -1]).toMatchObject({ stage: 'postrouting' })
  })

  test('is one of rules where the packet fares alike', async () => {
    const { divergence } = await side({ to: '8.8.8.8' }, ['gke-standard', 'calico'])
    expect(['rule-differs', 'port-differs']).toContain(divergence?.code)
    expect(divergence?.groups).toHaveLength(2)
  })

  test('is the drop, where one packet ends and another goes on', async () => {
    const document = {
      ...t1.document,
      onPrem: [
        {
          name: 'on-prem',
          ranges: ['10.2.0.0/16'],
          firewall: { name: 'gate', allow: ['10.1.1.0/24'] },
        },
      ],
    }
    const state = { ...sent({ to: '10.2.1.100' }), document }
    const { divergence, lanes } = await compare(state, ['gke-standard', 'calico'])
    // The source has become another before that.
    expect(divergence?.code).toBe('source-differs')
    const [kept, translated] = lanes
    expect([kept?.outcome?.kind, translated?.outcome?.kind]).toEqual(['dropped', 'delivered'])
    const end = kept?.beats.findLastIndex((beat) => beat !== null) ?? -1
    expect(kept?.beats[end]?.place).toBe('firewall:gate')
    expect(translated?.beats.slice(end + 1).some((beat) => beat !== null)).toBe(true)
  })

  test('needs two: alone nothing differs', async () => {
    expect((await side({}, ['calico'])).divergence).toBeNull()
  })

  test('is none where two dataplanes do the very same', async () => {
    const { divergence } = await side({ to: '10.1.1.10' }, ['gke-standard', 'calico'])
    expect(divergence).toBeNull()
  })
})
