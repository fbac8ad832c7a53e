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
  const routed = types.filter(isRouted)
  return routed.length === 0 || routed.some((type) => hasRoutedType6(node, address, type, dev))
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

function hasRoutedType6(
  node: ReadyNode,
  address: Address,
  type: AddressType,
  dev: string | null,
): boolean {
  const own = localRangeOf(node, address)
  if (type === 'ANYCAST') return own?.type === 'ANYCAST'
  if (type === 'UNREACHABLE') return !own && routeSent(node, address).kind === 'none'
  return dev === null ? own?.type === 'LOCAL' : ownedBy(node, address, dev)
}
