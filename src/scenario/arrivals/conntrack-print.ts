import type { Header, PortSeen, Trace } from '../../engine/trace.ts'
import { PROTOCOLS, type ProtocolName } from '../../net/protocol.ts'
import type { Check } from './arrival.ts'

/**
 * What the node remembers. The seconds left are what the kernel begins with. Source: Linux,
 * nf_conntrack_standalone.c and the time-outs of nf_conntrack_proto_*.c.
 */
export function conntrackPrint({
  conntrack,
  forward,
  outcome,
}: Trace): Pick<Check, 'command' | 'prints'> {
  const { dst } = forward.hops[0].after
  const command = `conntrack -L ${dst.includes(':') ? '-f ipv6 ' : ''}-d ${dst}`
  if (conntrack === null) return { command, prints: [] }
  const { original, reply } = conntrack
  const answered = outcome.kind === 'delivered'
  const head = headOf(original.protocol, answered)
  const waits = answered ? ' ' : ' [UNREPLIED] '
  const sure = answered && original.protocol === 'tcp' ? ' [ASSURED]' : ''
  const line = `${head} ${tuple(original)}${waits}${tuple(reply)}${sure} mark=0 use=1`
  return { command, prints: [line] }
}

function headOf(protocol: string, answered: boolean): string {
  const number = PROTOCOLS[protocol as ProtocolName] ?? protocol
  const name = protocol.padEnd(8)
  if (protocol === 'tcp')
    return `${name} ${number} ${answered ? '431999 ESTABLISHED' : '119 SYN_SENT'}`
  return `${name} ${number} 29`
}

function tuple({ src, dst, sport, dport }: Header): string {
  const ports = [
    ...(sport === undefined ? [] : [`sport=${portText(sport)}`]),
    ...(dport === undefined ? [] : [`dport=${portText(dport)}`]),
  ]
  return [`src=${src}`, `dst=${dst}`, ...ports].join(' ')
}

const portText = (port: PortSeen): string =>
  port.kind === 'exact' ? String(port.port) : `<${port.lo}-${port.hi}>`
