import type { Address } from '../net/address.ts'
import { sameAddress } from '../net/address.ts'
import { isLimitedBroadcast, isMapped, isMulticast, isUnspecified } from './address-class.ts'
import type { ReadyNode } from './ready-node.ts'
import { localRangeOf, routeSent } from './route.ts'
import type { AddressType } from './rule.ts'

/**
 * Whether an address is of one of these types, as `-m addrtype` asks. `dev`: only as seen by this
 * interface (`--limit-iface-in`, `--limit-iface-out`), else null.
 */
export function hasAddressType(
  node: ReadyNode,
  address: Address,
  types: readonly AddressType[],
  dev: string | null,
): boolean {
  if (address.family === 6) return hasAddressType6(node, address, types, dev)
  return types.includes(addressType4(node, address, dev))
}

/**
 * An IPv4 address has exactly one type, and only the table `local` is asked: an address without a
 * route is UNICAST. Source: Linux `__inet_dev_addr_type`.
 */
export function addressType4(node: ReadyNode, address: Address, dev: string | null): AddressType {
  if (isUnspecified(address) || isLimitedBroadcast(address)) return 'BROADCAST'
  if (isMulticast(address)) return 'MULTICAST'
  const own = localRangeOf(node, address)
  return own && (dev === null || dev === own.dev) ? own.type : 'UNICAST'
}

/**
 * IPv6 asks the address itself for the first three types, all of which must hold, and the routes
 * for the others, of which one must. Source: Linux `match_type6` in xt_addrtype.c.
 */
function hasAddressType6(
  node: ReadyNode,
  address: Address,
  types: readonly AddressType[],
  dev: string | null,
): boolean {
  if (types.includes('MULTICAST') && !isMulticast(address)) return false
  if (types.includes('UNICAST') && !isUnicast6(address)) return false
  if (types.includes('UNSPEC') && !isUnspecified(address)) return false
  if (!types.some(isRouted)) return true
  return types.includes('LOCAL') && dev !== null && ownedBy(node, address, dev)
    ? true
    : types.includes(routedType6(node, address, dev))
}

const isUnicast6 = (address: Address): boolean =>
  !isMulticast(address) && !isUnspecified(address) && !isMapped(address)

const isRouted = (type: AddressType): boolean =>
  type === 'LOCAL' || type === 'ANYCAST' || type === 'UNREACHABLE'

const ownedBy = ({ network }: ReadyNode, address: Address, dev: string): boolean =>
  network.interfaces.some(
    ({ name, addresses }) =>
      name === dev && addresses.some((own) => sameAddress(own.address, address)),
  )

/** UNICAST stands for none of the three: those who ask for it were answered before. */
function routedType6(node: ReadyNode, address: Address, dev: string | null): AddressType {
  const own = localRangeOf(node, address)
  if (own?.type === 'ANYCAST') return 'ANYCAST'
  if (own) return dev === null ? 'LOCAL' : 'UNICAST'
  return routeSent(node, address).kind === 'none' ? 'UNREACHABLE' : 'UNICAST'
}
