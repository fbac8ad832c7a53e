import { icmpAnswer } from '../../engine/conntrack.ts'
import { place } from '../../engine/place.ts'
import type { Header, Hop, Trace } from '../../engine/trace.ts'
import { conntrackCommand, conntrackLine, conntrackTail } from '../../tools/conntrack-list.ts'
import type { PrintedLine, Since, ToolPrint } from './printed.ts'

/** What a node's conntrack shows of the flow: nothing, the first packet, its answer, the connection. */
export function trackedOn(node: string, trace: Trace): ToolPrint {
  const entry = entryOn(node, trace)
  return {
    tool: 'conntrack',
    id: 'conntrack',
    on: { kind: 'node', name: node },
    command: conntrackCommand(cameAs(node, trace)),
    lines: entry === null ? [[{ since: null, text: conntrackTail(0) }]] : entry,
  }
}

/** Another node may have given it another destination before. */
const cameAs = (node: string, { forward: { hops } }: Trace): Header =>
  (hops.find((hop) => isOn(node, hop)) ?? hops[0]).before

function entryOn(node: string, trace: Trace): readonly PrintedLine[] | null {
  const { hops } = trace.forward
  const here = hops.flatMap((hop, index) => (isOn(node, hop) ? [{ hop, index }] : []))
  const [first, last] = [here[0], here.at(-1)]
  // A packet that goes no further is never confirmed.
  if (!first || !last || here.some(({ hop }) => hop.mood === 'dropped')) return null
  const flow = {
    original: first.hop.before,
    reply: answerTo(last.hop.after),
    mark: markOf(here.map(({ hop }) => hop)),
  }
  const confirmed: Since = { hop: last.index, step: null }
  const stages = [
    { since: confirmed, text: conntrackLine({ ...flow, seen: 'request' }) },
    ...answered(node, trace).map(({ since, seen }) => ({
      since,
      text: seen === null ? null : conntrackLine({ ...flow, seen }),
    })),
  ]
  const tail = [
    { since: null, text: conntrackTail(0) },
    ...stages.map(({ since, text }) => ({ since, text: conntrackTail(text === null ? 0 : 1) })),
  ]
  const [begun, ...later] = stages
  const [none, ...counted] = tail
  return begun && none
    ? [
        [begun, ...later],
        [none, ...counted],
      ]
    : null
}

/** Programs at the devices come after conntrack, which knows nothing of them. */
const isOn = (node: string, { place: at, stage }: Hop): boolean =>
  at === place.node(node) && stage !== 'tc-egress' && stage !== 'send'

interface Answered {
  readonly since: Since
  readonly seen: 'answer' | 'stands' | null
}

/** A reset that is the first answer makes the kernel forget at once. Source: nf_conntrack_proto_tcp.c. */
function answered(node: string, { forward, reply, outcome }: Trace): readonly Answered[] {
  const { hops } = forward
  if (outcome.symptom === 'reset' && hops[0].before.protocol === 'tcp') {
    return [{ since: { hop: hops.length - 1, step: null }, seen: null }]
  }
  const back = reply?.hops.findIndex((hop) => isOn(node, hop)) ?? -1
  if (reply === null || back < 0) return []
  const seen: Answered = { since: { hop: hops.length + back, step: 0 }, seen: 'answer' }
  const connects = ['tcp', 'sctp'].includes(hops[0].before.protocol)
  if (outcome.kind !== 'delivered' || !connects) return [seen]
  const end = { hop: hops.length + reply.hops.length - 1, step: null }
  return [seen, { since: end, seen: 'stands' }]
}

function answerTo({ src, dst, sport, dport, icmpType, ...header }: Header): Header {
  const isIcmp = header.protocol.startsWith('icmp')
  const [from, to] = isIcmp ? [sport, dport] : [dport, sport]
  return {
    ...header,
    ...{ src: dst, srcOwner: header.dstOwner, dst: src, dstOwner: header.srcOwner },
    ...(icmpType === undefined ? {} : { icmpType: icmpAnswer(icmpType) }),
    ...(from === undefined ? {} : { sport: from }),
    ...(to === undefined ? {} : { dport: to }),
  }
}

/** The connection's mark, as the node's rules have left it. */
function markOf(hops: readonly Hop[]): number {
  const marks = hops
    .flatMap(({ walk }) => walk?.steps ?? [])
    .flatMap((step) => (step.kind === 'matched' && step.did.kind === 'marked' ? [step.did] : []))
  return marks.findLast(({ of }) => of === 'connection')?.to ?? 0
}
