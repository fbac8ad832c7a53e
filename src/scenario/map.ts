import { place } from '../engine/place.ts'
import type { Header, PlaceId, Trace } from '../engine/trace.ts'
import { formatAddress } from '../net/address.ts'
import { type Cidr, formatCidr } from '../net/cidr.ts'
import type { Node } from '../topology/cluster.ts'
import type { Endpoint, OnPremNetwork, Vpc } from '../topology/network.ts'
import { ownerOf, rangeOwner } from '../topology/owner.ts'
import type { Topology } from '../topology/topology.ts'
import type { Place, PlaceMap, Zone } from './evaluation.ts'

/**
 * What the canvas shows. Places that only this journey has, such as an address at which nobody
 * answers, are there while the journey ends in them.
 */
export function drawMap(topology: Topology, trace: Trace | null): PlaceMap {
  const { vpcs, clusters, nodes, pods, attachments, onPrem } = topology
  return {
    zones: [
      ...vpcs.map((vpc) => vpcZone(topology, vpc)),
      ...clusters.map(({ name, podRanges, vpc }) =>
        zone('cluster', name, podRanges, vpc === '' ? null : zoneId('vpc', vpc), topology),
      ),
      ...nodes.map((node) => nodeZone(topology, node)),
      ...onPrem.map(({ name, ranges }) => zone('on-prem', name, ranges, null, topology)),
      zone('internet', 'internet', [], null, topology),
    ],
    places: [
      ...pods.map(
        ({ name, node, addresses, hostNetwork }): Place => ({
          id: place.pod(name),
          kind: 'pod',
          name,
          lines: addresses.map(formatAddress),
          owner: hostNetwork ? 'node' : 'pod',
          zone: zoneId('node', node),
        }),
      ),
      ...nodes.map((node) => nodePlace(node)),
      ...vpcs.map(
        ({ name }): Place => ({
          id: place.vpc(name),
          kind: 'router',
          name,
          lines: routersOf(topology, name),
          owner: 'far',
          zone: zoneId('vpc', name),
        }),
      ),
      ...attachments.map(
        ({ name, learns }): Place => ({
          id: place.attachment(name),
          kind: 'attachment',
          name,
          lines: learns.map(formatCidr),
          owner: 'far',
          zone: null,
        }),
      ),
      ...onPrem.flatMap(firewallPlace),
      ...topology.endpoints.map((endpoint) => endpointPlace(topology, endpoint)),
      ...natPlaces(topology),
      ...metadataPlace(topology),
      ...passingPlaces(topology, trace),
    ],
    links: linksOf(topology, trace),
  }
}

const zoneId = (kind: Zone['kind'], name: string): string => `zone-${kind}:${name}`

const zone = (
  kind: Zone['kind'],
  name: string,
  ranges: readonly Cidr[],
  parent: string | null,
  topology: Topology,
): Zone => ({
  id: zoneId(kind, name),
  kind,
  name,
  ranges: ranges.map((range) => ({ text: formatCidr(range), owner: rangeOwner(topology, range) })),
  parent,
})

const vpcZone = (topology: Topology, { name, subnets }: Vpc): Zone =>
  zone(
    'vpc',
    name,
    subnets.map(({ range }) => range),
    null,
    topology,
  )

const routersOf = ({ attachments }: Topology, vpc: string): readonly string[] => [
  ...new Set(attachments.flatMap((each) => (each.vpc === vpc ? [each.router] : []))),
]

function nodeZone(topology: Topology, { name, cluster }: Node): Zone {
  return zone('node', name, [], cluster === '' ? null : zoneId('cluster', cluster), topology)
}

const nodePlace = ({ name, address }: Node): Place => ({
  id: place.node(name),
  kind: 'node',
  name,
  lines: [formatAddress(address)],
  owner: 'node',
  zone: zoneId('node', name),
})

const firewallPlace = ({ name, firewall }: OnPremNetwork): Place[] =>
  firewall
    ? [
        {
          id: place.firewall(firewall.name),
          kind: 'firewall',
          name: firewall.name,
          lines: firewall.allow.map(formatCidr),
          owner: 'far',
          zone: zoneId('on-prem', name),
        },
      ]
    : []

const endpointPlace = (topology: Topology, { name, address, at }: Endpoint): Place => ({
  id: place.endpoint(name),
  kind: 'endpoint',
  name,
  lines: [formatAddress(address)],
  owner: ownerOf(topology, address),
  zone: endpointZone(topology, at),
})

function endpointZone({ vpcs }: Topology, at: string): string {
  if (at === 'internet') return zoneId('internet', 'internet')
  return vpcs.some(({ name }) => name === at) ? zoneId('vpc', at) : zoneId('on-prem', at)
}

