import { expect, test } from 'vitest'
import { repeatedNames } from '../../first-of-name.ts'
import { EMPTY_SCENARIO } from '../empty-scenario.ts'
import { draw } from '../fixtures/draw.ts'

const HERE = `
vpcs:
  - name: vpc
    subnets:
      - { name: nodes, range: 10.1.0.0/24, secondaryRanges: [{ name: pods, range: 10.8.0.0/16 }] }
clusters:
  - { name: c, vpc: vpc, podRanges: [10.8.0.0/16], serviceRange: 10.96.0.0/20 }
nodes:
  - { name: n, cluster: c, address: 10.1.0.2, podRange: 10.8.0.0/24 }
`

const TWINS = `
pods:
  - { name: a, node: n, addresses: [10.8.0.5] }
  - { name: a, node: n, addresses: [10.8.0.5] }
  - { name: a, node: n, addresses: [10.99.0.5] }
flows:
  - { name: f, from: a, to: 8.8.8.8 }
`

const pasted = (...texts: readonly string[]) =>
  texts.reduce(
    (state, text) => draw(state, { do: 'paste', text, parent: null }),
    draw(EMPTY_SCENARIO, { do: 'paste', text: HERE, parent: null }),
  ).document

test('of several Pods of one name in a pasted text each gets a name of its own, and the first is meant', () => {
  const { pods, flows } = pasted(TWINS)
  expect(pods.map(({ name }) => name)).toEqual(['a', 'a-2', 'a-3'])
  expect(flows).toMatchObject([{ from: 'a' }])
  expect(pods.map(({ addresses }) => addresses)).toEqual([['10.8.0.5'], ['10.8.0.2'], ['10.8.0.3']])
})

test('pasted again, beside those that are there', () => {
  const document = pasted(TWINS, TWINS)
  expect(document.pods.map(({ name }) => name)).toEqual(['a', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6'])
  expect(document.flows.map(({ from }) => from)).toEqual(['a', 'a-4'])
  expect(repeatedNames(document).issues).toEqual([])
})

test('what stands in things of one name is told apart as well', () => {
  const { onPrem } = pasted(`
onPrem:
  - { name: office, ranges: [10.2.0.0/16], firewall: { name: wall, allow: [10.1.0.0/24] } }
  - { name: office, ranges: [10.3.0.0/16], firewall: { name: wall, allow: [10.8.0.0/16] } }
`)
  expect(onPrem).toMatchObject([
    { name: 'office', firewall: { name: 'wall', allow: ['10.1.0.0/24'] } },
    { name: 'office-2', firewall: { name: 'wall-2', allow: ['10.8.0.0/16'] } },
  ])
})
