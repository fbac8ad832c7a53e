import { formatAddress, sameAddress } from '../../net/address.ts'
import { invariant } from '../../net/invariant.ts'
import type { Pod } from '../../topology/cluster.ts'
import { crossNode, type NodeCrossing } from '../cross-node.ts'
import { fateReason } from '../fate-reason.ts'
import { place } from '../place.ts'
import { hostAt } from './fabric.ts'
import { beFar } from './far-side.ts'
import { crossVpc } from './through-vpc.ts'
import { beOnInternet } from './to-internet.ts'
import {
  arrive,
  dropped,
  droppedUnsaid,
  type Journey,
  nodesCrossed,
  type Standing,
  type Travel,
} from './travel.ts'

/** From where the packet is to the place where it ends, one network or node after the other. */
export function follow(travel: Travel, start: Standing): Journey {
  let now: Standing | Journey = start
  while (!('end' in now)) now = step(travel, now)
  return now
}

function step(travel: Travel, now: Standing): Standing | Journey {
  switch (now.in) {
    case 'node':
      return passThrough(travel, now)
    case 'vpc':
      return crossVpc(travel, now)
    case 'far':
      return beFar(travel, now)
    case 'internet':
      return beOnInternet(travel, now)
  }
}

/** Through a node, and on from there. */
function passThrough(
  travel: Travel,
  { node, arrival }: Extract<Standing, { in: 'node' }>,
): Standing | Journey {
  const { world, journal, flow, crossings } = travel
  const met = nodesCrossed(travel).length
  const at = place.node(node.name)
  if (met >= MOST_NODES)
    return dropped(travel, at, { code: 'dropped-routing-loop', at, route: null })
  const choice = met === 0 ? travel.choice : 0
  const { crossing, ways } = crossNode(world, journal, { node, arrival, flow, choice })
  if (met === 0) travel.ways = ways
  crossings.push({ kind: 'node', arrival, ...crossing })
  return leaveNode(travel, crossing)
}

/** More nodes than any real journey meets: rules that send a packet round in circles end here. */
const MOST_NODES = 8

function leaveNode(travel: Travel, { node, passage }: NodeCrossing): Standing | Journey {
  const { journal, fabric } = travel
  const { dst } = journal.moving()
  const at = place.node(node.name)
  const here: Standing = { in: 'node', node, arrival: { kind: 'local' } }
  const lost = fateReason(passage, node.name)
  if (lost) return droppedUnsaid(travel, at, lost)
  if (passage.fate === 'local') return arrive(travel, at, here)
  if (passage.egress?.end.kind === 'gateway')
    return crossTunnel(travel, node.name, passage.egress.end)
  const host = hostAt(fabric, node.vpc, dst)
  if (host?.kind === 'pod' && host.node.name === node.name)
    return arriveAtPod(travel, host.pod, here)
  const { metadataServer } = fabric.topology
  if (metadataServer && sameAddress(metadataServer, dst)) {
    journal.assume({ code: 'metadata-concealment-off' })
    return arrive(travel, place.metadata, here)
  }
  return { in: 'vpc', vpc: node.vpc, from: { kind: 'node', node } }
}

/** A packet with the Pod's own address as its source is a Martian there. Source: Linux, measured. */
function arriveAtPod(travel: Travel, pod: Pod, here: Standing): Journey {
  const { src } = travel.journal.moving()
  const at = place.pod(pod.name)
  if (!pod.addresses.some((own) => sameAddress(own, src))) return arrive(travel, at, here)
  const reason = { code: 'dropped-own-address', pod: pod.name, src: formatAddress(src) } as const
  return dropped(travel, at, reason)
}

/** To the node that a program chose, which takes the packet out of the tunnel and sends it on. */
function crossTunnel(
  { fabric, journal, crossings }: Travel,
  from: string,
  { node: name, device }: { readonly node: string; readonly device: string },
): Standing {
  const node = fabric.nodes.get(name)
  invariant(node, 'a tunnel leads to a node of the topology')
  const at = place.vpc(fabric.nodes.get(from)?.vpc ?? '')
  const reason = { code: 'through-tunnel', from, to: name } as const
  journal.note({ place: at, stage: 'vpc-routing', mood: 'passed', reason })
  crossings.push({ kind: 'tunnel', at, from, to: name })
  return { in: 'node', node, arrival: { kind: 'from-tunnel', device } }
}
