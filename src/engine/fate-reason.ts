import { formatAddress } from '../net/address.ts'
import type { Passage } from './node.ts'
import { place } from './place.ts'
import { programReason } from './program-reason.ts'
import type { Reason } from './reason.ts'
import type { Refusal } from './world.ts'

function refusalReason(
  { service, verdict, port }: Refusal,
  { packet }: Passage,
  node: string,
): Reason {
  const dst = formatAddress(packet.dst)
  return verdict === 'reject'
    ? { code: 'refused-no-endpoints', service, dst, port }
    : { code: 'dropped-no-local-endpoints', service, node }
}

/** Why a node let a packet go no further; null where it did. */
export function fateReason(passage: Passage, node: string): Reason | null {
  const { fate, route, packet } = passage
  switch (fate) {
    case 'program-dropped':
      return programReason(passage)
    case 'no-route':
      return { code: 'dropped-no-route', at: place.node(node), dst: formatAddress(packet.dst) }
    case 'no-source-address':
      return { code: 'dropped-no-source-address', device: route?.dev ?? '' }
    case 'no-free-port':
      return { code: 'dropped-no-free-port', node, src: formatAddress(packet.src) }
    case 'refused':
      if (passage.refusedBecause) return passage.refusedBecause
      return passage.refusal ? refusalReason(passage.refusal, passage, node) : null
    default:
      return null
  }
}
