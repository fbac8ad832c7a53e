import { type Address, sameAddress } from '../net/address.ts'
import { type Cidr, cidrContains, cidrCovers, parseCidr } from '../net/cidr.ts'
import type { Topology } from './topology.ts'

/** Whose an address is. Colour and shape on the screen belong to it. */
export type Owner = 'pod' | 'node' | 'nat' | 'link-local' | 'far'

const LINK_LOCAL = ['169.254.0.0/16', 'fe80::/10'].flatMap((text) => {
  const cidr = parseCidr(text)
  return cidr.ok ? [cidr.value] : []
})

export const isLinkLocal = (address: Address): boolean =>
  LINK_LOCAL.some((cidr) => cidrContains(cidr, address))

export function ownerOf(topology: Topology, address: Address): Owner {
  const owners = known.get(topology) ?? new Map<string, Owner>()
  known.set(topology, owners)
  const key = address.words.join()
  const owner = owners.get(key) ?? findOwner(topology, address)
  owners.set(key, owner)
  return owner
}

/** A journey asks for the same few addresses at every hop, and a big world takes long to look through. */
const known = new WeakMap<Topology, Map<string, Owner>>()

function findOwner(topology: Topology, address: Address): Owner {
  const { nodes, cloudNats, clusters, pods, endpoints } = topology
  if (isLinkLocal(address)) return 'link-local'
  const isIt = (own: Address | null | undefined): boolean => !!own && sameAddress(own, address)
  if (cloudNats.some(({ addresses }) => addresses.some(isIt))) return 'nat'
  if (nodes.some(({ externalAddress }) => isIt(externalAddress))) return 'nat'
  if (endpoints.some((host) => isIt(host.externalAddress) || isIt(host.forwards?.natAddress))) {
    return 'nat'
  }
  const ofPod = pods.some(
    (pod) => !pod.hostNetwork && pod.addresses.some((own) => sameAddress(own, address)),
  )
  if (ofPod) return 'pod'
  const ofNode = nodes.some((node) =>
    node.interfaces.some((device) =>
      device.addresses.some((own) => sameAddress(own.address, address)),
    ),
  )
  if (ofNode) return 'node'
  const inPods = clusters.some(({ podRanges }) =>
    podRanges.some((range) => cidrContains(range, address)),
  )
  return inPods ? 'pod' : 'far'
}

/** Whose range it is: the Pods', the nodes', link-local, or somebody else's. */
export function rangeOwner(topology: Topology, range: Cidr): Owner {
  if (LINK_LOCAL.some((cidr) => cidrCovers(cidr, range))) return 'link-local'
  const { clusters, vpcs } = topology
  if (clusters.some(({ podRanges }) => podRanges.some((cidr) => cidrCovers(cidr, range)))) {
    return 'pod'
  }
  const subnets = vpcs.flatMap((vpc) => vpc.subnets)
  const ofNodes = subnets.flatMap(({ range: four, range6 }) => (range6 ? [four, range6] : [four]))
  return ofNodes.some((cidr) => cidrCovers(cidr, range)) ? 'node' : 'far'
}
