import type { Header } from '../engine/trace.ts'
import type { PassingPacket } from './passing-packet.ts'
import { portText } from './port-text.ts'

/** Who sends and who is sent to, as Hubble names them: `default/pod-a (ID:<256-65535>)`. */
export interface HubbleEnd {
  readonly name: string
  /** `world`, `host`, `remote-node`; null: an identity that the cluster numbers. */
  readonly identity: string | null
}

export interface HubbleEvent {
  readonly packet: PassingPacket
  readonly from: HubbleEnd
  readonly to: HubbleEnd
  readonly point: 'to-stack' | 'to-network' | 'to-endpoint'
  /** Cilium's own word for why it was dropped; null where it went on. */
  readonly dropped: string | null
}

/**
 * A line of `hubble observe`. An answer keeps the ends where they were and turns the arrow. Numbers of
 * identities are the cluster's; the clock is ours. Source: cilium/cilium hubble/pkg/printer, Jan 2025.
 */
export function hubbleLine({ packet, from, to, point, dropped }: HubbleEvent): string {
  const { header, kind } = packet
  const isAnswer = kind !== 'request'
  const sender = endText(from, isAnswer ? header.dport : header.sport, header)
  const other = endText(to, isAnswer ? header.sport : header.dport, header)
  const way = `${sender} ${isAnswer ? '<-' : '->'} ${other} ${point} FORWARDED`
  const end = `${sender} <> ${other} ${dropped} DROPPED`
  return `${CLOCK}: ${dropped === null ? way : end} (${summaryOf(packet)})`
}

const CLOCK = 'Jan  1 00:00:00.000'

function endText({ name, identity }: HubbleEnd, port: Header['sport'], { protocol }: Header) {
  const ported = port !== undefined && !protocol.startsWith('icmp')
  const host = ported && name.includes(':') ? `[${name}]` : name
  return `${host}${ported ? `:${portText(port)}` : ''} (${identity ?? 'ID:<256-65535>'})`
}

function summaryOf({ header: { protocol }, kind }: PassingPacket): string {
  if (protocol === 'tcp') return `TCP Flags: ${FLAGS[kind]}`
  if (protocol === 'icmp') return `ICMPv4 ${ECHOES[kind]}`
  if (protocol === 'icmpv6') return `ICMPv6 ${ECHOES[kind]}`
  return protocol.toUpperCase()
}

const FLAGS = { request: 'SYN', answer: 'SYN, ACK', refusal: 'ACK, RST' } as const
const ECHOES = { request: 'EchoRequest', answer: 'EchoReply', refusal: 'DestinationUnreachable' }
