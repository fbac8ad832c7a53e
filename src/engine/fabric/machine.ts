import { type Address, sameAddress } from '../../net/address.ts'
import { cidrContains } from '../../net/cidr.ts'
import type { Node } from '../../topology/cluster.ts'
import type { Endpoint, Vpc } from '../../topology/network.ts'

/** A virtual machine of a VPC: what its firewall rules and its tagged routes are about. */
export type Machine =
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }

export const machineName = (machine: Machine): string =>
  machine.kind === 'node' ? machine.node.name : machine.endpoint.name

export const machineTags = (machine: Machine): readonly string[] =>
  machine.kind === 'node' ? machine.node.tags : machine.endpoint.tags

/** Its primary addresses; those of Pods are alias addresses of their node. */
export const primaryAddresses = (machine: Machine): readonly Address[] => {
  if (machine.kind === 'endpoint') return [machine.endpoint.address]
  const { address, address6 } = machine.node
  return address6 ? [address, address6] : [address]
}

export const hasPrimary = (machine: Machine, address: Address): boolean =>
  primaryAddresses(machine).some((own) => sameAddress(own, address))

/** Region of the subnet that it is in; null where nobody tells. */
export function machineRegion(machine: Machine, { subnets }: Vpc): string | null {
  const [address] = primaryAddresses(machine)
  const home = subnets.find(({ range }) => address && cidrContains(range, address))
  return home?.region ?? null
}
