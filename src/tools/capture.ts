import { firstPacketBytes } from '../engine/counters.ts'
import type { Header } from '../engine/trace.ts'
import type { PassingPacket } from './passing-packet.ts'
import { portText } from './port-text.ts'

/**
 * A packet as `tcpdump -nn -t` prints it. What a kernel picks by chance (sequence numbers, time stamps)
 * is the same in every scenario. Source: tcpdump 4.99.3 on Linux 6.18, measured; INIT ACK and ABORT of
 * SCTP from print-sctp.c, unverified.
 */
export function captureLine(packet: PassingPacket): string {
  const { header } = packet
  const six = header.src.includes(':')
  return `${six ? 'IP6' : 'IP'} ${bodyOf(packet, six)}`
}

/** The same as `tcpdump -i any` prints it: the device goes before, and whether it comes or leaves. */
export const anyCaptureLine = (device: string, way: 'In' | 'Out', packet: PassingPacket): string =>
  `${device.padEnd(5)} ${way.padEnd(3)} ${captureLine(packet)}`

/** What goes to stderr before the first packet. */
export const captureHead = (device: string): readonly string[] => [
  'tcpdump: verbose output suppressed, use -v[v]... for full protocol decode',
  `listening on ${device}, link-type ${device === 'any' ? 'LINUX_SLL2 (Linux cooked v2)' : 'EN10MB (Ethernet)'}, snapshot length 262144 bytes`,
]

/** The command for a flow's packets: `-q` keeps tcpdump from reading what only a real datagram holds. */
export function captureCommand(device: string, { protocol }: Header, peer: string): string {
  const quiet = protocol === 'udp' ? ' -q' : ''
  return `tcpdump -nn -t${quiet} -i ${device} ${filterOf(protocol)}host ${peer}`
}

const filterOf = (protocol: string): string => {
  if (/^\d/.test(protocol)) return `proto ${protocol} and `
  return `${protocol === 'icmpv6' ? 'icmp6' : protocol} and `
}

function bodyOf({ header, kind }: PassingPacket, six: boolean): string {
  const { src, dst, protocol } = header
  if (kind === 'refusal' && protocol !== 'tcp' && protocol !== 'sctp')
    return unreachable(header, six)
  switch (protocol) {
    case 'tcp':
      return `${ends(header)}: ${SEGMENTS[kind]}`
    case 'udp':
      return `${ends(header)}: UDP, length 1`
    case 'sctp':
      return `${ends(header)}: ${CHUNKS[kind]}`
    case 'icmp':
      return `${src} > ${dst}: ICMP ${icmpWords(header, kind)}`
    case 'icmpv6':
      return `${src} > ${dst}: ICMP6, ${echoWords(header, kind)}`
    default:
      return `${src} > ${dst}:  ip-proto-${protocol} 0`
  }
}

function ends({ src, dst, sport, dport }: Header): string {
  const from = sport ? `.${portText(sport)}` : ''
  const to = dport ? `.${portText(dport)}` : ''
  return `${src}${from} > ${dst}${to}`
}

/** A link of 1500 bytes; the answer acknowledges the first segment. */
const SEGMENTS = {
  request:
    'Flags [S], seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 1000000 ecr 0,nop,wscale 7], length 0',
  answer:
    'Flags [S.], seq 2000000000, ack 1000000001, win 65160, options [mss 1460,sackOK,TS val 2000000 ecr 1000000,nop,wscale 7], length 0',
  refusal: 'Flags [R.], seq 0, ack 1000000001, win 0, length 0',
} as const

/** tcpdump leaves a space behind the last chunk. */
const CHUNKS = {
  request: 'sctp (1) [INIT] [init tag: 1] [rwnd: 106496] [OS: 10] [MIS: 65535] [init TSN: 1] ',
  answer: 'sctp (1) [INIT ACK] [init tag: 2] [rwnd: 106496] [OS: 10] [MIS: 10] [init TSN: 2] ',
  refusal: 'sctp (1) [ABORT] ',
} as const

function icmpWords(header: Header, kind: PassingPacket['kind']): string {
  const { icmpType, sport } = header
  if (icmpType === undefined || icmpType === 8 || icmpType === 0) return echoWords(header, kind)
  const id = sport ? portText(sport) : '0'
  if (icmpType === 13) return `time stamp query id ${id} seq 1, length 20`
  if (icmpType !== 14) return `type-#${icmpType}, length 8`
  return `time stamp reply id ${id} seq 1: org 00:00:00.000, recv 00:00:00.000, xmit 00:00:00.000, length 20`
}

const echoWords = ({ sport }: Header, kind: PassingPacket['kind']): string =>
  `echo ${kind === 'request' ? 'request' : 'reply'}, id ${sport ? portText(sport) : '0'}, seq 1, length 64`

/** The port, or the protocol, that nobody is behind; the message holds the packet that it answers. */
function unreachable({ src, dst, sport, protocol }: Header, six: boolean): string {
  const held = 8 + firstPacketBytes({ src, protocol })
  const port = sport ? portText(sport) : ''
  if (six) {
    return `${src} > ${dst}: ICMP6, destination unreachable, unreachable port, ${src} ${protocol} port ${port}, length ${held}`
  }
  return protocol === 'udp'
    ? `${src} > ${dst}: ICMP ${src} udp port ${port} unreachable, length ${held}`
    : `${src} > ${dst}: ICMP ${src} protocol ${protocol} unreachable, length ${held}`
}
