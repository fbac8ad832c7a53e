import { type Address, addressBytes, addressFromBytes } from '../net/address.ts'
import { type Cidr, cidrContains, cidrOf, hostCidr } from '../net/cidr.ts'
import type { Pod } from '../topology/cluster.ts'
import type { Subnet } from '../topology/network.ts'
import type { Interface, InterfaceAddress, Route } from '../topology/node.ts'

/** What of a node's network is told; the rest is as GKE sets it up. */
export interface NodeFacts {
  readonly address: Address
  /** Of a node with two stacks; else null. */
  readonly address6: Address | null
  /** The node's share of the Pod range of each family; derived where one is missing. */
  readonly podRanges: readonly Cidr[]
  /** Devices beside `eth0`, and further addresses of it. */
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
 * With a second stack `eth0` has an address of each family, and the IPv6 gateway is link-local.
 */
export function nodeNetwork(facts: NodeFacts): {
  readonly interfaces: readonly Interface[]
  readonly routes: readonly Route[]
} {
  const { address6 } = facts
  const own = address6 ? [facts.address, address6] : [facts.address]
  const devices = facts.pods.map((pod, i) => ({ pod, name: `veth${i}` }))
  const gateway = gatewayOf(facts)
  return {
    interfaces: [
      { name: 'lo', addresses: own.map(loopbackOf) },
      {
        name: 'eth0',
        addresses: [
          ...own.map((address) => ({ address, prefix: widthOf(address) })),
          ...facts.extra.flatMap(({ name, addresses }) => (name === 'eth0' ? addresses : [])),
        ],
      },
      ...facts.extra.filter(({ name }) => name !== 'eth0'),
      ...devices.map(({ pod, name }) => ({ name, addresses: hostSide(pod, facts.podRanges) })),
    ],
    routes: [
      ...facts.routes,
      ...devices.flatMap(({ pod, name }) =>
        pod.addresses.map((address) => ({ to: hostCidr(address), dev: name, via: null })),
      ),
      { to: hostCidr(gateway), dev: 'eth0', via: null },
      { to: cidrOf(gateway, 0), dev: 'eth0', via: gateway },
      ...(address6 ? [{ to: cidrOf(address6, 0), dev: 'eth0', via: gateway6(gateway) }] : []),
    ],
  }
}

const widthOf = ({ words }: Address): number => words.length * 32

const loopbackOf = ({ family }: Address): InterfaceAddress =>
  family === 4
    ? { address: { family, words: [0x7f000001] }, prefix: 8 }
    : { address: { family, words: [0, 0, 0, 1] }, prefix: 128 }

/**
 * The gateway's link-local address: EUI-64 of its MAC, which is 42:01 and its IPv4 address. Source:
 * Compute Engine's MAC addresses; inferred for the gateway.
 */
function gateway6({ family, words: [four = 0] }: Address): Address {
  if (family === 6) return { family, words: [0xfe800000, 0, 0, 1] }
  const high = (0x400100ff | ((four >>> 24) << 8)) >>> 0
  const low = (0xfe000000 | (four & 0xffffff)) >>> 0
  return { family: 6, words: [0xfe800000, 0, high, low] }
}

/** A VPC subnet's gateway is its second address. Source: Google Cloud, VPC subnets. */
function gatewayOf({ address, subnets }: NodeFacts): Address {
  const subnet = subnets.find(({ range }) => cidrContains(range, address))
  return second(subnet?.range ?? cidrOf(address, address.words.length * 32 - 8))
}

const hostSide = (pod: Pod, podRanges: readonly Cidr[]): Interface['addresses'] =>
  pod.addresses.map((address) => {
    const bits = widthOf(address)
    const told = podRanges.find((range) => cidrContains(range, address))
    const share = told ?? cidrOf(address, bits - 8)
    return { address: second(share), prefix: bits }
  })

/** Where nobody tells a node's share of the Pod range: the /24 (or /120) around each of its Pods. */
export const sharesAround = (pod: Pod): readonly Cidr[] =>
  pod.addresses.map((address) => cidrOf(address, address.words.length * 32 - 8))

function second({ base }: Cidr): Address {
  const bytes = addressBytes(base)
  return addressFromBytes([...bytes.slice(0, -1), (bytes.at(-1) ?? 0) | 1])
}
