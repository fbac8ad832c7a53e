import { type Address, sameAddress } from '../../net/address.ts'
import { cidrContains } from '../../net/cidr.ts'
import { isLinkLocal } from '../../topology/owner.ts'
import { isPublic } from '../public-address.ts'
import type { SharedAssumption } from '../trace.ts'
import { type Fabric, isDrawnOutside, type VpcNetwork } from './fabric.ts'
import { type Machine, machineTags } from './machine.ts'
import type { RouteEntry } from './route-entry.ts'

/** Where a VPC's routes send a packet. */
export type Way =
  | { readonly kind: 'metadata' }
  | {
      readonly kind: 'route'
      readonly entry: RouteEntry
      /** What had to be supposed to prefer it. */
      readonly supposed: readonly SharedAssumption[]
    }
  /** The route would lead what came from outside out again. */
  | { readonly kind: 'no-transit'; readonly entry: RouteEntry }
  | { readonly kind: 'none' }

/** Who gives the packet to the VPC. */
export interface Giver {
  /** Null: it comes over an attachment or from the internet. */
  readonly machine: Machine | null
  /** Null: not told, and every route holds. */
  readonly region: string | null
  /** Attachments to prefer among equals: those that the packet to be answered came over. */
  readonly prefers: ReadonlySet<string>
}

/**
 * Subnet routes before all others; then the longest one, the VPC's own before a peer's; of equals
 * the best priority, static before dynamic, the internet gateway last. It carries public addresses only.
 * Source: Google Cloud, "Routes": applicability and order. How a dynamic route's priority compares
 * with a static one's depends on the MED, which nobody tells: supposed.
 */
export function wayTo(fabric: Fabric, network: VpcNetwork, giver: Giver, dst: Address): Way {
  const { metadataServer } = fabric.topology
  if (metadataServer && sameAddress(metadataServer, dst)) return { kind: 'metadata' }
  if (isLinkLocal(dst)) return { kind: 'none' }
  const { routes } = network
  const [subnet] = longest(routes.subnets, giver, dst)
  if (subnet) return { kind: 'route', entry: subnet, supposed: supposedOf(subnet) }
  const best = preferred(longest(routes.custom, giver, dst), giver)
  if (!best) return { kind: 'none' }
  const { next } = best.entry
  const leaves = next.kind === 'gateway' || next.kind === 'attachment'
  if (next.kind === 'gateway' && !isPublic(dst) && !isDrawnOutside(fabric, dst))
    return { kind: 'none' }
  if (leaves && giver.machine === null) return { kind: 'no-transit', entry: best.entry }
  return { kind: 'route', ...best }
}

const supposedOf = ({ peering, to }: RouteEntry): readonly SharedAssumption[] =>
  peering && isPublic(to.base) ? ['peering-exchanges-public-ranges'] : []

/** All of the longest prefix; the VPC's own where it has one of that length. */
function longest(routes: readonly RouteEntry[], giver: Giver, dst: Address): readonly RouteEntry[] {
  let best: RouteEntry[] = []
  for (const entry of routes) {
    const prefix = best[0]?.to.prefix ?? -1
    if (entry.to.prefix < prefix || !cidrContains(entry.to, dst) || !holds(entry, giver)) continue
    if (entry.to.prefix > prefix) best = []
    best.push(entry)
  }
  const own = best.filter(({ peering }) => peering === null)
  return own.length > 0 ? own : best
}

function holds({ tags, region }: RouteEntry, giver: Giver): boolean {
  if (region !== null && giver.region !== null && region !== giver.region) return false
  if (tags.length === 0) return true
  const own = giver.machine ? machineTags(giver.machine) : []
  return tags.some((tag) => own.includes(tag))
}

type Preferred = Omit<Extract<Way, { kind: 'route' }>, 'kind'>

function preferred(equals: readonly RouteEntry[], giver: Giver): Preferred | null {
  const dynamic = equals.filter(isDynamic)
  const fixed = equals.filter((entry) => !isDynamic(entry)).toSorted(byPriority)
  const [best] = fixed
  if (best && (best.next.kind !== 'gateway' || dynamic.length === 0)) {
    const rivals = fixed.filter((entry) => byPriority(entry, best) === 0)
    const supposed = dynamic.length > 0 ? (['static-before-dynamic'] as const) : []
    return oneOf(rivals, giver, supposed)
  }
  return oneOf(dynamic, giver, [])
}

const isDynamic = ({ next }: RouteEntry): boolean => next.kind === 'attachment' && next.learned

const byPriority = (a: RouteEntry, b: RouteEntry): number =>
  a.priority - b.priority || Number(a.next.kind === 'gateway') - Number(b.next.kind === 'gateway')

function oneOf(
  rivals: readonly RouteEntry[],
  { prefers }: Giver,
  supposed: readonly SharedAssumption[],
): Preferred | null {
  const known = rivals.find(
    ({ next }) => next.kind === 'attachment' && prefers.has(next.attachment),
  )
  const entry = known ?? rivals[0]
  if (!entry) return null
  return { entry, supposed: rivals.length > 1 ? [...supposed, 'equal-routes-pick-one'] : supposed }
}
