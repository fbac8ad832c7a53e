import type { Address } from '../net/address.ts'
import { cidrContains } from '../net/cidr.ts'
import type { Route } from '../topology/node.ts'
import {
  isAllNodes,
  isInterfaceLocal6,
  isLimitedBroadcast,
  isLinkLocal6,
  isLoopback,
  isMulticast,
  isUnspecified,
} from './address-class.ts'
import type { LocalRange, ReadyNode } from './ready-node.ts'

export type Routing =
  /** An address of the node itself: INPUT, and POSTROUTING is never reached. */
  | { readonly kind: 'local' }
  | { readonly kind: 'out'; readonly route: Route }
  | { readonly kind: 'none' }

const LOCAL: Routing = { kind: 'local' }
const NONE: Routing = { kind: 'none' }

/** Where a packet that arrived by `by` goes. Longest prefix wins, among equals the first. */
export const routeReceived = (node: ReadyNode, src: Address, dst: Address, by: string): Routing =>
  dst.family === 4 ? routeReceived4(node, src, dst, by) : routeReceived6(node, src, dst, by)

/** Source: Linux `ip_route_input_slow`, measured on 6.18. */
function routeReceived4(node: ReadyNode, src: Address, dst: Address, by: string): Routing {
  if (isMulticast(src) || isLimitedBroadcast(src)) return NONE
  if (isLimitedBroadcast(dst) || (isUnspecified(src) && isUnspecified(dst))) return LOCAL
  if (isUnspecified(src) || isUnspecified(dst)) return NONE
  if (isMulticast(dst)) return isAllNodes(dst) ? LOCAL : NONE
  if (by !== 'lo' && isStolen(node, src, dst)) return NONE
  return localRangeOf(node, dst) ? LOCAL : outward(node, dst)
}

/** An address of the node itself, or of its loopback net, cannot come from outside. */
const isStolen = (node: ReadyNode, src: Address, dst: Address): boolean =>
  isLoopback(src) || isLoopback(dst) || localRangeOf(node, src)?.type === 'LOCAL'

/**
 * A link-local destination is looked for on the link it came from, a link-local source does not
 * leave it. Source: Linux `ip6_forward`, `rt6_need_strict`, measured on 6.18.
 */
function routeReceived6(node: ReadyNode, src: Address, dst: Address, by: string): Routing {
  if (isMulticast(dst)) return isAllNodes(dst) ? LOCAL : NONE
  if (localRangeOf(node, dst)) return LOCAL
  const routing = outward(node, dst, isLinkLocal6(dst) ? by : null)
  const leavesLink = routing.kind === 'out' && routing.route.dev !== by
  return isUnspecified(src) || (isLinkLocal6(src) && leavesLink) ? NONE : routing
}

/**
 * Whether the kernel drops what arrives from outside before any hook. Source: Linux `ip6_rcv_core`,
 * measured on 6.18; IPv4 has nothing of the kind.
 */
export const isDroppedOnArrival = (src: Address, dst: Address): boolean =>
  dst.family === 6 &&
  (isLoopback(src) || isLoopback(dst) || isMulticast(src) || isInterfaceLocal6(dst))

/** Where a packet of a process of the node goes. */
export function routeSent(node: ReadyNode, dst: Address): Routing {
  if (isUnspecified(dst)) return LOCAL
  const own = localRangeOf(node, dst)
  if (own && own.type !== 'BROADCAST') return LOCAL
  return own ? { kind: 'out', route: { to: own.to, dev: own.dev, via: null } } : outward(node, dst)
}

export function localRangeOf(node: ReadyNode, address: Address): LocalRange | undefined {
  for (const range of node.local) if (cidrContains(range.to, address)) return range
  return undefined
}

/** `dev`: only over this interface. */
function outward(node: ReadyNode, dst: Address, dev: string | null = null): Routing {
  for (const route of node.routes) {
    if (dev !== null && route.dev !== dev) continue
    if (cidrContains(route.to, dst)) return { kind: 'out', route }
  }
  return NONE
}
