import {
  isLimitedBroadcast,
  isLoopback,
  isMulticast,
  isUnspecified,
} from '../engine/address-class.ts'
import type { Flow, Sender } from '../engine/world.ts'
import { type Address, formatAddress, parseAddress, sameAddress } from '../net/address.ts'
import { PROTOCOLS } from '../net/protocol.ts'
import { err, ok, type Result } from '../net/result.ts'
import type { Node } from '../topology/cluster.ts'
import type { Topology } from '../topology/topology.ts'
import { issueAt } from './field-reader.ts'
import type { Issue } from './issue.ts'
import type { LooseThing } from './loose-thing.ts'
import type { FlowSpec } from './state.ts'

/** A client's port where none is told: any unprivileged one does. Also an echo's identifier. */
const SOURCE_PORT = 40012
/** The destination port where none is told. */
const PORT: Readonly<Record<FlowSpec['protocol'] & string, number>> = {
  tcp: 443,
  udp: 53,
  sctp: 5060,
  icmp: 0,
}

/**
 * What was typed to a flow that can be sent, or what is wrong with it under `flow.*`. What is loose is
 * known by its name, so that nobody is told that it does not exist.
 */
export function readFlow(
  topology: Topology,
  spec: FlowSpec,
  loose: readonly LooseThing[] = [],
): Result<Flow, Issue> {
  if (spec.from === '') return err(issueAt('sender-empty', 'flow.from'))
  const sender = looseNamed(loose, spec.from)
  if (sender && !isThere(topology, spec.from)) {
    return err(issueAt('sender-loose', 'flow.from', sender))
  }
  const target = looseNamed(loose, spec.to)
  if (target && !isThere(topology, spec.to)) {
    return err(issueAt('destination-loose', 'flow.to', target))
  }
  const dst = readTarget(topology, spec.to)
  if (!dst.ok) return dst
  const from = readSender(topology, spec, dst.value)
  if (!from.ok) return from
  const { protocol, icmpType, existing } = spec
  const sport = spec.sourcePort ?? SOURCE_PORT
  const dport =
    spec.port ??
    servicePort(topology, dst.value) ??
    (typeof protocol === 'number' ? 0 : PORT[protocol])
  const astray = leadsNowhere(from.value, dst.value) ?? wrongNumber(spec, { sport, dport })
  if (astray) return err(astray)
  return ok({
    name: spec.name,
    from: from.value,
    dst: dst.value,
    protocol: protocolNumber(protocol, dst.value),
    sport,
    dport,
    ...(icmpType === undefined ? {} : { icmpType }),
    ...(existing === undefined ? {} : { existing }),
  })
}

const looseNamed = (loose: readonly LooseThing[], name: string) => {
  const thing = loose.find((each) => each.name === name)
  return thing && { name, at: thing.path }
}

/** Names are unique within their kind only: another thing may bear it. */
const isThere = ({ pods, nodes, endpoints, services }: Topology, name: string): boolean =>
  [pods, nodes, endpoints, services].some((list) => list.some((each) => each.name === name))

/** Whoever connects to a Service means its first port, unless he says another. */
const servicePort = ({ services }: Topology, dst: Address): number | undefined =>
  services.find(({ clusterIps }) => clusterIps.some((own) => sameAddress(own, dst)))?.ports[0]?.port

const isWithin = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= most

/** Nothing listens on port 0; of an echo the number is its identifier, and other protocols have none. */
const isPort = (value: number, protocol: FlowSpec['protocol']): boolean =>
  isWithin(value, 65535) && (value > 0 || protocol === 'icmp' || typeof protocol === 'number')

function wrongNumber(
  { icmpType, protocol }: FlowSpec,
  { sport, dport }: { readonly sport: number; readonly dport: number },
): Issue | null {
  if (!isPort(dport, protocol)) return issueAt('bad-port', 'flow.port', { port: String(dport) })
  if (!isPort(sport, protocol)) {
    return issueAt('bad-port', 'flow.sourcePort', { port: String(sport) })
  }
  if (icmpType === undefined || isWithin(icmpType, 255)) return null
  return issueAt('bad-icmp-type', 'flow.icmpType', { value: String(icmpType) })
}

