import type { Header, Hop, PortSeen, Trace } from '../../engine/trace.ts'
import type { Check } from './arrival.ts'

/** What `tcpdump` shows on the node's way out. Source of the form: tcpdump 4.99, print-ip.c, print-tcp.c. */
export function packetPrint(node: string, trace: Trace): Pick<Check, 'command' | 'prints'> {
  const here = trace.forward.hops.filter(({ place }) => place === `node:${node}`)
  const left = here.at(-1)?.after ?? trace.forward.hops[0].after
  const device = deviceOf(here)
  const port = exact(left.dport)
  const filter = port === null ? `host ${left.dst}` : `host ${left.dst} and port ${port}`
  return {
    command: `tcpdump -nn -i ${device} ${filter}`,
    prints: lost(here) ? [] : [line(left, 'request'), ...answer(left, trace)],
  }
}

function deviceOf(hops: readonly Hop[]): string {
  const routed = hops.find(({ reason }) => reason.code === 'forwarded')?.reason
  return routed?.code === 'forwarded' ? routed.device : 'any'
}

const lost = (hops: readonly Hop[]): boolean => hops.some(({ mood }) => mood === 'dropped')

/** What comes back to the node: the answer, a refusal, or nothing. */
function answer(left: Header, { outcome }: Trace): readonly string[] {
  const back: Header = { ...left, src: left.dst, dst: left.src }
  if (outcome.kind === 'delivered') return [line(back, 'answer', left)]
  return outcome.symptom === 'reset' ? [line(back, 'refusal', left)] : []
}

const FLAGS = { request: 'S', answer: 'S.', refusal: 'R.' } as const

function line(header: Header, kind: keyof typeof FLAGS, sent: Header = header): string {
  const { src, dst, protocol } = header
  const ip = src.includes(':') ? 'IP6' : 'IP'
  const turned = sent !== header
  const sport = portText(turned ? sent.dport : sent.sport)
  const dport = portText(turned ? sent.sport : sent.dport)
  if (protocol === 'tcp') return `${ip} ${src}${sport} > ${dst}${dport}: Flags [${FLAGS[kind]}]`
  if (protocol === 'udp') return `${ip} ${src}${sport} > ${dst}${dport}: UDP`
  return `${ip} ${src} > ${dst}: ${protocol.toUpperCase()} echo ${kind === 'request' ? 'request' : 'reply'}`
}

/** A port that the kernel picks is not known before. */
const portText = (port: PortSeen | undefined): string => {
  if (port === undefined) return ''
  return port.kind === 'exact' ? `.${port.port}` : `.<${port.lo}-${port.hi}>`
}

const exact = (port: PortSeen | undefined): number | null =>
  port?.kind === 'exact' ? port.port : null
