import { formatAddress } from '../../net/address.ts'
import type { Attachment, OnPremNetwork } from '../../topology/network.ts'
import type { NodeCrossing } from '../cross-node.ts'
import type { Journal } from '../journal.ts'
import type { Moving } from '../moving.ts'
import type { Reason } from '../reason.ts'
import type { PlaceId, Stage } from '../trace.ts'
import type { Flow, World } from '../world.ts'

/** What the packet passed through on its way out, in order: its answer meets the same, backwards. */
export type Crossing =
  | ({ readonly kind: 'node' } & NodeCrossing)
  | { readonly kind: 'vpc'; readonly vpc: string; readonly from: VpcSide }
  | { readonly kind: 'tunnel'; readonly at: PlaceId; readonly from: string; readonly to: string }
  | {
      readonly kind: 'attachment'
      readonly attachment: Attachment
      readonly network: OnPremNetwork
    }
  /** On its way out the source was changed, on its way in the destination. */
  | {
      readonly kind: 'internet-nat'
      readonly at: PlaceId
      readonly before: Moving
      readonly after: Moving
    }

/** Where a packet came into the VPC: there its answer must leave it. */
export type VpcSide =
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'endpoint'; readonly name: string }
  | { readonly kind: 'attachment'; readonly attachment: Attachment }
  | { readonly kind: 'internet' }

export interface Journey {
  readonly end: 'arrived' | 'dropped'
  readonly at: PlaceId
  readonly reason: Reason
  readonly crossings: readonly Crossing[]
}

/** A first packet under way. */
export interface Travel {
  readonly world: World
  readonly journal: Journal
  readonly flow: Flow
  /** Which of several ways to follow where a chance decides on the first node that is met. */
  readonly choice: number
  readonly crossings: Crossing[]
  /** The ways that chance left open on the first node. */
  ways: readonly { readonly probability: number }[]
}

export const nodesCrossed = ({ crossings }: Pick<Journey, 'crossings'>) =>
  crossings.filter((crossing) => crossing.kind === 'node')

export function arrive({ journal, crossings }: Travel, at: PlaceId): Journey {
  const reason: Reason = { code: 'arrived', at, src: formatAddress(journal.moving().src) }
  journal.note({ place: at, stage: 'arrival', mood: 'delivered', reason })
  return { end: 'arrived', at, reason, crossings }
}

export function dropped(travel: Travel, at: PlaceId, reason: Reason): Journey {
  const stage = STAGE_OF_DROP[reason.code] ?? 'vpc-routing'
  travel.journal.note({ place: at, stage, mood: 'dropped', reason })
  return droppedUnsaid(travel, at, reason)
}

/** The node has already written the hop at which it died. */
export const droppedUnsaid = ({ crossings }: Travel, at: PlaceId, reason: Reason): Journey => ({
  end: 'dropped',
  at,
  reason,
  crossings,
})

const STAGE_OF_DROP: Partial<Record<Reason['code'], Stage>> = {
  'dropped-far-firewall': 'firewall',
  'dropped-cloud-nat-not-covering': 'cloud-nat',
  'dropped-no-internet-path': 'cloud-nat',
  'dropped-nobody-there': 'arrival',
  'dropped-port-closed': 'arrival',
  'dropped-own-address': 'arrival',
}
