import type { Owner } from '../../engine/trace.ts'
import type { ScenarioDocument } from '../../scenario/document.ts'
import { readDestination, writeDestination } from '../../scenario/read-destination.ts'
import type { FlowSpec } from '../../scenario/state.ts'

/** Somebody who can send, or something that can be sent to. */
export interface KnownThing {
  /** What the field takes. */
  readonly text: string
  readonly group: ThingGroup
  readonly owner: Owner
  readonly name: string
  readonly address: string
  /** Where it stands, or which kind of Service it is. */
  readonly detail: string
}

export const THING_GROUPS = [
  'on-prem',
  'services',
  'pods',
  'nodes',
  'vpc',
  'internet',
  'used',
] as const

export type ThingGroup = (typeof THING_GROUPS)[number]

export function knownSenders(document: ScenarioDocument): readonly KnownThing[] {
  return [...podsOf(document), ...nodesOf(document), ...hostsOf(document)]
}

/** What has a port of its own brings it along; all else keeps the port that is set. */
export function knownDestinations(
  document: ScenarioDocument,
  port: FlowSpec['port'],
): readonly KnownThing[] {
  const keep = (thing: KnownThing): KnownThing => ({
    ...thing,
    text: writeDestination({ to: thing.text, port }),
  })
  const things = [
    ...hostsOf(document).flatMap((host) => withPorts(document, host) ?? [keep(host)]),
    ...servicesOf(document),
    ...podsOf(document).map(keep),
    ...nodesOf(document).map(keep),
    ...metadataOf(document),
  ]
  return [...things, ...usedBy(document, things)]
}

/** Every word of the query is in its name, its address or its place; what is called exactly so comes first. */
export function matching(things: readonly KnownThing[], query: string): readonly KnownThing[] {
  const words = query.toLowerCase().split(/\s+/)
  const found = things.filter(({ text, name, address, detail }) => {
    const told = `${text} ${name} ${address} ${detail}`.toLowerCase()
    return words.every((word) => told.includes(word))
  })
  const exact = (thing: KnownThing) => Number([thing.name, thing.address].includes(query.trim()))
  return found.toSorted(
    (a, b) => exact(b) - exact(a) || THING_GROUPS.indexOf(a.group) - THING_GROUPS.indexOf(b.group),
  )
}

const podsOf = (document: ScenarioDocument): readonly KnownThing[] => {
  const nodes = new Map(document.nodes.map(({ name, address }) => [name, address]))
  return document.pods.map(({ name, node, addresses, hostNetwork }) => ({
    text: callable(document, 'pods', name, addresses[0]),
    group: 'pods',
    owner: hostNetwork ? 'node' : 'pod',
    name,
    address: (hostNetwork ? undefined : addresses[0]) ?? nodes.get(node) ?? '',
    detail: node,
  }))
}

const nodesOf = (document: ScenarioDocument): readonly KnownThing[] =>
  document.nodes.map(({ name, address, cluster }) => ({
    text: callable(document, 'nodes', name, address),
    group: 'nodes',
    owner: 'node',
    name,
    address,
    detail: cluster ?? document.clusters[0]?.name ?? '',
  }))

const hostsOf = (document: ScenarioDocument): readonly KnownThing[] =>
  document.endpoints.map(({ name, address, at }) => ({
    text: name,
    group: groupAt(document, at),
    owner: 'far',
    name,
    address,
    detail: at === 'internet' ? '' : at,
  }))

function groupAt({ vpcs }: ScenarioDocument, at: string): ThingGroup {
  if (at === 'internet') return 'internet'
  return vpcs.some(({ name }) => name === at) ? 'vpc' : 'on-prem'
}

function withPorts(
  document: ScenarioDocument,
  host: KnownThing,
): readonly KnownThing[] | undefined {
  const ports = document.endpoints.find(({ name }) => name === host.name)?.ports
  return ports?.map((port) => ({ ...host, text: writeDestination({ to: host.text, port }) }))
}

const servicesOf = (document: ScenarioDocument): readonly KnownThing[] =>
  (document.services ?? []).flatMap((service) => {
    const { name, type, clusterIPs, loadBalancerIPs, ports } = service
    const own = { group: 'services', owner: 'far', name } as const
    return ports.flatMap(({ port, nodePort }) => [
      ...clusterIPs.map((address, i) => ({
        ...own,
        text: writeDestination({
          to: i === 0 ? callable(document, 'services', name, address) : address,
          port,
        }),
        address,
        detail: 'ClusterIP',
      })),
      ...loadBalancerIPs.map((to) => ({
        ...own,
        text: writeDestination({ to, port }),
        address: to,
        detail: 'LoadBalancer',
      })),
      ...(nodePort === undefined || type === 'ClusterIP'
        ? []
        : document.nodes
            .filter(({ cluster }) => cluster === service.cluster)
            .map((node) => ({
              ...own,
              text: writeDestination({ to: node.name, port: nodePort }),
              address: node.address,
              detail: `NodePort · ${node.name}`,
            }))),
    ])
  })

const metadataOf = ({ metadataServer }: ScenarioDocument): readonly KnownThing[] =>
  metadataServer === undefined
    ? []
    : [
        {
          text: writeDestination({ to: metadataServer, port: 80 }),
          group: 'vpc',
          owner: 'link-local',
          name: 'metadata-server',
          address: metadataServer,
          detail: '',
        },
      ]

/** Where flows lead that lead to nothing on the map. */
function usedBy({ flows }: ScenarioDocument, things: readonly KnownThing[]): readonly KnownThing[] {
  const known = new Set(things.flatMap(({ text, address }) => [readDestination(text).to, address]))
  const texts = new Set(
    flows.flatMap((flow) => (flow.to === '' || known.has(flow.to) ? [] : [writeDestination(flow)])),
  )
  return [...texts].map((text) => ({
    text,
    group: 'used',
    owner: 'far',
    name: '',
    address: readDestination(text).to,
    detail: '',
  }))
}

const CALLED_FIRST = ['endpoints', 'pods', 'nodes', 'services'] as const

/** Its name, unless somebody else is meant by it: then its address. */
function callable(
  document: ScenarioDocument,
  list: (typeof CALLED_FIRST)[number],
  name: string,
  address: string | undefined,
): string {
  const meant = CALLED_FIRST.find((each) =>
    (document[each] ?? []).some((other) => other.name === name),
  )
  return meant === list ? name : (address ?? name)
}
