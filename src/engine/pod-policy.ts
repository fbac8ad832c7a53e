import { type Address, formatAddress, sameAddress } from '../net/address.ts'
import { type Cidr, cidrContains } from '../net/cidr.ts'
import type { Node, Pod } from '../topology/cluster.ts'
import type { Passage } from './node.ts'
import type { Reason } from './reason.ts'

/** What network policies let a Pod of a node receive and send; null: no policy is about that way. */
export interface PodPolicy {
  readonly pod: Pod
  readonly ingress: Isolation | null
  readonly egress: Isolation | null
}

export interface Isolation {
  /** The policies that select the Pod, as `namespace/name`. */
  readonly policies: readonly string[]
  readonly admits: readonly Admission[]
}

export interface Admission {
  /** Null: anybody. */
  readonly peers: readonly PeerRange[] | null
  /** Null: every port. */
  readonly ports: readonly AdmittedPorts[] | null
}

export interface PeerRange {
  readonly range: Cidr
  readonly except: readonly Cidr[]
}

export interface AdmittedPorts {
  /** IANA number. */
  readonly protocol: number
  /** Inclusive; null: every port of the protocol. */
  readonly ports: readonly [lo: number, hi: number] | null
}

/** What the policies of a node's Pods say to a packet: why it goes no further, or null. */
export type AskPodPolicies = (seen: PodPolicySeen, passage: Passage) => Reason | null

/** How the packet came to the node, and what it was then. */
export interface PodPolicySeen {
  readonly node: Node
  readonly from: Pod | 'node' | null
  /** Before the node's own rules change it. */
  readonly src: Address
}

/**
 * Why a Pod's policies let this packet go no further; null where they do. They stand between the two
 * halves of table nat: they know whom a Service has picked, and the source as it came to the node, so a
 * Pod that another node has masqueraded is that node to them. What belongs to a connection that was let
 * through, and what a Pod's own node sends it, is never refused.
 * Source: kubernetes.io, Network Policies, "The two sorts of Pod isolation".
 */
export function policyRefusal(
  podPolicies: readonly PodPolicy[],
  { node, from, src }: PodPolicySeen,
  passage: Passage,
): Reason | null {
  const { packet, knownAs, fate } = passage
  if (knownAs || fate !== 'forwarded') return null
  const receiver = podPolicies.find(({ pod }) => owns(pod, packet.dst))
  if (from !== null && from !== 'node' && from.name === receiver?.pod.name) return null
  const sender = podPolicies.find(
    ({ pod }) => from !== null && from !== 'node' && pod.name === from.name,
  )
  if (sender?.egress && !admits(sender.egress, packet.dst, passage)) {
    const told = { pod: sender.pod.name, policies: sender.egress.policies }
    return { code: 'dropped-network-policy-egress', dst: formatAddress(packet.dst), ...told }
  }
  if (from === 'node' || isOwn(node, src)) return null
  if (!receiver?.ingress || admits(receiver.ingress, src, passage)) return null
  const told = { pod: receiver.pod.name, policies: receiver.ingress.policies }
  return { code: 'dropped-network-policy-ingress', src: formatAddress(src), ...told }
}

const owns = ({ addresses }: Pod, address: Address): boolean =>
  addresses.some((own) => sameAddress(own, address))

const isOwn = ({ interfaces }: Node, address: Address): boolean =>
  interfaces.some(({ addresses }) => addresses.some((own) => sameAddress(own.address, address)))

const admits = ({ admits: rules }: Isolation, peer: Address, passage: Passage): boolean =>
  rules.some(
    ({ peers, ports }) =>
      (peers === null || peers.some((each) => holds(each, peer))) &&
      (ports === null || ports.some((each) => isOpen(each, passage))),
  )

const holds = ({ range, except }: PeerRange, address: Address): boolean =>
  cidrContains(range, address) && !except.some((each) => cidrContains(each, address))

function isOpen({ protocol, ports }: AdmittedPorts, { packet, dport }: Passage): boolean {
  if (protocol !== packet.protocol) return false
  return (
    ports === null || (dport.kind === 'exact' && ports[0] <= dport.port && dport.port <= ports[1])
  )
}
