import { formatAddress } from '../../net/address.ts'
import type { Cidr } from '../../net/cidr.ts'
import type { Node } from '../../topology/cluster.ts'
import type { Attachment, Endpoint, OnPremNetwork } from '../../topology/network.ts'
import type { NodeCrossing, Visit } from '../cross-node.ts'
import type { Journal } from '../journal.ts'
import type { Moving } from '../moving.ts'
import type { Reason } from '../reason.ts'
import type { Missing, PlaceId, Stage } from '../trace.ts'
import type { Flow, World } from '../world.ts'
import type { Fabric } from './fabric.ts'
import type { Machine } from './machine.ts'

/** What the packet passed through on its way out, in order, and what its answer may meet again. */
export type Crossing =
  | ({ readonly kind: 'node'; readonly arrival: Visit['arrival'] } & NodeCrossing)
  | { readonly kind: 'tunnel'; readonly at: PlaceId; readonly from: string; readonly to: string }
  | { readonly kind: 'attachment'; readonly attachment: string }
  | { readonly kind: 'appliance'; readonly endpoint: Endpoint; readonly keepsState: boolean }
  | Translation
  /** Out of the VPC and onto the internet as it is. */
  | { readonly kind: 'gateway'; readonly vpc: string; readonly src: Moving['src'] }

/** On its way out the source was changed, on its way in the destination. */
export interface Translation {
  readonly kind: 'translation'
  readonly at: PlaceId
  /** Where an answer goes on from, once it is turned back. */
  readonly back: Standing
  readonly before: Moving
  readonly after: Moving
}

/** Where a packet is, between two steps of its way. */
export type Standing =
  | { readonly in: 'node'; readonly node: Node; readonly arrival: Visit['arrival'] }
  | { readonly in: 'vpc'; readonly vpc: string; readonly from: VpcSide }
  | { readonly in: 'far'; readonly network: OnPremNetwork; readonly over: Attachment | null }
  | { readonly in: 'internet'; readonly fromHost: boolean }

/** Where a packet came into the VPC. */
export type VpcSide =
  | Machine
  | { readonly kind: 'attachment'; readonly attachment: Attachment }
  | { readonly kind: 'internet' }

export interface Journey {
  readonly end: 'arrived' | 'dropped' | 'not-told'
  readonly at: PlaceId
  readonly reason: Reason
  readonly missing: readonly Missing[]
  readonly crossings: readonly Crossing[]
  /** Where an answer, or a refusal, sets out; null where nobody says anything. */
  readonly answers: Standing | null
}

/** A first packet under way. */
export interface Travel {
  readonly world: World
  readonly fabric: Fabric
  readonly journal: Journal
  readonly flow: Flow
  /** Which of several ways to follow where a chance decides on the first node that is met. */
  readonly choice: number
  readonly crossings: Crossing[]
  /** Places with the addresses that it had there: whoever comes back to one goes round for ever. */
  readonly been: Set<string>
  /** The ways that chance left open on the first node. */
  ways: readonly { readonly probability: number }[]
  /** The sources that it may really have, where a translator picks one. */
  guess: Guess | null
}

export interface Guess {
  readonly ranges: readonly Cidr[]
  readonly missing: Missing
}

export const nodesCrossed = ({ crossings }: Pick<Journey, 'crossings'>) =>
  crossings.filter((crossing) => crossing.kind === 'node')

export function arrive(travel: Travel, at: PlaceId, answers: Standing): Journey {
  const { journal, crossings } = travel
  const reason: Reason = { code: 'arrived', at, src: formatAddress(journal.moving().src) }
  journal.note({ place: at, stage: 'arrival', mood: 'delivered', reason })
  return { end: 'arrived', at, reason, missing: [], crossings, answers }
}

/** `answers`: where a refusal sets out; whoever drops in silence has none. */
export function dropped(
  travel: Travel,
  at: PlaceId,
  reason: Reason,
  answers: Standing | null = null,
): Journey {
  const stage = STAGE_OF_DROP[reason.code] ?? 'vpc-routing'
  travel.journal.note({ place: at, stage, mood: 'dropped', reason })
  return { ...droppedUnsaid(travel, at, reason), answers }
}

/** The node has already written the hop at which it died. */
export const droppedUnsaid = ({ crossings }: Travel, at: PlaceId, reason: Reason): Journey => ({
  end: 'dropped',
  at,
  reason,
  missing: [],
  crossings,
  answers: null,
})

/** Something that decides is told nowhere. */
export function notTold(
  { journal, crossings }: Travel,
  at: PlaceId,
  missing: Missing,
  stage: Stage = 'vpc-routing',
): Journey {
  const reason: Reason = { code: 'not-told', missing: missing.code, of: missing.of }
  journal.note({ place: at, stage, mood: 'undetermined', reason })
  return { end: 'not-told', at, reason, missing: [missing], crossings, answers: null }
}

const STAGE_OF_DROP: Partial<Record<Reason['code'], Stage>> = {
  'dropped-far-firewall': 'firewall',
  'dropped-vpc-firewall': 'firewall',
  'dropped-endpoint-refuses': 'firewall',
  'dropped-cloud-nat-not-covering': 'cloud-nat',
  'dropped-no-internet-path': 'cloud-nat',
  'dropped-nobody-there': 'arrival',
  'dropped-port-closed': 'arrival',
  'dropped-own-address': 'arrival',
}