const natPlaces = ({ cloudNats }: Topology): Place[] =>
  cloudNats.map(({ name, addresses, vpc }) => ({
    id: place.cloudNat(name),
    kind: 'cloud-nat',
    name,
    lines: addresses.map(formatAddress),
    owner: 'nat',
    zone: vpc === '' ? null : zoneId('vpc', vpc),
  }))

const metadataPlace = ({ metadataServer, vpcs: [vpc] }: Topology): Place[] =>
  metadataServer
    ? [
        {
          id: place.metadata,
          kind: 'metadata',
          name: 'metadata-server',
          lines: [formatAddress(metadataServer)],
          owner: 'link-local',
          zone: vpc ? zoneId('vpc', vpc.name) : null,
        },
      ]
    : []

const visited = (trace: Trace | null): ReadonlyMap<PlaceId, Header> =>
  new Map(trace?.forward.hops.map(({ place: at, after }) => [at, after]))

function passingPlaces(topology: Topology, trace: Trace | null): Place[] {
  const seen = visited(trace)
  const internet = seen.get(place.internet)
  const places: Place[] = []
  if (internet) {
    places.push({
      id: place.internet,
      kind: 'internet',
      name: internet.dst,
      lines: [],
      owner: internet.dstOwner,
      zone: zoneId('internet', 'internet'),
    })
  }
  for (const { name } of topology.onPrem) {
    const id = place.onPrem(name)
    const header = seen.get(id) ?? lostReply(trace, id)
    if (!header) continue
    places.push({
      id,
      kind: 'endpoint',
      name: seen.has(id) ? header.dst : name,
      lines: [],
      owner: 'far',
      zone: zoneId('on-prem', name),
    })
  }
  return places
}

const lostReply = (trace: Trace | null, id: PlaceId): Header | undefined =>
  trace?.reply?.hops.find((hop) => hop.place === id)?.after

function linksOf(topology: Topology, trace: Trace | null): PlaceMap['links'] {
  const { pods, nodes, attachments, onPrem, endpoints, cloudNats, metadataServer } = topology
  const link = (from: PlaceId, to: PlaceId) => ({ from, to })
  const beyond = waysToInternet(topology)
  const gatesOf = (at: string) => (at === 'internet' ? beyond : [place.vpc(at)])
  const gateOf = (network: OnPremNetwork): PlaceId[] =>
    network.firewall
      ? [place.firewall(network.firewall.name)]
      : attachments
          .filter(({ to }) => to === network.name)
          .map(({ name }) => place.attachment(name))
  const seen = visited(trace)
  return [
    ...pods.map(({ name, node }) => link(place.pod(name), place.node(node))),
    ...nodes.flatMap(({ name, vpc }) =>
      vpc === '' ? [] : [link(place.node(name), place.vpc(vpc))],
    ),
    ...(metadataServer ? nodes.map(({ name }) => link(place.node(name), place.metadata)) : []),
    ...attachments.flatMap(({ name, vpc, to }) => {
      const firewall = onPrem.find((network) => network.name === to)?.firewall
      const attachment = place.attachment(name)
      return [
        ...(vpc === '' ? [] : [link(place.vpc(vpc), attachment)]),
        ...(firewall ? [link(attachment, place.firewall(firewall.name))] : []),
      ]
    }),
    ...cloudNats.flatMap(({ name, vpc }) =>
      vpc === '' ? [] : [link(place.vpc(vpc), place.cloudNat(name))],
    ),
    ...topology.peerings.map(({ vpcs: [one, other] }) => link(place.vpc(one), place.vpc(other))),
    ...endpoints.flatMap(({ name, at }) => {
      const network = onPrem.find((candidate) => candidate.name === at)
      return (network ? gateOf(network) : gatesOf(at)).map((gate) =>
        link(gate, place.endpoint(name)),
      )
    }),
    ...(seen.has(place.internet) ? beyond.map((way) => link(way, place.internet)) : []),
    ...onPrem
      .filter(({ name }) => seen.has(place.onPrem(name)) || lostReply(trace, place.onPrem(name)))
      .flatMap((network) => gateOf(network).map((gate) => link(gate, place.onPrem(network.name)))),
  ]
}

/** Each VPC over its Cloud NATs; one without by itself, for external addresses. */
const waysToInternet = ({ vpcs, cloudNats }: Topology): readonly PlaceId[] =>
  vpcs.flatMap(({ name }) => {
    const nats = cloudNats.filter(({ vpc }) => vpc === name)
    return nats.length > 0 ? nats.map((nat) => place.cloudNat(nat.name)) : [place.vpc(name)]
  })
