import type { Address } from '../net/address.ts'
import { cidrContains, cidrOf, maskWord } from '../net/cidr.ts'
import type { Interface, InterfaceAddress, NodeNetwork } from '../topology/node.ts'
import { isLinkLocal6, isLoopback, narrowScope } from './address-class.ts'

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
 * Of the interface's addresses the first on the next hop's subnet, else the first: one on the subnet
 * of an earlier one is secondary and never taken. An interface without any borrows the first address
 * of the first interface that has one. The loopback net is never lent. Source: Linux
 * `inet_select_addr`.
 */
function sourceAddress4(
  { interfaces }: NodeNetwork,
  dev: string,
  nextHop: Address,
): Address | null {
  const own = interfaces.filter(({ name }) => name === dev).flatMap(lendable)
  const near = own.find(({ address, prefix }) => cidrContains(cidrOf(address, prefix), nextHop))
  const [first] = own.length > 0 ? own : interfaces.flatMap(lendable)
  return (near ?? first)?.address ?? null
}

const lendable = ({ addresses }: Interface): readonly InterfaceAddress[] =>
  addresses.filter(({ address }) => address.family === 4 && !isLoopback(address))

/**
 * REDIRECT to the node itself: loopback for a local process (`dev` null), else an address of the
 * interface: its first of IPv4, its newest of IPv6; of the same scope where the packet asked for a
 * narrow one, and without such an address it is dropped. Source: Linux nf_nat_redirect.c.
 */
export function redirectAddress(
  { interfaces }: NodeNetwork,
  dev: string | null,
  dst: Address,
): Address | null {
  const { family } = dst
  if (dev === null) {
    return { family, words: family === 4 ? [0x7f000001] : [0, 0, 0, 1] }
  }
  const own = interfaces
    .filter(({ name }) => name === dev)
    .flatMap(({ addresses }) => addresses.map(({ address }) => address))
    .filter((address) => address.family === family)
  if (family === 4) return own[0] ?? null
  const wanted = narrowScope(dst)
  if (wanted !== null) return own.findLast((address) => narrowScope(address) === wanted) ?? null
  return own.findLast((address) => narrowScope(address) === null) ?? own.at(-1) ?? null
}

/**
 * RFC 6724 as far as it reads addresses alone: the scope first, then the interface, the label, and
 * the longest common prefix. The kernel keeps addresses newest first, and the first of equals wins.
 * Link-local ones are never lent. Source: Linux `ipv6_get_saddr_eval`.
 */
function sourceAddress6({ interfaces }: NodeNetwork, dev: string, dst: Address): Address | null {
  const [best] = interfaces
    .flatMap(({ name, addresses }) =>
      addresses
        .filter(({ address }) => canLend(address, name === dev))
        .map((own) => ({ address: own.address, rank: rankOf(own, dst, name === dev) }))
        .reverse(),
    )
    .sort((a, b) => compareRanks(b.rank, a.rank))
  return best?.address ?? null
}

const canLend = (address: Address, onDevice: boolean): boolean =>
  address.family === 6 && !isLoopback(address) && (onDevice || !isLinkLocal6(address))

const rankOf = (own: InterfaceAddress, dst: Address, onDevice: boolean): readonly number[] => [
  isLinkLocal6(own.address) === isLinkLocal6(dst) ? 1 : 0,
  onDevice ? 1 : 0,
  labelOf(own.address) === labelOf(dst) ? 1 : 0,
  Math.min(commonPrefix(own.address, dst), own.prefix),
]

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((part, place) => part !== b[place])
  return (a[i] ?? 0) - (b[i] ?? 0)
}

/** First words of prefixes, their lengths, and their labels. Source: Linux `ip6addrlbl_init_table`. */
const LABELS: readonly (readonly [number, number, number])[] = [
  [0xfc000000, 7, 5],
  [0xfec00000, 10, 11],
  [0x20020000, 16, 2],
  [0x3ffe0000, 16, 12],
  [0x20010010, 28, 7],
  [0x20010000, 32, 6],
]

const labelOf = ({ words }: Address): number =>
  LABELS.find(([start, prefix]) => ((start ^ (words[0] ?? 0)) & maskWord(prefix, 0)) === 0)?.[2] ??
  1

function commonPrefix(a: Address, b: Address): number {
  const i = a.words.findIndex((word, place) => word !== b.words[place])
  return i < 0 ? 128 : i * 32 + Math.clz32((a.words[i] ?? 0) ^ (b.words[i] ?? 0))
}
