import type { Header } from '../engine/trace.ts'
import { PROTOCOLS, type ProtocolName } from '../net/protocol.ts'
import { portText } from './port-text.ts'

/** A flow as conntrack holds it. */
export interface TrackedFlow {
  readonly original: Header
  /** How the answers look as they come to the node. */
  readonly reply: Header
  /** `stands`: the connection is open, where the protocol has any. */
  readonly seen: 'request' | 'answer' | 'stands'
  readonly mark: number
}

/**
 * A flow as `conntrack -L` prints it, one second old. Source: conntrack-tools 1.4.7 on Linux 6.18,
 * measured; the states and time-outs of SCTP from nf_conntrack_proto_sctp.c, unverified.
 */
export function conntrackLine({ original, reply, seen, mark }: TrackedFlow): string {
  const waits = seen === 'request' ? '[UNREPLIED] ' : ''
  const sure = seen === 'stands' && connects(original) ? '[ASSURED] ' : ''
  return `${headOf(original, seen)} ${tuple(original, 'request')} ${waits}${tuple(reply, 'answer')} ${sure}mark=${mark} use=1`
}

/** What conntrack says to stderr when it has listed them. */
export const conntrackTail = (flows: number): string =>
  `conntrack v1.4.7 (conntrack-tools): ${flows} flow entries have been shown.`

export const conntrackCommand = ({ dst }: Header): string =>
  `conntrack -L ${dst.includes(':') ? '-f ipv6 ' : ''}-d ${dst}`

const connects = ({ protocol }: Header): boolean => protocol === 'tcp' || protocol === 'sctp'

function headOf({ protocol }: Header, seen: TrackedFlow['seen']): string {
  const known = PROTOCOLS[protocol as ProtocolName]
  const name = (known === undefined ? 'unknown' : protocol).padEnd(8)
  return `${name} ${known ?? protocol} ${STATES[protocol]?.[seen] ?? (known === undefined ? '599' : '29')}`
}

const STATES: Readonly<Record<string, Readonly<Record<TrackedFlow['seen'], string>>>> = {
  tcp: { request: '119 SYN_SENT', answer: '59 SYN_RECV', stands: '431999 ESTABLISHED' },
  sctp: { request: '2 COOKIE_WAIT', answer: '2 COOKIE_WAIT', stands: '209 ESTABLISHED' },
}

function tuple(header: Header, way: 'request' | 'answer'): string {
  return [`src=${header.src}`, `dst=${header.dst}`, ...ofProtocol(header, way)].join(' ')
}

function ofProtocol(header: Header, way: 'request' | 'answer'): readonly string[] {
  const { protocol, sport, dport, icmpType } = header
  if (protocol.startsWith('icmp')) {
    const type = icmpType ?? ECHOES[way][protocol === 'icmp' ? 0 : 1]
    return [`type=${type}`, 'code=0', `id=${sport ? portText(sport) : '0'}`]
  }
  return [
    ...(sport === undefined ? [] : [`sport=${portText(sport)}`]),
    ...(dport === undefined ? [] : [`dport=${portText(dport)}`]),
  ]
}

/** ICMP, ICMPv6. */
const ECHOES = { request: [8, 128], answer: [0, 129] } as const
