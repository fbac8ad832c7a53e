import { formatAddress } from '../../../net/address.ts'
import type { Journal } from '../../journal.ts'
import { place } from '../../place.ts'
import type { Reason } from '../../reason.ts'
import type { Missing, PlaceId } from '../../trace.ts'
import type { Sender } from '../../world.ts'
import type { Fabric } from '../fabric.ts'
import type { Memory } from './memory.ts'

/** An answer under way. */
export interface Return {
  readonly fabric: Fabric
  readonly journal: Journal
  readonly sender: Sender
  /** What the first packet left behind on its way. */
  readonly memory: Memory
  readonly been: Set<string>
}

export interface ReturnEnd {
  readonly end: 'answered' | 'lost' | 'not-told'
  readonly at: PlaceId
  readonly reason: Reason
  readonly missing?: Missing
}

/** It is with whoever opened the connection. */
export function answered({ journal, sender }: Return): ReturnEnd {
  const at = senderPlace(sender)
  const reason: Reason = { code: 'arrived', at, src: formatAddress(journal.moving().src) }
  journal.note({ place: at, stage: 'arrival', mood: 'delivered', reason })
  return { end: 'answered', at, reason }
}

export function lost({ journal }: Return, at: PlaceId, reason: Reason): ReturnEnd {
  journal.note({ place: at, stage: 'vpc-routing', mood: 'dropped', reason })
  return { end: 'lost', at, reason }
}

export function senderPlace(sender: Sender): PlaceId {
  if (sender.kind === 'endpoint') return place.endpoint(sender.endpoint.name)
  return sender.pod ? place.pod(sender.pod.name) : place.node(sender.node.name)
}
