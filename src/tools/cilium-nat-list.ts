import type { Header } from '../engine/trace.ts'
import { portText } from './port-text.ts'

/**
 * A translation as `cilium-dbg bpf nat list` prints it, both directions. An echo stands there with its
 * identifier on the side that asks, and 0 on the other. Source: cilium/cilium, pkg/maps/nat, pkg/tuple.
 */
export function ciliumNatLines(before: Header, after: Header): readonly string[] {
  const name = NAMES[before.protocol] ?? before.protocol
  const here = end(before.src, before.sport)
  const there = end(before.dst, before.protocol.startsWith('icmp') ? undefined : before.dport)
  const outside = end(after.src, after.sport)
  return [
    `${name} OUT ${here} -> ${there} XLATE_SRC ${outside} ${AGE}`,
    `${name} IN ${there} -> ${outside} XLATE_DST ${here} ${AGE}`,
  ]
}

const AGE = 'Created=0sec ago NeedsCT=0'

const NAMES: Readonly<Record<string, string>> = {
  tcp: 'TCP',
  udp: 'UDP',
  icmp: 'ICMP',
  icmpv6: 'ICMPv6',
  sctp: 'SCTP',
}

const end = (address: string, port: Header['sport']): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port ? portText(port) : '0'}`
