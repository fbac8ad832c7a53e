import { formatAddress, sameAddress } from '../../net/address.ts'
import { formatCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import type { Node, Pod } from '../../topology/cluster.ts'
import { crossNode, type NodeCrossing, type Visit } from '../cross-node.ts'
import { fateReason } from '../fate-reason.ts'
import { place } from '../place.ts'
import { hostAt, type Way, wayTo } from './fabric.ts'
import { arriveAtEndpoint, crossAttachment } from './far-side.ts'
import { crossAppliance, crossInternet } from './to-internet.ts'
import {
  arrive,
  dropped,
  droppedUnsaid,
  type Journey,
  nodesCrossed,
  type Travel,
} from './travel.ts'

/** Through a node, and on from there to the place where the packet ends. */
export function passThrough(travel: Travel, visit: Pick<Visit, 'node' | 'arrival'>): Journey {
  const { world, journal, flow, crossings } = travel
  const met = nodesCrossed(travel).length
  const at = place.node(visit.node.name)
  if (met >= MOST_NODES) return dropped(travel, at, { code: 'dropped-routing-loop', at })
  const choice = met === 0 ? travel.choice : 0
  const { crossing, ways } = crossNode(world, journal, { ...visit, flow, choice })
  if (met === 0) travel.ways = ways
  crossings.push({ kind: 'node', ...crossing })
  return leaveNode(travel, crossing)
}

/** More nodes than any real journey meets: rules that send a packet round in circles end here. */
const MOST_NODES = 8

function leaveNode(travel: Travel, { node, passage }: NodeCrossing): Journey {
  const { journal, world } = travel
  const { dst } = journal.moving()
  const lost = fateReason(passage, node.name)
  if (lost) return droppedUnsaid(travel, place.node(node.name), lost)
  if (passage.fate === 'local') return arrive(travel, place.node(node.name))
  if (passage.egress?.end.kind === 'gateway') return crossTunnel(travel, node, passage.egress.end)
  const host = hostAt(world.topology, dst)
  if (host?.kind === 'pod' && host.node.name === node.name) return arriveAtPod(travel, host.pod)
  const way = wayTo(world.topology, node.vpc, dst)
  if (way.kind === 'metadata') {
    journal.assume({ code: 'metadata-concealment-off' })
    return arrive(travel, place.metadata)
  }
  journal.assume({ code: 'vpc-egress-allowed' })
  travel.crossings.push({ kind: 'vpc', vpc: node.vpc, from: { kind: 'node', name: node.name } })
  return crossVpc(travel, node.vpc, way)
}

/** A packet with the Pod's own address as its source is a Martian there. Source: Linux, measured. */
function arriveAtPod(travel: Travel, pod: Pod): Journey {
  const { src } = travel.journal.moving()
  const at = place.pod(pod.name)
  if (!pod.addresses.some((own) => sameAddress(own, src))) return arrive(travel, at)
  const reason = { code: 'dropped-own-address', pod: pod.name, src: formatAddress(src) } as const
  return dropped(travel, at, reason)
}

/** To the node that a program chose, which takes the packet out of the tunnel and sends it on. */
function crossTunnel(
  travel: Travel,
  from: Node,
  { node: name, device }: { readonly node: string; readonly device: string },
): Journey {
  const { world, journal, crossings } = travel
  const node = world.topology.nodes.find((candidate) => candidate.name === name)
  invariant(node, 'a tunnel leads to a node of the topology')
  const at = place.vpc(from.vpc)
  const reason = { code: 'through-tunnel', from: from.name, to: name } as const
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  crossings.push({ kind: 'tunnel', at, from: from.name, to: name })
  return passThrough(travel, { node, arrival: { kind: 'from-tunnel', device } })
}

/** From the VPC's routing on; the caller has said where the packet came into it. */
export function crossVpc(
  travel: Travel,
  name: string,
  way: Exclude<Way, { kind: 'metadata' }>,
): Journey {
  const { journal } = travel
  const vpc = place.vpc(name)
  const dst = formatAddress(journal.moving().dst)
  switch (way.kind) {
    case 'none':
      return dropped(travel, vpc, { code: 'dropped-no-route', at: vpc, dst })
    case 'internet':
      return crossInternet(travel, name)
    case 'dynamic':
      return crossAttachment(travel, way)
    case 'custom':
      return crossAppliance(travel, name, way.route)
    case 'subnet': {
      const route = formatCidr(way.route)
      journal.note({
        place: vpc,
        stage: 'vpc-routing',
        mood: 'passed',
        reason: { code: 'vpc-subnet-route', route },
      })
      if (!way.to) return dropped(travel, vpc, { code: 'dropped-nobody-there', dst, at: vpc })
      if (way.to.kind === 'endpoint') return arriveAtEndpoint(travel, name, vpc)
      return enterNode(travel, way.to.node.name)
    }
  }
}

/** The receiving node forwards it to its Pod: its own nat chains are asked as well. */
export function enterNode(travel: Travel, name: string): Journey {
  const node = travel.world.topology.nodes.find((candidate) => candidate.name === name)
  invariant(node, 'a way leads to a node of the topology')
  return passThrough(travel, { node, arrival: { kind: 'from-vpc' } })
}
