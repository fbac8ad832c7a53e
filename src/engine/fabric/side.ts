import type { Moving } from '../moving.ts'
import { place } from '../place.ts'
import type { Reason } from '../reason.ts'
import type { Missing, PlaceId } from '../trace.ts'
import type { Giver, Way } from './choose-route.ts'
import type { Fabric, VpcNetwork } from './fabric.ts'
import { addressKey } from './host.ts'
import { type Machine, machineName, machineRegion } from './machine.ts'
import type { RouteEntry } from './route-entry.ts'
import type { VpcSide } from './travel.ts'

/** Who gives the packet to the VPC there. */
export const giverOf = (
  network: VpcNetwork,
  from: VpcSide,
  prefers: Giver['prefers'] = new Set(),
): Giver => {
  const machine = machineOf(from)
  const region = machine ? machineRegion(machine, network.vpc) : null
  return { machine, prefers, region: from.kind === 'attachment' ? from.attachment.region : region }
}

export const machineOf = (from: VpcSide): Machine | null =>
  from.kind === 'node' || from.kind === 'endpoint' ? from : null

const sideKey = (from: VpcSide): string => {
  if (from.kind === 'internet') return from.kind
  return from.kind === 'attachment' ? from.attachment.name : `${from.kind} ${machineName(from)}`
}

export function placeOf(from: VpcSide): PlaceId {
  if (from.kind === 'node') return place.node(from.node.name)
  if (from.kind === 'endpoint') return place.endpoint(from.endpoint.name)
  return from.kind === 'attachment' ? place.attachment(from.attachment.name) : place.internet
}

/** What is missing where it is in no VPC of the map. */
export function vpcOf(from: VpcSide): Missing {
  if (from.kind === 'internet') return { code: 'vpc', of: from.kind }
  const of = from.kind === 'attachment' ? from.attachment.name : machineName(from)
  return { code: 'vpc', of }
}

/** Why a VPC sends a packet nowhere. */
export function noWayReason(
  { attachments }: Fabric,
  vpc: string,
  way: Exclude<Way, { kind: 'route' }>,
  { from, dst }: { readonly from: VpcSide; readonly dst: string },
): Reason {
  const at = place.vpc(vpc)
  if (way.kind !== 'no-transit') return { code: 'dropped-no-route', at, dst }
  const { next, name } = way.entry
  const to = next.kind === 'attachment' ? attachments.get(next.attachment)?.to : null
  const isBack = from.kind === 'attachment' && from.attachment.to === to
  return isBack
    ? { code: 'dropped-routing-loop', at, route: name }
    : { code: 'dropped-no-transit', at, route: name }
}

/**
 * Whether the packet takes a route that it took before from the same place, with the same addresses:
 * it would do so for ever. Subnet routes end at a host, whose own rules are no routes.
 */
export function goesRound(
  been: Set<string>,
  at: PlaceId,
  { src, dst }: Moving,
  { from, entry }: { readonly from: VpcSide; readonly entry: RouteEntry },
): boolean {
  if (entry.next.kind === 'subnet' || entry.next.kind === 'node') return false
  const again = `${at} ${sideKey(from)} ${addressKey(src)} ${addressKey(dst)}`
  const known = been.has(again)
  been.add(again)
  return known
}