function protocolNumber(protocol: FlowSpec['protocol'], { family }: Address): number {
  if (typeof protocol === 'number') return protocol
  return PROTOCOLS[protocol === 'icmp' && family === 6 ? 'icmpv6' : protocol]
}

/** An address, or the name of an endpoint, a Pod, a node or a Service. */
function readTarget(topology: Topology, text: string): Result<Address, Issue> {
  if (text.trim() === '') return err(issueAt('destination-empty', 'flow.to'))
  const { endpoints, pods, nodes, services } = topology
  const named =
    endpoints.find(({ name }) => name === text)?.address ??
    pods.find(({ name }) => name === text)?.addresses[0] ??
    nodes.find(({ name }) => name === text)?.address ??
    services.find(({ name }) => name === text)?.clusterIps[0]
  if (named) return ok(named)
  const address = parseAddress(text.trim())
  return address.ok ? address : err(issueAt('destination-not-an-address', 'flow.to', { text }))
}

/**
 * What a Pod sends to itself never leaves its network namespace: it has a loopback of its own, and
 * Linux takes 0.0.0.0 for it. And a group has no one answer that could be followed.
 */
function leadsNowhere(from: Sender, dst: Address): Issue | null {
  const text = formatAddress(dst)
  if (isMulticast(dst) || isLimitedBroadcast(dst)) {
    return issueAt('destination-many', 'flow.to', { text })
  }
  if (from.kind === 'node') return null
  const { name, addresses } =
    from.kind === 'pod' ? from.pod : { name: from.endpoint.name, addresses: [from.address] }
  const itself =
    isLoopback(dst) || isUnspecified(dst) || addresses.some((own) => sameAddress(own, dst))
  return itself ? issueAt('destination-itself', 'flow.to', { name, text }) : null
}

function readSender(topology: Topology, spec: FlowSpec, dst: Address): Result<Sender, Issue> {
  const name = spec.from
  const pod = topology.pods.find((candidate) => candidate.name === name) ?? null
  const node = topology.nodes.find((candidate) => candidate.name === (pod?.node ?? name))
  const endpoint = topology.endpoints.find((candidate) => candidate.name === name)
  if (!node && endpoint) {
    const address = boundAddress(spec, [endpoint.address], dst)
    return address.ok ? ok({ kind: 'endpoint', endpoint, address: address.value }) : address
  }
  if (!node) return err(issueAt('unknown-sender', 'flow.from', { name }))
  const inPod = pod !== null && !pod.hostNetwork
  const own = inPod ? pod.addresses : addressesOf(node)
  const address = boundAddress(spec, own, dst)
  if (!address.ok) return address
  const first = own.find(({ family }) => family === dst.family)
  const bound = !first || !sameAddress(first, address.value)
  return ok(
    inPod
      ? { kind: 'pod', pod, node, address: address.value }
      : { kind: 'node', pod, node, address: address.value, bound },
  )
}

/** What the process has bound to, else the first of its addresses that the destination can answer. */
function boundAddress(
  { from: name, sourceAddress }: FlowSpec,
  own: readonly Address[],
  { family }: Address,
): Result<Address, Issue> {
  const first = own.find((address) => address.family === family)
  const otherFamily = issueAt('destination-other-family', 'flow.to', {
    name,
    family: String(family),
  })
  if (!first) return err(otherFamily)
  const text = sourceAddress?.trim() ?? ''
  if (text === '') return ok(first)
  const path = 'flow.sourceAddress'
  const bound = parseAddress(text)
  if (!bound.ok) return err(issueAt('bad-address', path, { text }))
  if (!own.some((address) => sameAddress(address, bound.value))) {
    const known = own.map(formatAddress).join(', ')
    return err(issueAt('source-address-elsewhere', path, { name, text, known }))
  }
  return bound.value.family === family ? bound : err(otherFamily)
}

const addressesOf = (node: Node): readonly Address[] => [
  node.address,
  ...node.interfaces
    .filter(({ name }) => name !== 'lo' && !name.startsWith('veth'))
    .flatMap(({ addresses }) => addresses.map(({ address }) => address))
    .filter((address) => !sameAddress(address, node.address)),
]
