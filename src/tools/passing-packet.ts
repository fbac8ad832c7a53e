import type { Header } from '../engine/trace.ts'

/** A packet of a flow as it passes a place: the flow's first, the answer to it, or a refusal of it. */
export interface PassingPacket {
  readonly header: Header
  readonly kind: 'request' | 'answer' | 'refusal'
}

/**
 * Bytes of a flow's first packet, its IP header with it, as the usual commands send it: Linux's SYN, a
 * `ping` with its 56 bytes, the one byte of `nc -zu`, an SCTP INIT without parameters. Measured, Linux 6.18.
 */
export function firstPacketBytes({ src, protocol }: Header): number {
  return (src.includes(':') ? 40 : 20) + (PAYLOADS[protocol] ?? 0)
}

const PAYLOADS: Readonly<Record<string, number>> = {
  tcp: 40,
  udp: 9,
  icmp: 64,
  icmpv6: 64,
  sctp: 32,
}
