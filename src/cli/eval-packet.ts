import type { Arrival } from '../engine/node.ts'
import type { Packet } from '../net/packet.ts'
import { PROTOCOLS, type ProtocolName } from '../net/protocol.ts'
import { err, ok, type Result } from '../net/result.ts'
import { field, type Json, numberOf, textOf } from './eval-json.ts'
import { readAddress } from './eval-node.ts'

export interface SentPacket {
  readonly packet: Packet
  readonly arrival: Arrival
}

/**
 * `{src, dst, proto, sport, dport?, in}` of a recording; `in` null or missing: a process of the node
 * sends it. `proto` may also be a number.
 */
export function readPacket(value: Json): Result<SentPacket, string> {
  const src = addressOf(value, 'src')
  if (!src.ok) return src
  const dst = addressOf(value, 'dst')
  if (!dst.ok) return dst
  if (src.value.family !== dst.value.family) return err('src and dst are of two families')
  const protocol = protocolOf(value)
  if (!protocol.ok) return protocol
  const sport = numberOf(value, 'sport', 65535, 0)
  if (!sport.ok) return sport
  const dport = numberOf(value, 'dport', 65535, 0)
  if (!dport.ok) return dport
  const arrival = arrivalOf(value)
  if (!arrival.ok) return arrival
  return ok({
    packet: {
      src: src.value,
      dst: dst.value,
      protocol: protocol.value,
      sport: sport.value,
      dport: dport.value,
    },
    arrival: arrival.value,
  })
}

function addressOf(value: Json, name: string): ReturnType<typeof readAddress> {
  const text = textOf(value, name)
  return text.ok ? readAddress(text.value) : text
}

function protocolOf(value: Json): Result<number, string> {
  const proto = field(value, 'proto')
  if (typeof proto === 'number') return numberOf(value, 'proto', 255)
  const known = typeof proto === 'string' && Object.hasOwn(PROTOCOLS, proto)
  return known ? ok(PROTOCOLS[proto as ProtocolName]) : err('proto is not a protocol')
}

function arrivalOf(value: Json): Result<Arrival, string> {
  const by = field(value, 'in') ?? null
  if (by === null) return ok({ kind: 'local' })
  return typeof by === 'string' ? ok({ kind: 'received', by }) : err('in is not an interface')
}
