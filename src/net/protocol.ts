/** IANA protocol numbers that netfilter's connection tracking knows ports or identifiers of. */
export const PROTOCOLS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58, sctp: 132 } as const
export type ProtocolName = keyof typeof PROTOCOLS

/** Protocols whose packets carry a source and a destination port. */
export const hasPorts = (protocol: number): boolean =>
  protocol === PROTOCOLS.tcp || protocol === PROTOCOLS.udp || protocol === PROTOCOLS.sctp

export const isIcmp = (protocol: number): boolean =>
  protocol === PROTOCOLS.icmp || protocol === PROTOCOLS.icmpv6
