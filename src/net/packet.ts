import type { Address } from './address.ts'

/**
 * The first packet of a flow, as the engine handles it. `sport` and `dport` are ports for tcp, udp
 * and sctp; for an ICMP echo request `sport` is its identifier. Both are 0 where they mean nothing.
 */
export interface Packet {
  readonly src: Address
  readonly dst: Address
  /** IANA protocol number. */
  readonly protocol: number
  readonly sport: number
  readonly dport: number
  /** ICMP or ICMPv6 type and code; an echo request is 8/0 or 128/0. */
  readonly icmp?: { readonly type: number; readonly code: number }
  /** Whole IP packet in bytes, for the byte counters. */
  readonly length?: number
}
