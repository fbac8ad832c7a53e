import { type Address, formatAddress } from '../../net/address.ts'
import { type Cidr, cidrContains, parseCidr } from '../../net/cidr.ts'
import type { Node, Pod } from '../../topology/cluster.ts'
import type { Endpoint } from '../../topology/network.ts'
import type { Topology } from '../../topology/topology.ts'
import type { FlowSpec } from '../state.ts'
import type { DestinationClass } from './comparison.ts'

/** A flow to each class of destinations that this topology has, in the order of the matrix. */
export function flowsByDestination(
  topology: Topology,
  from: string,
): readonly (FlowSpec & { readonly name: DestinationClass })[] {
  const pod = senderPod(topology, from)
  const node = topology.nodes.find(({ name }) => name === pod?.node)
  if (!pod || !node) return []
  const { family } = pod.addresses[0] ?? node.address
  const there: Readonly<Record<DestinationClass, Partial<FlowSpec> | null>> = {
    internet: endpointTo(topology, family, ({ at }) => at === 'internet') ?? {
      to: ANYWHERE[family],
    },
    'on-prem': endpointTo(topology, family, isPrivate),
    'shared-address': endpointTo(topology, family, isShared),
    'other-node': otherNode(topology, node, family),
    'other-pod': otherPod(topology, pod, family),
    'link-local': metadata(topology, family),
    'second-address': fromSecondAddress(topology, node, family),
    inbound: inbound(topology, pod, family),
  }
  return ORDER.flatMap((name) => {
    const flow = there[name]
    return flow === null
      ? []
      : [{ from: pod.name, to: '', protocol: 'tcp' as const, ...flow, name }]
  })
}

const ORDER: readonly DestinationClass[] = [
  'internet',
  'on-prem',
  'shared-address',
  'other-node',
  'other-pod',
  'link-local',
  'second-address',
  'inbound',
]

/** Well known, and nobody's own: stands for the internet where a topology names no host of it. */
const ANYWHERE: Readonly<Record<Address['family'], string>> = {
  4: '8.8.8.8',
  6: '2001:4860:4860::8888',
}

/** The Pod that is sending, else the first with an address of its own. */
function senderPod({ pods }: Topology, from: string): Pod | undefined {
  const own = pods.filter(({ hostNetwork }) => !hostNetwork)
  return own.find(({ name }) => name === from) ?? own[0]
}

function endpointTo(
  { endpoints }: Topology,
  family: Address['family'],
  fits: (endpoint: Endpoint) => boolean,
): Partial<FlowSpec> | null {
  const found = endpoints.find((each) => each.address.family === family && fits(each))
  if (!found) return null
  const [port] = found.ports ?? []
  return { to: found.name, ...(port === undefined ? {} : { port }) }
}

const ranges = (...texts: readonly string[]): readonly Cidr[] =>
  texts.flatMap((text) => {
    const cidr = parseCidr(text)
    return cidr.ok ? [cidr.value] : []
  })

/** RFC 1918, and RFC 4193 for IPv6. */
const PRIVATE = ranges('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7')
/** RFC 6598. */
const SHARED = ranges('100.64.0.0/10')

const within = (list: readonly Cidr[], address: Address): boolean =>
  list.some((range) => cidrContains(range, address))

const isPrivate = ({ at, address }: Endpoint): boolean =>
  at !== 'internet' && within(PRIVATE, address)

const isShared = ({ address }: Endpoint): boolean => within(SHARED, address)

function otherNode(
  { nodes }: Topology,
  { name }: Node,
  family: Address['family'],
): Partial<FlowSpec> | null {
  const other = nodes.find((node) => node.name !== name && node.address.family === family)
  return other ? { to: other.name } : null
}

/** On another node where there is one: there the packet leaves its node. */
function otherPod(
  { pods }: Topology,
  { name, node }: Pod,
  family: Address['family'],
): Partial<FlowSpec> | null {
  const others = pods.flatMap((pod) => {
    const address = pod.addresses.find((own) => own.family === family)
    return pod.name === name || pod.hostNetwork || !address ? [] : [{ ...pod, address }]
  })
  const other = others.find((pod) => pod.node !== node) ?? others[0]
  return other ? { to: formatAddress(other.address) } : null
}

const metadata = (
  { metadataServer }: Topology,
  family: Address['family'],
): Partial<FlowSpec> | null =>
  metadataServer?.family === family ? { to: formatAddress(metadataServer), port: 80 } : null

/** A process of the node that has bound to an address which is not its interface's first one. */
function fromSecondAddress(
  topology: Topology,
  node: Node,
  family: Address['family'],
): Partial<FlowSpec> | null {
  const [second] = secondAddresses(node, family)
  if (!second) return null
  const internet = endpointTo(topology, family, ({ at }) => at === 'internet')
  return {
    from: node.name,
    to: ANYWHERE[family],
    ...internet,
    sourceAddress: formatAddress(second),
  }
}

/** An interface that is listed again carries on where it was. */
function secondAddresses({ interfaces }: Node, family: Address['family']): readonly Address[] {
  const devices = interfaces.filter(({ name }) => name !== 'lo' && !name.startsWith('veth'))
  return [...new Set(devices.map(({ name }) => name))].flatMap((name) =>
    devices
      .filter((device) => device.name === name)
      .flatMap(({ addresses }) => addresses.map(({ address }) => address))
      .filter((address) => address.family === family)
      .slice(1),
  )
}

/** A client of the private network that speaks to the Pod by its own address. */
function inbound(
  { endpoints }: Topology,
  { addresses }: Pod,
  family: Address['family'],
): Partial<FlowSpec> | null {
  const client = endpoints.find((each) => each.address.family === family && isPrivate(each))
  const address = addresses.find((own) => own.family === family)
  return client && address ? { from: client.name, to: formatAddress(address) } : null
}
