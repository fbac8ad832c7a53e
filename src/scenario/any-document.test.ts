import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { en } from '../i18n/en.ts'
import { sentenceFor } from '../i18n/messages.ts'
import { plain } from '../i18n/sentence.ts'
import { scenarioSchema } from './document.ts'
import { evaluate } from './evaluate.ts'
import type { Issue } from './issue.ts'

/** Few names and addresses, so that things meet, repeat, miss and contain each other. */
const name = fc.constantFrom('a', 'b', 'c', 'internet', 'discard')
const address = fc.constantFrom(
  '10.1.1.10',
  '10.1.1.11',
  '100.65.0.5',
  '8.8.8.8',
  'fd00::1',
  '10.1.1.300',
  '',
)
const range = fc.constantFrom(
  '10.1.1.0/24',
  '10.0.0.0/8',
  '100.65.0.0/16',
  '0.0.0.0/0',
  'fd00::/64',
  '10.1.1.5/24',
  'a',
  'x',
)
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const few = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => some(fc.record<T>(shape))

const route = { name, to: range, nextHop: name, tags: maybe(some(name)) }
const rule = fc.record({
  name,
  direction: fc.constantFrom('ingress', 'egress'),
  action: fc.constantFrom('allow', 'deny'),
  ranges: maybe(some(range)),
  sourceTags: maybe(some(name)),
  targetTags: maybe(some(name)),
  services: maybe(
    few({
      protocol: fc.constantFrom('tcp', 'all'),
      ports: maybe(some(fc.constantFrom(80, '1-9', 'x'))),
    }),
  ),
})

const written = fc.record({
  apiVersion: fc.constant('snat-playground/v1'),
  kind: fc.constant('Scenario'),
  metadata: fc.constant({ name: 'any' }),
  clusters: few({
    name,
    vpc: maybe(name),
    dataplane: fc.constantFrom('gke-standard', 'calico', 'cilium'),
    podRanges: some(range),
    serviceRange: maybe(range),
  }),
  nodes: few({
    name,
    cluster: maybe(name),
    address,
    externalAddress: maybe(address),
    podRange: maybe(range),
    tags: maybe(some(name)),
    routes: few({ to: range, via: maybe(address), dev: fc.constant('eth0') }),
  }),
  pods: few({
    name: fc.constantFrom('p', 'q', 'a'),
    node: name,
    addresses: some(address),
    hostNetwork: fc.boolean(),
  }),
  services: maybe(
    few({
      name,
      clusterIPs: some(address),
      ports: fc.constant([{ port: 80 }]),
      endpoints: some(fc.oneof(name, address)),
    }),
  ),
  vpcs: few({
    name,
    subnets: few({ name, range, secondaryRanges: few({ name, range }) }),
    routes: maybe(few(route)),
    firewall: maybe(some(rule)),
  }),
  peerings: maybe(
    few({ name, vpcs: fc.tuple(name, name), exportsCustomRoutes: maybe(some(name)) }),
  ),
  cloudNats: maybe(few({ name, vpc: maybe(name), addresses: some(address), covers: some(range) })),
  attachments: few({
    name,
    vpc: maybe(name),
    router: name,
    advertises: maybe(some(range)),
    to: name,
  }),
  onPrem: few({
    name,
    ranges: some(range),
    routes: maybe(few({ to: range, via: name })),
    firewall: maybe(fc.record({ name, allow: some(range) })),
  }),
  endpoints: few({
    name,
    address,
    at: name,
    natRange: maybe(range),
    allow: maybe(some(range)),
    forwards: maybe(fc.record({ natAddress: maybe(address), into: maybe(name) })),
  }),
  metadataServer: maybe(fc.constantFrom('169.254.169.254', 'x')),
  flows: few({ name, from: fc.constantFrom('p', 'a', 'b', ''), to: fc.oneof(address, name) }),
  expect: few({ flow: name }),
})

test('Whatever is drawn is evaluated, and every trouble with it is a sentence at its place', async () => {
  await fc.assert(
    fc.asyncProperty(written, async (anything) => {
      const document = v.parse(scenarioSchema, JSON.parse(JSON.stringify(anything)))
      const [flow = { name: 'f', from: 'p', to: '8.8.8.8', protocol: 'tcp' as const }] =
        document.flows
      const manifests = { applied: false, text: '', inForce: null }
      const { issues, warnings, map } = await evaluate({ document, manifests, flow })
      for (const issue of [...issues, ...warnings]) {
        expect(plain(sentenceFor<Issue, 'code'>(en.issues, 'code', issue))).not.toMatch(/undefined/)
        expect(issue.path).not.toBe('')
      }
      const ids = map.places.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 150 },
  )
}, 60_000)
