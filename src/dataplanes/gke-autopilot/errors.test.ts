import { describe, expect, test } from 'vitest'
import { formatAddress } from '../../net/address.ts'
import { parseCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import { type ClusterView, NO_CLUSTER } from '../../topology/cluster-view.ts'
import type { ClusterFacts } from '../dataplane.ts'
import { DEFAULT_MANIFEST } from './default-policy.ts'
import { runController } from './run-controller.ts'

const range = (text: string) => {
  const cidr = parseCidr(text)
  invariant(cidr.ok, text)
  return cidr.value
}

const TOPOLOGY: ClusterView = {
  ...NO_CLUSTER,
  cluster: {
    ...NO_CLUSTER.cluster,
    name: 'c',
    podRanges: [range('10.8.0.0/16')],
    serviceRange: range('10.96.0.0/20'),
  },
  nodes: [
    {
      name: 'node-1',
      cluster: 'c',
      vpc: 'vpc',
      pool: null,
      tags: [],
      address: range('10.1.1.10/32').base,
      externalAddress: null,
      os: 'linux',
      podRanges: [],
      interfaces: [],
      routes: [],
    },
  ],
}

const CLUSTER: ClusterFacts = {
  topology: TOPOLOGY,
  settings: {
    podRanges: TOPOLOGY.cluster.podRanges,
    disableDefaultSnat: false,
    networkPolicy: false,
    dataplaneV2: true,
    ipMasqAgent: 'auto',
    gkeVersion: null,
    nodeImage: null,
    windowsNodes: 'masqueraded',
    bootedWith: new Map(),
  },
}

const apply = (text: string, inForce: string | null = null) =>
  runController(CLUSTER, { text, inForce })

/** The destinations of the agent’s chain, in order. */
const kept = ({ nodes }: ReturnType<typeof apply>) =>
  nodes
    .get('node-1')
    ?.rules.nat4.chains.find(({ name }) => name === 'IP-MASQ')
    ?.rules.flatMap(({ base: { destination } }) =>
      destination ? [formatAddress(destination.address)] : [],
    )

const policy = (name: string, lines: readonly string[]) =>
  [
    'apiVersion: networking.gke.io/v1',
    'kind: EgressNATPolicy',
    'metadata:',
    `  name: ${name}`,
    'spec:',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n')

const list = (cidrs: readonly string[]) => [
  'action: NoSNAT',
  'destinations:',
  ...cidrs.map((cidr) => `- cidr: ${cidr}`),
]

const UNTOUCHED = kept(runController(CLUSTER, null))

describe('What the API server refuses leaves every policy as it was', () => {
  test.each([
    [
      'another action',
      ['action: SNAT', 'destinations: []'],
      { line: 6, column: 11 },
      'spec.action: Unsupported value: "SNAT": supported values: "NoSNAT"',
      'foreign-action',
    ],
    [
      'no action',
      ['destinations: []'],
      { line: 6, column: 3 },
      'spec.action: Required value',
      null,
    ],
    [
      'a field of another product',
      ['action: NoSNAT', 'podSelector: {}', 'destinations: []'],
      { line: 7, column: 3 },
      'strict decoding error: unknown field "spec.podSelector"',
      'foreign-field',
    ],
    [
      'a field of a destination that there is not',
      ['action: NoSNAT', 'destinations:', '- cidr: 10.0.0.0/8', '  ports: [1]'],
      { line: 9, column: 5 },
      'unknown field "spec.destinations[0].ports"',
      'foreign-field',
    ],
    [
      'a plain list of texts',
      ['action: NoSNAT', 'destinations:', '- 10.0.0.0/8'],
      { line: 8, column: 5 },
      'spec.destinations[0]: Invalid value: "string": spec.destinations[0] in body must be of type object: "string"',
      null,
    ],
    [
      'null for a list',
      ['action: NoSNAT', 'destinations:'],
      { line: 7, column: 16 },
      'spec.destinations in body must be of type array: "null"',
      null,
    ],
    [
      'a number for a range',
      ['action: NoSNAT', 'destinations:', '- cidr: 10'],
      { line: 8, column: 11 },
      'spec.destinations[0].cidr in body must be of type string: "integer"',
      null,
    ],
    [
      'two things at once',
      ['action: SNAT', 'destinations: 1'],
      { line: 6, column: 11 },
      ' is invalid: \n* spec.action: Unsupported value: "SNAT"',
      'foreign-action',
    ],
  ] as const)('%s', (_what, lines, place, text, hint) => {
    const installed = apply(`# first line\n${policy('default', lines)}`)
    const { config, nodes } = installed
    expect(config.state).toBe('refused')
    expect(config.error?.by).toBe('api-server')
    expect(config.error?.text).toContain(text)
    expect(config.error).toMatchObject({ line: place.line + 1, column: place.column })
    expect(kept(installed)).toEqual(UNTOUCHED)
    expect(nodes.get('node-1')?.assumptions).toContain('server-words')
    expect(
      config.notes.map(({ code }) => code).filter((code) => code.startsWith('foreign')),
    ).toEqual(hint === null ? [] : [hint])
  })
})

describe('What kubectl refuses never reaches the cluster', () => {
  test.each([
    [
      'another version',
      'apiVersion: networking.gke.io/v2\nkind: EgressNATPolicy\nmetadata:\n  name: default\n',
      'error: resource mapping not found for name: "default" namespace: "" from "egress-nat-policy.yaml": no matches for kind "EgressNATPolicy" in version "networking.gke.io/v2"\nensure CRDs are installed first',
      { line: 1, column: 13 },
    ],
    [
      'a kind in another spelling',
      'apiVersion: networking.gke.io/v1\nkind: EgressNatPolicy\nmetadata:\n  name: default\n',
      'no matches for kind "EgressNatPolicy" in version "networking.gke.io/v1"',
      { line: 2, column: 7 },
    ],
    [
      'no version',
      'kind: EgressNATPolicy\nmetadata:\n  name: default\n',
      `error: unable to decode "egress-nat-policy.yaml": Object 'apiVersion' is missing in '{"kind":"EgressNATPolicy","metadata":{"name":"default"}}'`,
      { line: 1, column: 1 },
    ],
    [
      'no name',
      'apiVersion: networking.gke.io/v1\nkind: EgressNATPolicy\nspec:\n  action: NoSNAT\n',
      'resource name may not be empty',
      { line: 1, column: 1 },
    ],
    [
      'a tab',
      policy('default', ['action: NoSNAT', 'destinations:', '\t- cidr: 10.0.0.0/8']),
      'error: error parsing egress-nat-policy.yaml: error converting YAML to JSON: yaml: line 8: found character that cannot start any token',
      { line: 8, column: 3 },
    ],
  ] as const)('%s', (_what, text, message, place) => {
    const installed = apply(text)
    expect(installed.config.error?.by).toBe('kubectl')
    expect(installed.config.error?.text).toContain(message)
    expect(installed.config.error).toMatchObject(place)
    expect(kept(installed)).toEqual(UNTOUCHED)
  })
})

describe('What the agent refuses leaves the rules as they were', () => {
  test.each([
    ['0.0.0.0', 'CIDR "0.0.0.0" could not be parsed, invalid CIDR address: 0.0.0.0'],
    [
      '10.1.2.3/24',
      'CIDR "10.1.2.3/24" is not aligned to a CIDR block, ip: "10.1.2.3" network: "10.1.2.0/24"',
    ],
    [
      'fd00::/8',
      'ipv6 is not enabled, but ipv6 cidr fd00::/8 provided. Enable ipv6 using --enable-ipv6 agent flag',
    ],
  ])('%s', (cidr, text) => {
    const before = policy('default', list(['172.16.0.0/12']))
    const installed = apply(policy('default', list(['10.0.0.0/8', cidr])), before)
    expect(installed.config.error).toEqual({ by: 'agent', text, line: 9, column: 11 })
    expect(kept(installed)).toEqual(kept(apply(before)))
    expect(installed.nodes.get('node-1')?.assumptions).toContain('limits-of-the-agent')
    expect(installed.config.ranges.map(({ line }) => line)).toEqual([null, null, null])
  })

  test('more than 64 ranges in all, those of the managed policy among them', () => {
    const cidrs = Array.from({ length: 63 }, (_, i) => `10.200.${i}.0/24`)
    const installed = apply(policy('default', list(cidrs)))
    expect(installed.config.error).toEqual({
      by: 'agent',
      text: 'the daemon can only accept up to 64 CIDRs (excluding link-local), but got 65 CIDRs (excluding link local)',
      line: 70,
      column: 11,
    })
    expect(kept(installed)).toEqual(UNTOUCHED)
    expect(apply(policy('default', list(cidrs.slice(1)))).config.error).toBeNull()
  })
})

test('one refused document leaves the others of the stream in force', () => {
  const good = policy('on-prem', list(['44.10.0.0/16']))
  const bad = policy('default', ['action: SNAT'])
  const installed = apply(`${bad}---\n${good}`)
  expect(installed.config.error?.line).toBe(6)
  expect(kept(installed)).toContain('44.10.0.0')
  expect(kept(installed)).toContain('10.0.0.0')
})

test('documents of other systems are none of its business', () => {
  const other = 'apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata:\n  name: p\n'
  const cilium =
    'apiVersion: cilium.io/v2alpha1\nkind: CiliumEgressNATPolicy\nmetadata:\n  name: e\n'
  const { config } = apply([other, DEFAULT_MANIFEST, cilium].join('---\n'))
  expect(config.error).toBeNull()
  expect(config.notes).toEqual([
    { code: 'other-product', line: 26, params: { found: 'CiliumEgressNATPolicy' } },
  ])
})
