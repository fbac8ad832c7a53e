import { expect, test } from 'vitest'
import { DEFAULT_MANIFEST, DEFAULT_RANGES } from './default-policy.ts'
import { mendPolicy } from './mend-policy.ts'

/** As Google's page prints it. */
const DESCRIBED = `    Name:         gke-bbfa6c0e-1
    Namespace:
    Labels:       <none>
    Annotations:  <none>
    API Version:  networking.gke.io/v1
    Kind:         EgressNATPolicy
    Metadata:
      Creation Timestamp:  2022-03-16T21:05:46Z
      Managed Fields:
        API Version:  networking.gke.io/v1
        Fields Type:  FieldsV1
        fieldsV1:
          f:spec:
            .:
            f:action:
            f:destinations:
          f:status:
        Manager:         egress-nat-controller
      UID:               0201b5de-a6f6-4926-822b-31ed7cdee2c6
    Spec:
      Action:  NoSNAT
      Destinations:
        Cidr:  10.119.128.0/17
        Cidr:  10.120.0.0/22
        Cidr:  10.128.0.0/20
    Status:
    Events:  <none>
`

const MANIFEST = `apiVersion: networking.gke.io/v1
kind: EgressNATPolicy
metadata:
  name: gke-bbfa6c0e-1
spec:
  action: NoSNAT
  destinations:
  - cidr: 10.119.128.0/17
  - cidr: 10.120.0.0/22
  - cidr: 10.128.0.0/20
`

test('what kubectl describe prints becomes a manifest', () => {
  expect(mendPolicy(DESCRIBED)).toEqual({
    text: MANIFEST,
    mended: [
      { code: 'layout', line: 6, from: 'kubectl describe' },
      { code: 'server-fields', line: 8, from: 'Creation Timestamp' },
    ],
  })
})

test('also where all of it came to stand on one line', () => {
  const { text = '' } = mendPolicy(DESCRIBED.replaceAll(/\s+/g, ' ')) ?? {}
  expect(text).toBe(MANIFEST)
})

test('lost separators and dashes of a web page are put back', () => {
  const broken = `apiVersion: networking.gke.io/v1
kind: EgressNATPolicy
metadata:
  name: default
spec.actionNoSNAT
spec.destinations[]
  – cidr: 10.116.0.0/14
  – cidr100.64.0.0/11
`
  const mended = mendPolicy(broken)
  expect(mended?.text).toBe(
    MANIFEST.replace('gke-bbfa6c0e-1', 'default').replace(
      / {2}- cidr[\s\S]*/,
      '  - cidr: 10.116.0.0/14\n  - cidr: 100.64.0.0/11\n',
    ),
  )
  expect(mended?.mended.map(({ code, line, from }) => [code, line, from])).toEqual([
    ['separator', 5, 'spec.actionNoSNAT'],
    ['separator', 6, 'spec.destinations[]'],
    ['separator', 8, 'cidr100.64.0.0/11'],
    ['bullet', 7, '–'],
    ['bullet', 8, '–'],
  ])
})

test('another action and a wrong range are left for the server and the agent to refuse', () => {
  const text = 'Name: default\nKind: EgressNATPolicy\nSpec:\n  Action: SNAT\n  Cidr: 0.0.0.0\n'
  expect(mendPolicy(text)?.text).toContain('action: SNAT\n  destinations:\n  - cidr: 0.0.0.0\n')
})

test('there is nothing to mend in a manifest, in another one, and in no manifest at all', () => {
  for (const text of [DEFAULT_MANIFEST, 'kind: ConfigMap\ndata: {}\n', '', 'cidr: 10.0.0.0/8']) {
    expect(mendPolicy(text), text).toBeNull()
  }
})

test('the starter is a manifest of the eleven ranges in Google’s order', () => {
  expect(DEFAULT_MANIFEST.match(/cidr: (\S+)/g)).toEqual(
    DEFAULT_RANGES.map((range) => `cidr: ${range}`),
  )
})
