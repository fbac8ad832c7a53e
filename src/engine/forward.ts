import { formatAddress, sameAddress } from '../net/address.ts'
import { cidrContains, formatCidr } from '../net/cidr.ts'
import { invariant } from '../net/invariant.ts'
import { hasPorts } from '../net/protocol.ts'
import type { Attachment, Endpoint, OnPremNetwork, Pod } from '../topology/topology.ts'
import { crossNode, type NodeCrossing } from './cross-node.ts'
import { formatRanges, hostAt, type Way, wayTo } from './fabric.ts'
import type { Journal } from './journal.ts'
import type { Moving } from './moving.ts'
import { place } from './place.ts'
import type { Reason } from './reason.ts'
import type { PlaceId } from './trace.ts'
import type { Flow, World } from './world.ts'

/** What the packet passed through on its way out, in order: its answer meets the same, backwards. */
export type Crossing =
  | ({ readonly kind: 'node' } & NodeCrossing)
  | { readonly kind: 'vpc' }
  | {
      readonly kind: 'attachment'
      readonly attachment: Attachment
      readonly network: OnPremNetwork
    }
  | {
      readonly kind: 'internet-nat'
      readonly at: PlaceId
      readonly before: Moving
      readonly after: Moving
    }

export interface Journey {
  readonly end: 'arrived' | 'dropped'
  readonly at: PlaceId
  readonly reason: Reason
  readonly crossings: readonly Crossing[]
}

interface Travel {
  readonly world: World
  readonly journal: Journal
  readonly flow: Flow
  readonly crossings: Crossing[]
}

/** From the sending node's last hop to the place where the first packet ends. */
export function travelOut(
  world: World,
  journal: Journal,
  flow: Flow,
  first: NodeCrossing,
): Journey {
  const travel: Travel = { world, journal, flow, crossings: [{ kind: 'node', ...first }] }
  return leaveNode(travel, first)
}

function leaveNode(travel: Travel, { node, passage }: NodeCrossing): Journey {
  const at = place.node(node.name)
  const { journal, world } = travel
  const { dst } = journal.moving()
  if (passage.fate === 'no-route') {
    return dropped(travel, at, { code: 'dropped-no-route', at, dst: formatAddress(dst) }, true)
  }
  if (passage.fate === 'no-source-address') {
    return dropped(
      travel,
      at,
      { code: 'dropped-no-source-address', device: passage.out ?? '' },
      true,
    )
  }
  if (passage.fate === 'local') return arrive(travel, at)
  const host = hostAt(world.topology, dst)
  if (host?.kind === 'pod' && host.node.name === node.name) return arriveAtPod(travel, host.pod)
  return crossVpc(travel, wayTo(world.topology, dst))
}

function crossVpc(travel: Travel, way: Way): Journey {
  const { journal, world, crossings } = travel
  const vpc = place.vpc(world.topology.vpc.name)
  if (way.kind === 'metadata') {
    journal.assume({ code: 'metadata-concealment-off' })
    return arrive(travel, place.metadata)
  }
  journal.assume({ code: 'vpc-egress-allowed' })
  crossings.push({ kind: 'vpc' })
  const dst = formatAddress(journal.moving().dst)
  switch (way.kind) {
    case 'none':
      return dropped(travel, vpc, { code: 'dropped-no-route', at: vpc, dst })
    case 'internet':
      return crossInternet(travel)
    case 'dynamic':
      return crossAttachment(travel, way)
    case 'subnet': {
      const route = formatCidr(way.route)
      journal.note({
        place: vpc,
        stage: 'vpc-routing',
        mood: 'passed',
        reason: { code: 'vpc-subnet-route', route },
      })
      if (!way.to) return dropped(travel, vpc, { code: 'dropped-nobody-there', dst, at: vpc })
      if (way.to.kind === 'endpoint') return arriveAtEndpoint(travel, world.topology.vpc.name, vpc)
      return enterNode(travel, way.to.node.name)
    }
  }
}

/** The receiving node forwards it to its Pod: its own nat chains are asked as well. */
function enterNode(travel: Travel, name: string): Journey {
  const { world, journal, flow, crossings } = travel
  const node = world.topology.nodes.find((candidate) => candidate.name === name)
  invariant(node, 'a way leads to a node of the topology')
  const visit = { node, arrival: { kind: 'from-vpc' } as const, flow, choice: 0 }
  const { crossing } = crossNode(world, journal, visit)
  crossings.push({ kind: 'node', ...crossing })
  const host = hostAt(world.topology, journal.moving().dst)
  if (host?.kind === 'pod' && !host.pod.hostNetwork) return arriveAtPod(travel, host.pod)
  return arrive(travel, place.node(name))
}

function crossAttachment(travel: Travel, way: Extract<Way, { kind: 'dynamic' }>): Journey {
  const { world, journal, crossings } = travel
  const { attachment } = way
  const network = world.topology.onPrem.find(({ name }) => name === attachment.to)
  invariant(network, 'an attachment leads to a network of the topology')
  journal.note({
    place: place.vpc(world.topology.vpc.name),
    stage: 'vpc-routing',
    mood: 'passed',
    reason: {
      code: 'vpc-dynamic-route',
      route: formatCidr(way.route),
      attachment: attachment.name,
    },
  })
  journal.note({
    place: place.attachment(attachment.name),
    stage: 'attachment',
    mood: 'passed',
    reason: { code: 'crossed-attachment', attachment: attachment.name },
  })
  crossings.push({ kind: 'attachment', attachment, network })
  const refused = passFirewall(travel, network)
  return refused ?? arriveAtEndpoint(travel, network.name, place.onPrem(network.name))
}

