import { expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { sentenceFor } from '../../i18n/messages.ts'
import { plain } from '../../i18n/sentence.ts'
import type { ScenarioDocument } from '../document.ts'
import { BUILTINS } from '../fixtures/builtin-states.ts'
import type { Issue } from '../issue.ts'
import { checkWorld } from './check-world.ts'

type Vpc = ScenarioDocument['vpcs'][number]
type Subnet = Vpc['subnets'][number]

const subnet = (name: string, range: string, secondary: Record<string, string> = {}): Subnet => ({
  name,
  range,
  secondaryRanges: Object.entries(secondary).map(([key, value]) => ({ name: key, range: value })),
})
const vpc = (name: string, change: Partial<Vpc> = {}): Vpc => ({
  name,
  subnets: [subnet('nodes', '10.1.1.0/24', { pods: '100.65.0.0/16' })],
  ...change,
})
const cluster: ScenarioDocument['clusters'][number] = {
  name: 'gke',
  dataplane: 'gke-standard',
  podRanges: ['100.65.0.0/16'],
  serviceRange: '172.20.0.0/20',
  disableDefaultSnat: false,
  networkPolicy: false,
  dataplaneV2: false,
  ipMasqAgent: 'auto',
}
const node = (name: string, address: string, podRange?: string) => ({
  name,
  address,
  interfaces: [],
  routes: [],
  ...(podRange ? { podRange } : {}),
})
const pod = (name: string, home: string, address: string) => ({
  name,
  node: home,
  addresses: [address],
  hostNetwork: false,
})
const attachment = (change: object = {}) => ({
  name: 'ic-1',
  kind: 'interconnect' as const,
  router: 'router',
  to: 'on-prem',
  ...change,
})
const GOOD: ScenarioDocument = {
  apiVersion: 'snat-playground/v1',
  kind: 'Scenario',
  metadata: { name: 'good' },
  clusters: [cluster],
  nodes: [node('node-1', '10.1.1.10', '100.65.0.0/24'), node('node-2', '10.1.1.11')],
  pods: [pod('pod-a', 'node-1', '100.65.0.50')],
  vpcs: [vpc('vpc')],
  attachments: [attachment()],
  onPrem: [{ name: 'on-prem', ranges: ['10.2.0.0/16'] }],
  endpoints: [{ name: 'api', address: '10.2.1.100', at: 'on-prem' }],
  flows: [{ name: 'one', from: 'pod-a', to: 'api', protocol: 'tcp' }],
  expect: [{ flow: 'one' }],
}

const codesOf = (change: Partial<ScenarioDocument>): readonly string[] =>
  checkWorld({ ...GOOD, ...change }).map(({ code, path }) => `${code} ${path}`)

test('A good world warns of nothing', () => {
  expect(checkWorld(GOOD)).toEqual([])
})

test.each(BUILTINS.map((state) => [state.document.metadata.name, state.document] as const))(
  'The built-in scenario %s warns of nothing that it was not made to show',
  (_name, document) => {
    const shown = new Set(['pods-over-on-prem', 'pods-over-nodes', 'nodes-over-on-prem'])
    expect(checkWorld(document).filter(({ code }) => !shown.has(code))).toEqual([])
  },
)

const APPLIANCE = {
  name: 'nat-vm',
  address: '10.1.1.99',
  at: 'vpc',
  forwards: { into: 'vpc' },
}
const rule = (name: string, change: object = {}) => ({
  name,
  direction: 'ingress' as const,
  action: 'allow' as const,
  priority: 1000,
  ...change,
})
const route = (name: string, to: string, nextHop: string, change: object = {}) => ({
  name,
  to,
  nextHop,
  priority: 1000,
  ...change,
})

const CASES: readonly (readonly [string, Partial<ScenarioDocument>, readonly string[]])[] = [
  [
    'two Pods of one address',
    { pods: [...GOOD.pods, pod('pod-b', 'node-1', '100.65.0.50')] },
    ['same-address pods.1.addresses.0'],
  ],
  [
    'a node with the address of a host over the attachment',
    {
      nodes: [...GOOD.nodes, node('node-3', '10.1.1.12')],
      endpoints: [{ name: 'api', address: '10.1.1.12', at: 'on-prem' }],
    },
    ['same-address endpoints.0.address', 'endpoint-outside-network endpoints.0.address'],
  ],
  [
    'two subnets that overlap',
    {
      vpcs: [
        vpc('vpc', {
          subnets: [
            subnet('a', '10.1.0.0/16', { pods: '100.65.0.0/16' }),
            subnet('b', '10.1.1.0/24'),
          ],
        }),
      ],
    },
    ['subnets-overlap vpcs.0.subnets.1.range'],
  ],
  [
    'peered VPCs that overlap',
    {
      vpcs: [vpc('vpc'), vpc('other', { subnets: [subnet('o', '10.1.1.128/25')] })],
      peerings: [{ name: 'peering', vpcs: ['vpc', 'other'] }],
    },
    ['peered-ranges-overlap vpcs.1.subnets.0.range'],
  ],
  [
    'a Pod range over the nodes, the Services and on-premises',
    {
      clusters: [{ ...cluster, podRanges: ['10.1.1.0/25', '172.20.0.0/21', '10.2.1.0/24'] }],
      pods: [],
      nodes: [node('node-2', '10.1.1.200')],
    },
    [
      'pods-over-nodes clusters.0.podRanges.0',
      'pods-over-services clusters.0.podRanges.1',
      'pods-over-on-prem clusters.0.podRanges.2',
      'pod-range-outside-vpc clusters.0.podRanges.1',
      'pod-range-outside-vpc clusters.0.podRanges.2',
    ],
  ],
  [
    'a Pod range that no subnet of the VPC holds, and one of which a half is held',
    {
      clusters: [{ ...cluster, podRanges: ['100.65.0.0/16', '100.70.0.0/16', '100.64.0.0/15'] }],
    },
    [
      'pod-range-outside-vpc clusters.0.podRanges.1',
      'pod-range-outside-vpc clusters.0.podRanges.2',
    ],
  ],
  [
    'a Pod range outside the VPC, of a routes-based cluster',
    {
      clusters: [{ ...cluster, podRanges: ['100.65.0.0/16', '100.70.0.0/16'], routesBased: true }],
    },
    [],
  ],
  [
    'a pool outside the VPC, which Calico carries itself',
    {
      clusters: [
        { ...cluster, podRanges: ['100.65.0.0/16', '100.70.0.0/16'], dataplane: 'calico' },
      ],
    },
    [],
  ],
  [
    'two clusters of one Pod range',
    {
      clusters: [cluster, { ...cluster, name: 'second' }],
      nodes: [...GOOD.nodes, { ...node('node-3', '10.1.1.12'), cluster: 'second' }],
    },
    ['pods-over-pods clusters.1.podRanges.0'],
  ],
  [
    'a node outside every subnet, a Pod outside its share, one outside its cluster',
    {
      nodes: [node('node-1', '10.9.9.9', '100.65.0.0/24')],
      pods: [pod('pod-a', 'node-1', '100.65.7.1'), pod('pod-b', 'node-1', '10.2.1.9')],
    },
    [
      'node-outside-subnets nodes.0.address',
      'pod-outside-share pods.0.addresses.0',
      'pod-outside-cluster pods.1.addresses.0',
    ],
  ],
  [
    'a share that the cluster does not hold',
    { nodes: [node('node-1', '10.1.1.10', '100.66.0.0/24')], pods: [] },
    ['share-outside-cluster nodes.0.podRange'],
  ],
  [
    'Cloud NAT and an attachment with ranges of nobody',
    {
      cloudNats: [{ name: 'nat', addresses: ['203.0.113.1'], covers: ['nodes', '192.168.0.0/16'] }],
      attachments: [attachment({ advertises: ['all-subnets', '192.168.7.0/24'] })],
    },
    ['nat-covers-nobody cloudNats.0.covers.1', 'advertises-nobody attachments.0.advertises.1'],
  ],
  [
    'a route to an appliance that sends back into its VPC',
    {
      vpcs: [vpc('vpc', { routes: [route('out', '0.0.0.0/0', 'nat-vm')] })],
      endpoints: [...GOOD.endpoints, APPLIANCE],
    },
    ['route-cycle vpcs.0.routes.0'],
  ],
  [
    'two routes of one range and priority',
    {
      vpcs: [
        vpc('vpc', {
          routes: [route('a', '10.7.0.0/16', 'nat-vm'), route('b', '10.7.0.0/16', 'ic-1')],
        }),
      ],
      endpoints: [...GOOD.endpoints, { ...APPLIANCE, forwards: { into: 'internet' } }],
    },
    ['routes-equal vpcs.0.routes.1'],
  ],
  [
    'a rule behind a wider one',
    {
      vpcs: [
        vpc('vpc', {
          firewall: [
            rule('narrow', {
              ranges: ['10.2.1.0/24'],
              services: [{ protocol: 'tcp', ports: [443] }],
            }),
            rule('wide', { action: 'deny', ranges: ['10.0.0.0/8'] }),
            rule('other', { ranges: ['192.168.0.0/16'] }),
          ],
        }),
      ],
    },
    ['rule-never-asked vpcs.0.firewall.0'],
  ],
  [
    'source tags where packets leave',
    {
      nodes: [{ ...node('node-1', '10.1.1.10', '100.65.0.0/24'), tags: ['web'] }],
      vpcs: [
        vpc('vpc', {
          firewall: [
            rule('out', { direction: 'egress', sourceTags: ['web'] }),
            rule('in', { sourceTags: ['web'] }),
          ],
        }),
      ],
    },
    ['egress-source-tags vpcs.0.firewall.0.sourceTags'],
  ],
  [
    'names of what was deleted',
    {
      expect: [{ flow: 'gone' }],
      vpcs: [vpc('vpc', { firewall: [rule('web', { targetTags: ['web'] })] })],
    },
    ['expects-no-flow expect.0.flow', 'tag-of-nobody vpcs.0.firewall.0.targetTags.0'],
  ],
  [
    'zones with nothing in them',
    { vpcs: [vpc('vpc', { subnets: [] })], nodes: [], pods: [], endpoints: [] },
    ['vpc-empty vpcs.0', 'cluster-empty clusters.0', 'on-prem-empty onPrem.0'],
  ],
]

test.each(CASES)('%s', (_title, change, codes) => {
  expect(codesOf(change)).toEqual(codes)
})

test('A circle over an attachment and an on-prem route back is named hop by hop', () => {
  const [cycle, ...others] = checkWorld({
    ...GOOD,
    attachments: [attachment({ learns: ['0.0.0.0/0'] })],
    onPrem: [
      { name: 'on-prem', ranges: ['10.2.0.0/16'], routes: [{ to: '0.0.0.0/0', via: 'ic-1' }] },
    ],
  }) as readonly [Issue, ...Issue[]]
  expect(others).toEqual([])
  expect(cycle).toMatchObject({ code: 'route-cycle', path: 'onPrem.0.routes.0' })
  expect(cycle.params).toMatchObject({ hops: 'on-prem → ic-1 → vpc → ic-1 → on-prem' })
  expect(plain(sentenceFor<Issue, 'code'>(en.issues, 'code', cycle))).toContain('circle')
})

test('A route for machines with a tag is no circle for the appliance itself', () => {
  const routes = [route('out', '0.0.0.0/0', 'nat-vm', { tags: ['no-ip'] })]
  const [first, ...nodes] = GOOD.nodes
  if (!first) throw new Error('the world has a node')
  expect(
    codesOf({
      vpcs: [vpc('vpc', { routes })],
      nodes: [{ ...first, tags: ['no-ip'] }, ...nodes],
      endpoints: [...GOOD.endpoints, APPLIANCE],
    }),
  ).toEqual([])
})
