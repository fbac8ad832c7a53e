import { formatAddress, sameAddress } from '../net/address.ts'
import type { Passage } from './node.ts'
import type { Reason } from './reason.ts'

/** Why a program at the device did what it did; null where it came to its end without a rule. */
export function programReason({ egress, packet }: Passage): Reason | null {
  const rule = egress?.walk.decided
  if (!egress || !rule) return null
  const { device, end, before } = egress
  const at = { chain: rule.chain, line: rule.line }
  const dst = formatAddress(packet.dst)
  switch (end.kind) {
    case 'dropped':
      return { code: 'dropped-by-program', ...at, device, text: end.text }
    case 'gateway':
      return { code: 'sent-to-gateway', ...at, dst, node: end.node }
    case 'kept':
      return { code: 'kept-by-program', ...at, dst, device }
    case 'translated':
      return sameAddress(before.packet.src, packet.src)
        ? { code: 'kept-already-that-address', src: formatAddress(packet.src), ...at }
        : { code: 'translated-by-program', ...at, dst, device, to: formatAddress(packet.src) }
  }
}
