import type { PlaceId, Trace } from '../engine/trace.ts'
import type { Topology } from '../topology/topology.ts'
import type { ScenarioDocument } from './document.ts'
import type { Issue } from './issue.ts'

/**
 * A flow is not sent where something that could not be read might decide on it. Its trace is made of
 * all that could be read; up to the first place that would decide otherwise, the real one is the same
 * and comes there too. So a trace that touches no network with anything unreadable in it is right.
 *
 * What cannot be read of a thing's own address holds nothing back, as no machine has an address that is
 * none; nor does a route or an attachment to what is not there, of which the engine itself says that
 * nobody knows how it goes on.
 */
export function isHeldBack(
  document: ScenarioDocument,
  topology: Topology,
  { issues, trace }: { readonly issues: readonly Issue[]; readonly trace: Trace },
): boolean {
  const unread = new Set(
    issues.flatMap((issue) => (decides(issue) ? networksReading(document, issue.path) : [])),
  )
  if (unread.size === 0) return false
  const places = [...trace.forward.hops, ...(trace.reply?.hops ?? [])].map((hop) => hop.place)
  return places.some((place) => networksOf(topology, place).some((name) => unread.has(name)))
}

const UNREADABLE: readonly Issue['code'][] = ['bad-address', 'bad-range', 'bad-port']
const OWN_ADDRESS = /^(pods\.\d+\.addresses\b|(nodes|endpoints)\.\d+\.address$)/
const WAY = /\.(via|into|(covers|advertises|endpoints)\.\d+)$/

const decides = ({ code, path }: Issue): boolean =>
  (UNREADABLE.includes(code) && !OWN_ADDRESS.test(path)) ||
  (code === 'missing-field' && path.startsWith('cloudNats.')) ||
  (code === 'unknown-name' && WAY.test(path))

/** Names of the networks in which what stands at this path is looked at; empty: machines without one. */
function networksReading(document: ScenarioDocument, path: string): readonly string[] {
  const [list = '', index = '', field = ''] = path.split('.')
  return READERS[list]?.(document, Number(index), field) ?? []
}

type Readers = (document: ScenarioDocument, i: number, field: string) => readonly string[]

const READERS: Readonly<Record<string, Readers>> = {
  nodes: (document, i) => [vpcOf(document, document.nodes[i]?.cluster)],
  services: (document, i) => [vpcOf(document, document.services?.[i]?.cluster)],
  clusters: (document, i) => beside(document, vpcOf(document, document.clusters[i]?.name)),
  endpoints: ({ endpoints }, i) => [endpoints[i]?.at ?? '', endpoints[i]?.forwards?.into ?? ''],
  vpcs: (document, i, field) => {
    const name = document.vpcs[i]?.name ?? ''
    return field === 'firewall' ? [name] : beside(document, name)
  },
  peerings: ({ peerings }, i) => peerings?.[i]?.vpcs ?? [],
  cloudNats: (document, i) => [document.cloudNats?.[i]?.vpc ?? firstVpc(document)],
  attachments: (document, i) => [
    ...beside(document, document.attachments[i]?.vpc ?? firstVpc(document)),
    document.attachments[i]?.to ?? '',
  ],
  onPrem: (document, i, field) => {
    const name = document.onPrem[i]?.name ?? ''
    return field === 'ranges' ? beyond(document, name) : [name]
  },
  metadataServer: ({ vpcs }) => vpcs.map(({ name }) => name),
}

const firstVpc = ({ vpcs }: ScenarioDocument): string => vpcs[0]?.name ?? ''

const vpcOf = (document: ScenarioDocument, cluster: string | undefined): string =>
  (document.clusters.find(({ name }) => name === cluster) ?? document.clusters[0])?.vpc ??
  firstVpc(document)

const beside = (document: ScenarioDocument, vpc: string): readonly string[] => [
  vpc,
  ...neighbours(document, vpc),
]

/** VPCs that take over its routes, and on-prem networks that learn them. */
const neighbours = (
  { peerings = [], attachments, vpcs }: ScenarioDocument,
  vpc: string,
): readonly string[] => [
  ...peerings.flatMap(({ vpcs: two }) => (two.includes(vpc) ? two : [])),
  ...attachments.flatMap((each) => ((each.vpc ?? vpcs[0]?.name) === vpc ? [each.to] : [])),
]

/** An on-prem network and all that learn its ranges. */
const beyond = (document: ScenarioDocument, name: string): readonly string[] => [
  name,
  ...document.attachments.flatMap((each) => {
    const vpc = each.vpc ?? document.vpcs[0]?.name ?? ''
    return each.to === name ? [vpc, ...neighbours(document, vpc)] : []
  }),
]

/** The networks that a place belongs to. */
function networksOf(topology: Topology, place: PlaceId): readonly string[] {
  const [kind = '', name = ''] = splitPlace(place)
  const named = <T extends { readonly name: string }>(list: readonly T[]): T | undefined =>
    list.find((each) => each.name === name)
  const { pods, nodes, endpoints, attachments, cloudNats, onPrem } = topology
  const vpcOf = (node: string | undefined): readonly string[] =>
    nodes.flatMap((each) => (each.name === node ? [each.vpc] : []))
  switch (kind) {
    case 'pod':
      return vpcOf(named(pods)?.node)
    case 'node':
      return vpcOf(name)
    case 'endpoint':
      return [named(endpoints)?.at ?? '']
    case 'attachment':
      return [named(attachments)?.vpc ?? '', named(attachments)?.to ?? '']
    case 'cloud-nat':
      return [named(cloudNats)?.vpc ?? '']
    case 'firewall':
      return onPrem.flatMap((each) => (each.firewall?.name === name ? [each.name] : []))
    default:
      return [name]
  }
}

function splitPlace(place: PlaceId): readonly string[] {
  const at = place.indexOf(':')
  return [place.slice(0, at), place.slice(at + 1)]
}
