import { type Address, addressBytes, addressFromBytes } from '../net/address.ts'
import { type Cidr, cidrContains, cidrOf, hostCidr } from '../net/cidr.ts'
import type { Interface, Route } from '../topology/node.ts'
import type { Pod, Subnet } from '../topology/topology.ts'

/** What of a node's network is told; the rest is as GKE sets it up. */
export interface NodeFacts {
  readonly address: Address
  /** The node's share of the Pod range; null: derived. */
  readonly podRange: Cidr | null
  readonly extra: readonly Interface[]
  readonly routes: readonly Route[]
  /** Pods of this node that have a network of their own. */
  readonly pods: readonly Pod[]
  readonly subnets: readonly Subnet[]
}

/**
 * Interfaces and routes of a VPC-native GKE node: `eth0` with a bare address whose gateway is the
 * subnet's first; for each Pod a veth whose host side carries the first address of the node's Pod
 * range, and a host route to it. Source: CNI ptp plugin with host-local IPAM as GKE configures it.
 */
export function nodeNetwork(facts: NodeFacts): {
  readonly interfaces: readonly Interface[]
  readonly routes: readonly Route[]
} {
  const bits = facts.address.words.length * 32
  const loopback: Address =
    facts.address.family === 4
      ? { family: 4, words: [0x7f000001] }
      : { family: 6, words: [0, 0, 0, 1] }
  const devices = facts.pods.map((pod, i) => ({ pod, name: `veth${i}` }))
  const gateway = gatewayOf(facts)
  return {
    interfaces: [
      {
        name: 'lo',
        addresses: [{ address: loopback, prefix: facts.address.family === 4 ? 8 : 128 }],
      },
      { name: 'eth0', addresses: [{ address: facts.address, prefix: bits }] },
      ...facts.extra,
      ...devices.map(({ pod, name }) => ({ name, addresses: hostSide(pod, facts.podRange) })),
    ],
    routes: [
      ...facts.routes,
      ...devices.flatMap(({ pod, name }) =>
        pod.addresses.map((address) => ({ to: hostCidr(address), dev: name, via: null })),
      ),
      { to: hostCidr(gateway), dev: 'eth0', via: null },
      { to: cidrOf(gateway, 0), dev: 'eth0', via: gateway },
    ],
  }
}

/** A VPC subnet's gateway is its second address. Source: Google Cloud, VPC subnets. */
function gatewayOf({ address, subnets }: NodeFacts): Address {
  const subnet = subnets.find(({ range }) => cidrContains(range, address))
  return second(subnet?.range ?? cidrOf(address, address.words.length * 32 - 8))
}

const hostSide = (pod: Pod, podRange: Cidr | null): Interface['addresses'] =>
  pod.addresses.map((address) => {
    const bits = address.words.length * 32
    const share = podRange && cidrContains(podRange, address) ? podRange : cidrOf(address, bits - 8)
    return { address: second(share), prefix: bits }
  })

/** Where nobody tells a node's share of the Pod range: the /24 (or /120) around each of its Pods. */
export const sharesAround = (pod: Pod): readonly Cidr[] =>
  pod.addresses.map((address) => cidrOf(address, address.words.length * 32 - 8))

function second({ base }: Cidr): Address {
  const bytes = addressBytes(base)
  return addressFromBytes([...bytes.slice(0, -1), (bytes.at(-1) ?? 0) | 1])
}