function passFirewall(travel: Travel, network: OnPremNetwork): Journey | null {
  const { firewall } = network
  if (!firewall) return null
  const { journal } = travel
  const { src } = journal.moving()
  const at = place.firewall(firewall.name)
  const range = firewall.allow.find((allowed) => cidrContains(allowed, src))
  const seen = { firewall: firewall.name, src: formatAddress(src) }
  if (!range) {
    const allowed = formatRanges(firewall.allow)
    return dropped(travel, at, { code: 'dropped-far-firewall', ...seen, allowed })
  }
  journal.note({
    place: at,
    stage: 'firewall',
    mood: 'passed',
    reason: { code: 'firewall-allowed', ...seen, range: formatCidr(range) },
  })
  return null
}

/**
 * A node's own external address covers its primary address only; everything else needs Cloud NAT on
 * the range it lies in. Source: Google Cloud, Cloud NAT product interactions.
 */
function crossInternet(travel: Travel): Journey {
  const { world, journal, crossings } = travel
  const { topology } = world
  const before = journal.moving()
  const from = formatAddress(before.src)
  const vpc = place.vpc(topology.vpc.name)
  const owner = topology.nodes.find(({ address }) => sameAddress(address, before.src))
  const nat = topology.cloudNat
  const range = nat?.covers.find((covered) => cidrContains(covered, before.src))
  if (owner?.externalAddress) {
    const after = { ...before, src: owner.externalAddress }
    const reason: Reason = {
      code: 'external-address-translated',
      from,
      to: formatAddress(after.src),
    }
    return leaveForInternet(travel, vpc, reason, after)
  }
  if (!nat) return dropped(travel, vpc, { code: 'dropped-no-internet-path', src: from })
  journal.note({
    place: vpc,
    stage: 'vpc-routing',
    mood: 'passed',
    reason: { code: 'vpc-internet-route' },
  })
  const at = place.cloudNat(nat.name)
  const home = hostAt(topology, before.src)
  if (home?.kind === 'pod' && home.node.externalAddress) {
    journal.assume({ code: 'secondary-range-needs-cloud-nat' })
  }
  if (!range) {
    const covered = formatRanges(nat.covers)
    return dropped(travel, at, { code: 'dropped-cloud-nat-not-covering', src: from, covered })
  }
  const after: Moving = {
    ...before,
    src: nat.address,
    // Cloud NAT hands a VM a block of ports out of 1024 to 65535; which one cannot be known here.
    sport: hasPorts(before.protocol) ? { kind: 'range', lo: 1024, hi: 65535 } : before.sport,
  }
  crossings.push({ kind: 'internet-nat', at, before, after })
  const reason: Reason = {
    code: 'cloud-nat-translated',
    from,
    to: formatAddress(after.src),
    range: formatCidr(range),
  }
  journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
  journal.assume({ code: 'port-chosen-at-random' })
  return arriveAtEndpoint(travel, 'internet', place.internet)
}

function leaveForInternet(travel: Travel, at: PlaceId, reason: Reason, after: Moving): Journey {
  const before = travel.journal.moving()
  travel.crossings.push({ kind: 'internet-nat', at, before, after })
  travel.journal.note({ place: at, stage: 'cloud-nat', mood: 'translated', reason }, after)
  return arriveAtEndpoint(travel, 'internet', place.internet)
}

function arriveAtEndpoint(travel: Travel, network: string, around: PlaceId): Journey {
  const { dst, protocol, dport } = travel.journal.moving()
  const endpoint = travel.world.topology.endpoints.find(
    (candidate) => candidate.at === network && sameAddress(candidate.address, dst),
  )
  if (endpoint) {
    const port = dport.kind === 'exact' ? dport.port : 0
    const at = place.endpoint(endpoint.name)
    if (!hasPorts(protocol) || isOpen(endpoint, port)) return arrive(travel, at)
    return dropped(travel, at, { code: 'dropped-port-closed', dst: formatAddress(dst), port })
  }
  if (network === 'internet') {
    travel.journal.assume({ code: 'internet-answers' })
    return arrive(travel, place.internet)
  }
  return dropped(travel, around, {
    code: 'dropped-nobody-there',
    dst: formatAddress(dst),
    at: around,
  })
}

const isOpen = ({ ports }: Endpoint, port: number): boolean => ports?.includes(port) ?? true

const arriveAtPod = (travel: Travel, pod: Pod): Journey => arrive(travel, place.pod(pod.name))

function arrive(travel: Travel, at: PlaceId): Journey {
  const { journal, crossings } = travel
  const reason: Reason = { code: 'arrived', at, src: formatAddress(journal.moving().src) }
  journal.note({ place: at, stage: 'arrival', mood: 'delivered', reason })
  return { end: 'arrived', at, reason, crossings }
}

/** `noted`: the node has already written the hop at which it died. */
function dropped(travel: Travel, at: PlaceId, reason: Reason, noted = false): Journey {
  const stage = STAGE_OF_DROP[reason.code] ?? 'vpc-routing'
  if (!noted) travel.journal.note({ place: at, stage, mood: 'dropped', reason })
  return { end: 'dropped', at, reason, crossings: travel.crossings }
}

const STAGE_OF_DROP: Partial<Record<Reason['code'], 'firewall' | 'cloud-nat' | 'arrival'>> = {
  'dropped-far-firewall': 'firewall',
  'dropped-cloud-nat-not-covering': 'cloud-nat',
  'dropped-no-internet-path': 'cloud-nat',
  'dropped-nobody-there': 'arrival',
  'dropped-port-closed': 'arrival',
}
