import type { Address } from '../net/address.ts'

/** 224.0.0.0/4 or ff00::/8. */
export const isMulticast = ({ family, words }: Address): boolean =>
  family === 4 ? (words[0] ?? 0) >>> 28 === 0xe : (words[0] ?? 0) >>> 24 === 0xff

/** 127.0.0.0/8 or ::1. */
export const isLoopback = ({ family, words }: Address): boolean =>
  family === 4 ? (words[0] ?? 0) >>> 24 === 127 : words.every((word, i) => word === (i < 3 ? 0 : 1))

/** 0.0.0.0 or `::`. */
export const isUnspecified = ({ words }: Address): boolean => words.every((word) => word === 0)

export const isLimitedBroadcast = ({ family, words }: Address): boolean =>
  family === 4 && words[0] === 0xffffffff

/** ff00::/16 and ff01::/16, which stay inside of an interface, whatever their flags. */
export const isInterfaceLocal6 = ({ family, words }: Address): boolean =>
  family === 6 && ((words[0] ?? 0) & 0xff0e0000) >>> 0 === 0xff000000

/** fe80::/10. */
export const isLinkLocal6 = ({ family, words }: Address): boolean =>
  family === 6 && (words[0] ?? 0) >>> 22 === 0x3fa

/** ::ffff:0:0/96, which the kernel does not count as unicast. */
export const isMapped = ({ family, words }: Address): boolean =>
  family === 6 && words[0] === 0 && words[1] === 0 && words[2] === 0xffff

/**
 * The groups that a node joins which began to forward after its interfaces came up: 224.0.0.1,
 * ff02::1, ff02::2 and ff05::2.
 */
export const isAllNodes = ({ family, words }: Address): boolean =>
  family === 4
    ? words[0] === 0xe0000001
    : words[1] === 0 &&
      words[2] === 0 &&
      ((words[0] === 0xff020000 && (words[3] === 1 || words[3] === 2)) ||
        (words[0] === 0xff050000 && words[3] === 2))

/**
 * The scope of an IPv6 address where it is narrower than global. Of multicast scopes the kernel tells
 * apart these three alone. Source: Linux `__ipv6_addr_type`, `ipv6_scope2type`.
 */
export function narrowScope(address: Address): 'node' | 'link' | 'site' | null {
  const first = (address.words[0] ?? 0) >>> 16
  if (first >>> 6 === 0xfe80 >>> 6) return 'link'
  if (first >>> 6 === 0xfec0 >>> 6) return 'site'
  if (first >>> 8 !== 0xff) return null
  return MULTICAST_SCOPES.get(first & 0xf) ?? null
}

const MULTICAST_SCOPES = new Map<number, 'node' | 'link' | 'site'>([
  [1, 'node'],
  [2, 'link'],
  [5, 'site'],
])
