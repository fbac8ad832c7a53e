import type { Address } from '../net/address.ts'
import { cidrContains } from '../net/cidr.ts'
import type { Route } from '../topology/node.ts'
import {
  isAllNodes,
  isLimitedBroadcast,
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
export function routeReceived(node: ReadyNode, dst: Address, by: string): Routing {
  if (isMulticast(dst)) return isAllNodes(dst) ? LOCAL : NONE
  if (isLimitedBroadcast(dst)) return LOCAL
  if (isUnspecified(dst) || (by !== 'lo' && isLoopback(dst))) return NONE
  return localRangeOf(node, dst) ? LOCAL : outward(node, dst)
}

/** Where a packet of a process of the node goes. */
export function routeSent(node: ReadyNode, dst: Address): Routing {
  const own = localRangeOf(node, dst)
  if (own && own.type !== 'BROADCAST') return LOCAL
  return own ? { kind: 'out', route: { to: own.to, dev: own.dev, via: null } } : outward(node, dst)
}

export function localRangeOf(node: ReadyNode, address: Address): LocalRange | undefined {
  for (const range of node.local) if (cidrContains(range.to, address)) return range
  return undefined
}

function outward(node: ReadyNode, dst: Address): Routing {
  for (const route of node.routes) if (cidrContains(route.to, dst)) return { kind: 'out', route }
  return NONE
}
