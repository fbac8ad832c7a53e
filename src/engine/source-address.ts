import type { Address } from '../net/address.ts'
import { cidrContains, cidrOf, hostCidr } from '../net/cidr.ts'
import type { InterfaceAddress, NodeNetwork } from '../topology/node.ts'
import { isLinkLocal6, isLoopback } from './address-class.ts'

/** The source that MASQUERADE gives to a packet which leaves by `dev`; null where there is none. */
export function masqueradeAddress(
  network: NodeNetwork,
  dev: string,
  nextHop: Address,
  dst: Address,
): Address | null {
  return dst.family === 4
    ? sourceAddress4(network, dev, nextHop)
    : sourceAddress6(network, dev, dst)
}

/**
 * Of the interface's primary addresses the one on the next hop's subnet, else the first. An
 * interface without any borrows the first primary address of the first interface that has one.
 * Addresses of the loopback net are never lent. Source: Linux `inet_select_addr`.
 */
function sourceAddress4(
  { interfaces }: NodeNetwork,
  dev: string,
  nextHop: Address,
): Address | null {
  const own = primaries(interfaces.find(({ name }) => name === dev)?.addresses ?? [])
  const near = own.find(({ address, prefix }) => cidrContains(cidrOf(address, prefix), nextHop))
  const chosen = near ?? own[0]
  if (chosen) return chosen.address
  for (const { addresses } of interfaces) {
    const lent = primaries(addresses)[0]
    if (lent) return lent.address
  }
  return null
}

/** An address is secondary where an earlier one has the same subnet. */
function primaries(addresses: readonly InterfaceAddress[]): readonly InterfaceAddress[] {
  const usable = addresses.filter(({ address }) => address.family === 4 && !isLoopback(address))
  return usable.filter(
    ({ address, prefix }, i) =>
      !usable
        .slice(0, i)
        .some(
          (prior) =>
            prior.prefix === prefix && cidrContains(cidrOf(prior.address, prefix), address),
        ),
  )
}

/** REDIRECT to the node itself: the interface's first address, or loopback for a local process. */
export function redirectAddress(
  { interfaces }: NodeNetwork,
  dev: string | null,
  dst: Address,
): Address | null {
  const { family } = dst
  if (dev === null) {
    return { family, words: family === 4 ? [0x7f000001] : [0, 0, 0, 1] }
  }
  const own = interfaces.find(({ name }) => name === dev)?.addresses ?? []
  const usable = own.filter(
    ({ address }) => address.family === family && (!isLinkLocal6(dst) || isLinkLocal6(address)),
  )
  return usable[0]?.address ?? null
}

/**
 * RFC 6724 as far as it reads addresses alone: the scope first, then the interface, the label, and
 * the longest common prefix; the first address wins a tie. Link-local ones are never lent.
 */
function sourceAddress6({ interfaces }: NodeNetwork, dev: string, dst: Address): Address | null {
  const [best] = interfaces
    .flatMap(({ name, addresses }) =>
      addresses
        .filter(({ address }) => canLend(address, name === dev))
        .map(({ address }) => ({ address, rank: rankOf(address, dst, name === dev) })),
    )
    .sort((a, b) => compareRanks(b.rank, a.rank))
  return best?.address ?? null
}

const canLend = (address: Address, onDevice: boolean): boolean =>
  address.family === 6 && !isLoopback(address) && (onDevice || !isLinkLocal6(address))

const rankOf = (address: Address, dst: Address, onDevice: boolean): readonly number[] => [
  isLinkLocal6(dst) || !isLinkLocal6(address) ? 1 : 0,
  isLinkLocal6(dst) === isLinkLocal6(address) ? 1 : 0,
  onDevice ? 1 : 0,
  isUniqueLocal(dst) === isUniqueLocal(address) ? 1 : 0,
  commonPrefix(address, dst),
]

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((part, place) => part !== b[place])
  return (a[i] ?? 0) - (b[i] ?? 0)
}

/** fc00::/7. */
const isUniqueLocal = ({ words }: Address): boolean => (words[0] ?? 0) >>> 25 === 0x7e

function commonPrefix(a: Address, b: Address): number {
  const i = a.words.findIndex((word, place) => word !== b.words[place])
  if (i < 0) return hostCidr(a).prefix
  return i * 32 + Math.clz32((a.words[i] ?? 0) ^ (b.words[i] ?? 0))
}
