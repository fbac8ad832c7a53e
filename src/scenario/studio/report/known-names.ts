import type { ScenarioDocument } from '../../document.ts'
import { clusterOf, vpcOf } from '../document/clusters.ts'
import type { Found } from '../document/find-thing.ts'
import { type Item, listOf } from '../document/lists.ts'

/** What a field that names something could name, as the document stands. */
export type KnownNames = (document: ScenarioDocument, thing: Found) => readonly string[]

const names = (list: readonly { readonly name: string }[]): readonly string[] =>
  list.map(({ name }) => name)

const distinct = (list: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(list.filter((each) => each !== undefined)),
]

const NETWORK_INTERNET = 'internet'

export const vpcNames: KnownNames = ({ vpcs }) => names(vpcs)
export const clusterNames: KnownNames = ({ clusters }) => names(clusters)
export const nodeNames: KnownNames = ({ nodes }) => names(nodes)
export const networkNames: KnownNames = ({ vpcs, onPrem }) => [
  ...names(vpcs),
  ...names(onPrem),
  NETWORK_INTERNET,
]
export const onPremNames: KnownNames = ({ onPrem }) => names(onPrem)
export const forwardingTargets: KnownNames = ({ vpcs }) => [...names(vpcs), NETWORK_INTERNET]
export const routerNames: KnownNames = ({ attachments }) =>
  distinct(attachments.map(({ router }) => router))
/** Of the node's cluster. */
export const poolNames: KnownNames = (document, { name }) => {
  const node = document.nodes.find((each) => each.name === name)
  const cluster = node && clusterOf(document, node)
  return distinct(
    document.nodes.flatMap((each) =>
      clusterOf(document, each)?.name === cluster?.name ? [each.pool] : [],
    ),
  )
}
export const namespaces: KnownNames = ({ pods, services = [] }) =>
  distinct(['default', ...[...pods, ...services].map(({ namespace }) => namespace)])

export const regionNames: KnownNames = ({ vpcs, attachments }) =>
  distinct([
    ...vpcs.flatMap(({ subnets }) => subnets.map(({ region }) => region)),
    ...attachments.map(({ region }) => region),
  ])

/** Of machines, and those that rules and routes already speak of. */
export const tagNames: KnownNames = ({ nodes, endpoints, vpcs }) =>
  distinct([
    ...[...nodes, ...endpoints].flatMap(({ tags = [] }) => tags),
    ...vpcs.flatMap(({ routes = [], firewall = [] }) => [
      ...routes.flatMap(({ tags = [] }) => tags),
      ...firewall.flatMap(({ sourceTags = [], targetTags = [] }) => [...sourceTags, ...targetTags]),
    ]),
  ])

export const senderNames: KnownNames = ({ pods, nodes, endpoints }) => [
  ...names(pods),
  ...names(nodes),
  ...names(endpoints),
]

export const targetNames: KnownNames = ({ pods, nodes, endpoints, services = [] }) => [
  ...names(endpoints),
  ...names(services),
  ...names(pods),
  ...names(nodes),
]

const itemOf = <K extends 'service' | 'cloud-nat' | 'attachment' | 'peering'>(
  document: ScenarioDocument,
  kind: K,
  { name }: Found,
): Item<K> | undefined => listOf(document, kind).find((each) => each.name === name)

/** Pods of the Service's cluster. */
export const podsBehind: KnownNames = (document, thing) => {
  const service = itemOf(document, 'service', thing)
  const cluster = service && clusterOf(document, service)
  const own = new Set(
    names(document.nodes.filter((node) => clusterOf(document, node)?.name === cluster?.name)),
  )
  return names(document.pods.filter(({ node }) => own.has(node)))
}

/** Subnets and secondary ranges of its VPC. */
export const rangeNames: KnownNames = (document, thing) => {
  const gate =
    thing.kind === 'attachment'
      ? itemOf(document, 'attachment', thing)
      : itemOf(document, 'cloud-nat', thing)
  const subnets = (gate && vpcOf(document, gate)?.subnets) ?? []
  return [
    'all-subnets',
    ...subnets.flatMap(({ name, secondaryRanges }) => [name, ...names(secondaryRanges)]),
  ]
}

export const nextHops: KnownNames = (document, { name }) => [
  'default-internet-gateway',
  ...names(document.endpoints.filter(({ at }) => at === name)),
  ...names(document.attachments.filter((each) => vpcOf(document, each)?.name === name)),
]

export const onPremGates: KnownNames = ({ attachments }, { name }) => [
  'discard',
  ...names(attachments.filter(({ to }) => to === name)),
]

export const peeredVpcs: KnownNames = (document, thing) =>
  itemOf(document, 'peering', thing)?.vpcs ?? []
