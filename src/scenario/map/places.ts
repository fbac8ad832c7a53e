import { place } from '../../engine/place.ts'
import { formatAddress, parseAddress } from '../../net/address.ts'
import { formatCidr, parseCidr } from '../../net/cidr.ts'
import { ownerOf } from '../../topology/owner.ts'
import type { Topology } from '../../topology/topology.ts'
import type { ScenarioDocument } from '../document.ts'
import type { Place } from '../evaluation.ts'
import { type Homes, zoneId } from './homes.ts'

type Document = ScenarioDocument

export const placesOf = (document: Document, topology: Topology, homes: Homes): Place[] => [
  ...podPlaces(document, homes),
  ...document.nodes.map((node) => nodePlace(node)),
  ...servicePlaces(document, homes),
  ...document.vpcs.map(
    ({ name }): Place => ({
      id: place.vpc(name),
      kind: 'router',
      name,
      lines: routersOf(document, name),
      owner: 'far',
      zone: zoneId('vpc', name),
    }),
  ),
  ...document.attachments.map((attachment) =>
    attachmentPlace(document, topology, attachment, homes),
  ),
  ...document.onPrem.flatMap(({ name, firewall }): Place[] =>
    firewall
      ? [
          {
            id: place.firewall(firewall.name),
            kind: 'firewall',
            name: firewall.name,
            ...rangeLines(firewall.allow),
            owner: 'far',
            zone: zoneId('on-prem', name),
          },
        ]
      : [],
  ),
  ...document.endpoints.map((endpoint) => endpointPlace(document, topology, endpoint, homes)),
  ...(document.cloudNats ?? []).map(({ name, vpc, addresses }): Place => {
    const { zone, known } = homes.ofVpc(vpc)
    const lines = addressLines(addresses, known)
    return { id: place.cloudNat(name), kind: 'cloud-nat', name, ...lines, owner: 'nat', zone }
  }),
  ...metadataPlace(document),
]

/** Addresses as they are written everywhere; those that cannot be read as they were typed. */
function addressLines(texts: readonly string[], known = true): Pick<Place, 'lines' | 'trouble'> {
  const read = texts.map(parseAddress)
  return {
    lines: read.map((address, i) => (address.ok ? formatAddress(address.value) : (texts[i] ?? ''))),
    ...(known && read.every(({ ok }) => ok) ? {} : { trouble: true }),
  }
}

function rangeLines(texts: readonly string[]): Pick<Place, 'lines' | 'trouble'> {
  const read = texts.map(parseCidr)
  return {
    lines: read.map((range, i) => (range.ok ? formatCidr(range.value) : (texts[i] ?? ''))),
    ...(read.every(({ ok }) => ok) ? {} : { trouble: true }),
  }
}

function podPlaces({ pods, nodes }: Document, homes: Homes): Place[] {
  const byName = new Map(nodes.map((node) => [node.name, node]))
  return pods.map(({ name, node, addresses, hostNetwork }) => {
    const { zone, known } = homes.ofPod(node)
    const home = byName.get(node)
    const own = hostNetwork && home ? nodeAddresses(home) : addresses
    return {
      id: place.pod(name),
      kind: 'pod',
      name,
      ...addressLines(own, known),
      owner: hostNetwork ? 'node' : 'pod',
      zone,
    }
  })
}

type Node = Document['nodes'][number]

const nodeAddresses = ({ address, address6 }: Node): readonly string[] =>
  address6 === undefined ? [address] : [address, address6]

function nodePlace(node: Node): Place {
  const { name, address, externalAddress } = node
  return {
    id: place.node(name),
    kind: 'node',
    name,
    ...addressLines([address]),
    ...(externalAddress === undefined ? {} : { external: externalAddress }),
    owner: 'node',
    zone: zoneId('node', name),
  }
}

const servicePlaces = ({ services = [] }: Document, homes: Homes): Place[] =>
  services.map(({ name, cluster, clusterIPs, loadBalancerIPs }) => {
    const { zone, known } = homes.inCluster(cluster)
    const lines = addressLines([...clusterIPs, ...loadBalancerIPs], known)
    return { id: place.service(name), kind: 'service', name, ...lines, owner: 'far', zone }
  })

const routersOf = ({ attachments, vpcs }: Document, vpc: string): readonly string[] => [
  ...new Set(
    attachments.flatMap((each) => ((each.vpc ?? vpcs[0]?.name) === vpc ? [each.router] : [])),
  ),
]

function attachmentPlace(
  { onPrem }: Document,
  topology: Topology,
  { name, vpc, to, learns }: Document['attachments'][number],
  homes: Homes,
): Place {
  const read = topology.attachments.find((each) => each.name === name)
  const known = homes.ofVpc(vpc).known && onPrem.some((network) => network.name === to)
  const { lines, trouble } = rangeLines(read?.learns.map(formatCidr) ?? learns ?? [])
  return {
    id: place.attachment(name),
    kind: 'attachment',
    name,
    lines,
    ...(known && !trouble ? {} : { trouble: true }),
    owner: 'far',
    zone: null,
  }
}

type Endpoint = Document['endpoints'][number]

function endpointPlace(
  document: Document,
  topology: Topology,
  endpoint: Endpoint,
  homes: Homes,
): Place {
  const { name, address, externalAddress, allow } = endpoint
  const { zone, known } = homes.ofEndpoint(endpoint)
  const read = parseAddress(address)
  return {
    id: place.endpoint(name),
    kind: kindOf(document, endpoint),
    name,
    ...addressLines([address], known),
    ...(externalAddress === undefined ? {} : { external: externalAddress }),
    ...(allow === undefined ? {} : { allows: rangeLines(allow).lines }),
    owner: read.ok ? ownerOf(topology, read.value) : 'far',
    zone,
  }
}

function kindOf({ vpcs }: Document, { kind, forwards, at }: Endpoint): Place['kind'] {
  if (kind === 'psc') return 'psc'
  if (forwards) return 'appliance'
  return vpcs.some(({ name }) => name === at) ? 'vm' : 'endpoint'
}

/** Every VPC has it; it is drawn once, where Pods may ask it. */
const metadataPlace = ({ metadataServer, vpcs: [vpc] }: Document): Place[] =>
  metadataServer === undefined
    ? []
    : [
        {
          id: place.metadata,
          kind: 'metadata',
          name: 'metadata-server',
          ...addressLines([metadataServer]),
          owner: 'link-local',
          zone: vpc ? zoneId('vpc', vpc.name) : null,
        },
      ]
