import type { ThingKind } from '../thing.ts'
import * as known from './known-names.ts'
import type { FieldControl } from './thing-report.ts'

/** What a field holds that the schema calls nothing but text. */
export interface FieldMeaning {
  readonly control: FieldControl
  readonly options?: known.KnownNames
}

const address: FieldMeaning = { control: 'address' }
const addresses: FieldMeaning = { control: 'addresses' }
const range: FieldMeaning = { control: 'range' }
const ranges: FieldMeaning = { control: 'ranges' }
const longText: FieldMeaning = { control: 'long-text' }
const name = (options: known.KnownNames): FieldMeaning => ({ control: 'name', options })
const namesOf = (options: known.KnownNames): FieldMeaning => ({ control: 'names', options })

const vpc = name(known.vpcNames)
const cluster = name(known.clusterNames)
const region = name(known.regionNames)
const tags = namesOf(known.tagNames)
const namespace = name(known.namespaces)

/** By the key of the field; those that are not here are as the schema says. */
export const FIELD_MEANINGS: Readonly<Record<ThingKind, Readonly<Record<string, FieldMeaning>>>> = {
  vpc: {
    'routes.to': range,
    'routes.nextHop': name(known.nextHops),
    'routes.tags': tags,
    'firewall.ranges': ranges,
    'firewall.sourceTags': tags,
    'firewall.targetTags': tags,
  },
  subnet: { range, range6: range, region, 'secondaryRanges.range': range },
  cluster: { vpc, podRanges: ranges, serviceRange: range, manifests: longText },
  node: {
    cluster,
    pool: name(known.poolNames),
    address,
    address6: address,
    externalAddress: address,
    tags,
    podRange: range,
    podRange6: range,
    'interfaces.addresses': addresses,
    'routes.to': range,
    'routes.via': address,
    manualRules: longText,
  },
  pod: { node: name(known.nodeNames), namespace, addresses },
  service: {
    cluster,
    namespace,
    clusterIPs: addresses,
    loadBalancerIPs: addresses,
    endpoints: namesOf(known.podsBehind),
  },
  'cloud-nat': { vpc, addresses, covers: namesOf(known.rangeNames) },
  attachment: {
    vpc,
    router: name(known.routerNames),
    region,
    advertises: namesOf(known.rangeNames),
    learns: ranges,
    to: name(known.onPremNames),
  },
  peering: { vpcs: vpc, exportsCustomRoutes: namesOf(known.peeredVpcs) },
  'on-prem': { ranges, 'routes.to': range, 'routes.via': name(known.onPremGates) },
  firewall: { allow: ranges },
  endpoint: {
    address,
    at: name(known.networkNames),
    natRange: range,
    externalAddress: address,
    tags,
    allow: ranges,
    'forwards.natAddress': address,
    'forwards.into': name(known.forwardingTargets),
  },
  metadata: { metadataServer: address },
  flow: {
    from: name(known.senderNames),
    to: name(known.targetNames),
    sourceAddress: address,
  },
}
