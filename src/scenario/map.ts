import { place } from '../engine/place.ts'
import type { Header, PlaceId, Trace } from '../engine/trace.ts'
import { formatAddress } from '../net/address.ts'
import { type Cidr, formatCidr } from '../net/cidr.ts'
import { ownerOf, rangeOwner } from '../topology/owner.ts'
import type { Endpoint, Node, OnPremNetwork, Topology } from '../topology/topology.ts'
import type { Place, PlaceMap, Zone } from './evaluation.ts'

/**
 * What the canvas shows. Places that only this journey has, such as an address at which nobody
 * answers, are there while the journey ends in them.
 */
export function drawMap(topology: Topology, trace: Trace | null): PlaceMap {
  const { vpc, nodes, pods, attachments, onPrem } = topology
  return {
    zones: [
      zone(
        'vpc',
        vpc.name,
        vpc.subnets.map(({ range }) => range),
        null,
        topology,
      ),
      zone(
        'cluster',
        topology.cluster.name,
        topology.cluster.podRanges,
        zoneId('vpc', vpc.name),
        topology,
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
      {
        id: place.vpc(vpc.name),
        kind: 'router',
        name: vpc.name,
        lines: [...new Set(attachments.map(({ router }) => router))],
        owner: 'far',
        zone: zoneId('vpc', vpc.name),
      },
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
      ...natPlace(topology),
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

/** A node's zone carries the range of the subnet it stands on. */
function nodeZone(topology: Topology, node: Node): Zone {
  const parent = zoneId('cluster', topology.cluster.name)
  return zone('node', node.name, [], parent, topology)
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

function endpointZone({ vpc }: Topology, at: string): string {
  if (at === 'internet') return zoneId('internet', 'internet')
  return at === vpc.name ? zoneId('vpc', at) : zoneId('on-prem', at)
}

const natPlace = ({ cloudNat, vpc }: Topology): Place[] =>
  cloudNat
    ? [
        {
          id: place.cloudNat(cloudNat.name),
          kind: 'cloud-nat',
          name: cloudNat.name,
          lines: [formatAddress(cloudNat.address)],
          owner: 'nat',
          zone: zoneId('vpc', vpc.name),
        },
      ]
    : []

const metadataPlace = ({ metadataServer, vpc }: Topology): Place[] =>
  metadataServer
    ? [
        {
          id: place.metadata,
          kind: 'metadata',
          name: 'metadata-server',
          lines: [formatAddress(metadataServer)],
          owner: 'link-local',
          zone: zoneId('vpc', vpc.name),
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
  const { pods, nodes, attachments, onPrem, endpoints, cloudNat, metadataServer } = topology
  const vpc = place.vpc(topology.vpc.name)
  const link = (from: PlaceId, to: PlaceId) => ({ from, to })
  const beyond = cloudNat ? place.cloudNat(cloudNat.name) : vpc
  const gateOf = (network: OnPremNetwork): PlaceId[] =>
    network.firewall
      ? [place.firewall(network.firewall.name)]
      : attachments
          .filter(({ to }) => to === network.name)
          .map(({ name }) => place.attachment(name))
  const seen = visited(trace)
  return [
    ...pods.map(({ name, node }) => link(place.pod(name), place.node(node))),
    ...nodes.map(({ name }) => link(place.node(name), vpc)),
    ...(metadataServer ? nodes.map(({ name }) => link(place.node(name), place.metadata)) : []),
    ...attachments.flatMap(({ name, to }) => {
      const firewall = onPrem.find((network) => network.name === to)?.firewall
      const attachment = place.attachment(name)
      return [
        link(vpc, attachment),
        ...(firewall ? [link(attachment, place.firewall(firewall.name))] : []),
      ]
    }),
    ...(cloudNat ? [link(vpc, beyond)] : []),
    ...endpoints.flatMap(({ name, at }) => {
      const network = onPrem.find((candidate) => candidate.name === at)
      const gates = network ? gateOf(network) : [at === 'internet' ? beyond : vpc]
      return gates.map((gate) => link(gate, place.endpoint(name)))
    }),
    ...(seen.has(place.internet) ? [link(beyond, place.internet)] : []),
    ...onPrem
      .filter(({ name }) => seen.has(place.onPrem(name)) || lostReply(trace, place.onPrem(name)))
      .flatMap((network) => gateOf(network).map((gate) => link(gate, place.onPrem(network.name)))),
  ]
}
