import type { Family } from '../net/address.ts'
import type { Packet } from '../net/packet.ts'
import { isIcmp, PROTOCOLS } from '../net/protocol.ts'
import type { Walk } from './trace.ts'

/** What `[packets:bytes]` says. Table nat counts the first packet of each flow. */
export interface Counter {
  readonly packets: number
  readonly bytes: number
}

/** Of one table: the policies of its built-in chains by name, its rules by `Rule.id`. */
export interface Counters {
  readonly chains: ReadonlyMap<string, Counter>
  readonly rules: ReadonlyMap<string, Counter>
}

export const noCounters: Counters = { chains: new Map(), rules: new Map() }

/**
 * The counters after a packet of `bytes` has walked: of every rule that matched, and of a policy
 * only where the walk came to it.
 */
export function countWalks(before: Counters, walks: readonly Walk[], bytes: number): Counters {
  const chains = new Map(before.chains)
  const rules = new Map(before.rules)
  for (const step of walks.flatMap(({ steps }) => steps)) {
    if (step.kind === 'policy') add(chains, step.chain, bytes)
    if (step.kind === 'matched' && step.did.kind !== 'undetermined') add(rules, step.rule.id, bytes)
  }
  return { chains, rules }
}

function add(counters: Map<string, Counter>, key: string, bytes: number): void {
  const { packets, bytes: sum } = counters.get(key) ?? { packets: 0, bytes: 0 }
  counters.set(key, { packets: packets + 1, bytes: sum + bytes })
}

/**
 * Bytes of the whole packet; of one that does not say, of the shortest that can begin a flow: a TCP
 * SYN without options, a UDP datagram or an echo request without data, an SCTP INIT without
 * parameters, else the bare IP header.
 */
export function bytesOf({ src: { family }, protocol, length }: Packet): number {
  return length ?? HEADER[family] + payloadOf(protocol)
}

const HEADER: Readonly<Record<Family, number>> = { 4: 20, 6: 40 }

function payloadOf(protocol: number): number {
  if (protocol === PROTOCOLS.tcp) return 20
  if (protocol === PROTOCOLS.sctp) return 32
  return protocol === PROTOCOLS.udp || isIcmp(protocol) ? 8 : 0
}
