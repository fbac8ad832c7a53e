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
  const { nodes, cloudNat, cluster, pods, vpc } = topology
  if (isLinkLocal(address)) return 'link-local'
  if (cloudNat && sameAddress(cloudNat.address, address)) return 'nat'
  if (nodes.some((node) => node.externalAddress && sameAddress(node.externalAddress, address)))
    return 'nat'
  if (vpc.routes?.some(({ natAddress }) => sameAddress(natAddress, address))) return 'nat'
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
  return cluster.podRanges.some((range) => cidrContains(range, address)) ? 'pod' : 'far'
}

/** Whose range it is: the Pods', the nodes', link-local, or somebody else's. */
export function rangeOwner(topology: Topology, range: Cidr): Owner {
  if (LINK_LOCAL.some((cidr) => cidrCovers(cidr, range))) return 'link-local'
  if (topology.cluster.podRanges.some((cidr) => cidrCovers(cidr, range))) return 'pod'
  const { subnets } = topology.vpc
  const ofNodes = subnets.flatMap(({ range: four, range6 }) => (range6 ? [four, range6] : [four]))
  return ofNodes.some((cidr) => cidrCovers(cidr, range)) ? 'node' : 'far'
}
