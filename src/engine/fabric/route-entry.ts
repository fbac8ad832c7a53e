import { type Cidr, formatCidr } from '../../net/cidr.ts'
import type { Attachment, Peering, Vpc } from '../../topology/network.ts'
import type { Topology } from '../../topology/topology.ts'

/** A line of a VPC's routing table. */
export interface RouteEntry {
  /** Of a static route its own, of others their range. */
  readonly name: string
  readonly to: Cidr
  readonly next: NextStop
  /** 0 is the best; it decides between static routes to the same range. */
  readonly priority: number
  /** Only for machines with one of these tags; empty: for all. */
  readonly tags: readonly string[]
  /** It holds in this region alone; null: everywhere. */
  readonly region: string | null
  /** The peering over which it came, and the VPC that it leads into; null for the VPC's own. */
  readonly peering: { readonly name: string; readonly vpc: string } | null
}

export type NextStop =
  | { readonly kind: 'subnet' }
  /** Of a routes-based cluster: the node that holds these Pods. */
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'appliance'; readonly endpoint: string }
  | { readonly kind: 'attachment'; readonly attachment: string; readonly learned: boolean }
  | { readonly kind: 'gateway' }

/** What a VPC routes by, before peering: subnet routes, and all others. */
export interface OwnRoutes {
  readonly subnets: readonly RouteEntry[]
  readonly custom: readonly RouteEntry[]
}

export function ownRoutes(topology: Topology, vpc: Vpc): OwnRoutes {
  return {
    subnets: subnetRanges(vpc).map((to) => entry(to, { kind: 'subnet' })),
    custom: [
      ...vpc.routes.map(({ name, to, nextHop, priority, tags }) => ({
        ...entry(to, stopOf(nextHop)),
        name,
        priority,
        tags,
      })),
      ...podRoutes(topology, vpc),
      ...topology.attachments
        .filter((attachment) => attachment.vpc === vpc.name)
        .flatMap((attachment) => learnedRoutes(attachment, vpc)),
      ...(vpc.defaultRoute ? DEFAULTS : []),
    ],
  }
}

const entry = (to: Cidr, next: NextStop): RouteEntry => ({
  name: formatCidr(to),
  to,
  next,
  priority: 1000,
  tags: [],
  region: null,
  peering: null,
})

export const subnetRanges = ({ subnets }: Vpc): readonly Cidr[] =>
  subnets.flatMap(({ range, range6, secondary }) => [
    range,
    ...(range6 ? [range6] : []),
    ...secondary.map((each) => each.range),
  ])

function stopOf(hop: Vpc['routes'][number]['nextHop']): NextStop {
  if (hop.kind === 'internet-gateway') return { kind: 'gateway' }
  return hop.kind === 'attachment' ? { ...hop, learned: false } : hop
}

/** One custom route for each node of a routes-based cluster. Source: GKE, "routes-based cluster". */
function podRoutes({ clusters, nodes }: Topology, vpc: Vpc): readonly RouteEntry[] {
  const routed = new Set(
    clusters.filter((each) => each.routesBased && each.vpc === vpc.name).map(({ name }) => name),
  )
  return nodes
    .filter(({ cluster }) => routed.has(cluster))
    .flatMap(({ name, podRanges }) =>
      podRanges.map((range) => entry(range, { kind: 'node', node: name })),
    )
}

/** Source: Google Cloud, "Dynamic routing mode". */
const learnedRoutes = (
  { name, learns, region }: Attachment,
  { dynamicRouting }: Vpc,
): readonly RouteEntry[] =>
  learns.map((to) => ({
    ...entry(to, { kind: 'attachment', attachment: name, learned: true }),
    region: dynamicRouting === 'global' ? null : region,
  }))

const DEFAULTS: readonly RouteEntry[] = [
  entry({ base: { family: 4, words: [0] }, prefix: 0 }, { kind: 'gateway' }),
  entry({ base: { family: 6, words: [0, 0, 0, 0] }, prefix: 0 }, { kind: 'gateway' }),
]

/**
 * What a peer takes over. Subnet routes always come; custom ones where they are exported, never those
 * with tags or to the internet gateway. Source: Google Cloud, "VPC Network Peering": route exchange.
 */
export function importedRoutes(from: string, routes: OwnRoutes, peering: Peering): OwnRoutes {
  const over = { name: peering.name, vpc: from }
  const exported = peering.exportsCustomRoutes.includes(from)
  return {
    subnets: routes.subnets.map((each) => ({ ...each, peering: over })),
    custom: exported
      ? routes.custom
          .filter(({ tags, next }) => tags.length === 0 && next.kind !== 'gateway')
          .map((each) => ({ ...each, peering: over }))
      : [],
  }
}
