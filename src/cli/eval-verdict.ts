import type { FlowPassed, Passage } from '../engine/node.ts'
import type { PortSeen } from '../engine/trace.ts'
import { formatAddress } from '../net/address.ts'
import { hasPorts } from '../net/protocol.ts'
import type { NonEmpty } from '../net/result.ts'

/**
 * What became of a packet. `sportRange` and `dportRange`, inclusive at both ends, stand for a port
 * that the kernel picks; `dropped` for a packet that neither left nor was delivered.
 */
export interface Verdict {
  readonly src?: string
  readonly dst?: string
  readonly sport?: number
  readonly sportRange?: readonly [number, number]
  readonly dport?: number
  readonly dportRange?: readonly [number, number]
  readonly out: string | null
  readonly dropped?: true
  /** Every way that chance may fall, where it decides; the verdict itself is the likeliest. */
  readonly alternatives?: readonly ({ readonly probability: number } & Verdict)[]
}

export function verdictOf(ways: NonEmpty<FlowPassed>): Verdict {
  const verdict = ofPassage(likeliest(ways).passage)
  if (ways.length === 1) return verdict
  const alternatives = ways.map(({ probability, passage }) => ({
    probability,
    ...ofPassage(passage),
  }))
  return { ...verdict, alternatives }
}

export const likeliest = (ways: NonEmpty<FlowPassed>): FlowPassed =>
  ways.reduce((best, way) => (way.probability > best.probability ? way : best))

function ofPassage({ packet, sport, dport, out, fate }: Passage): Verdict {
  if (out === null) return fate === 'local' ? { out } : { out, dropped: true }
  return {
    src: formatAddress(packet.src),
    dst: formatAddress(packet.dst),
    ...(hasPorts(packet.protocol) ? { ...sourcePort(sport), ...destinationPort(dport) } : {}),
    out,
  }
}

const sourcePort = (port: PortSeen): Pick<Verdict, 'sport' | 'sportRange'> =>
  port.kind === 'exact' ? { sport: port.port } : { sportRange: [port.lo, port.hi] }

const destinationPort = (port: PortSeen): Pick<Verdict, 'dport' | 'dportRange'> =>
  port.kind === 'exact' ? { dport: port.port } : { dportRange: [port.lo, port.hi] }
