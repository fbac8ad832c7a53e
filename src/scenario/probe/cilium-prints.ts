import { place } from '../../engine/place.ts'
import type { Header } from '../../engine/trace.ts'
import { formatAddress } from '../../net/address.ts'
import { ciliumNatLines } from '../../tools/cilium-nat-list.ts'
import { type HubbleEnd, type HubbleEvent, hubbleLine } from '../../tools/hubble-line.ts'
import type { Node, Pod } from '../../topology/cluster.ts'
import type { PrintedLine, ToolPrint } from './printed.ts'
import { firstHeader, type Probed } from './probed.ts'

/** What Cilium's NAT map holds on a node; nothing where no program translates there. */
export function natMapOn({ trace, installed }: Probed, { name }: Node): readonly ToolPrint[] {
  if (installed.nodes.get(name)?.rules.programs === undefined) return []
  const lines = trace.forward.hops.flatMap((hop, i): readonly PrintedLine[] => {
    const isHere = hop.place === place.node(name) && hop.stage === 'tc-egress'
    if (!isHere || hop.mood !== 'translated') return []
    const since = { hop: i, step: null }
    return ciliumNatLines(hop.before, hop.after).map((text) => [{ since, text }])
  })
  return [
    {
      tool: 'cilium-nat',
      id: 'cilium-nat',
      on: { kind: 'node', name },
      command: `cilium bpf nat list | grep ${trace.forward.hops[0].before.src}`,
      lines,
    },
  ]
}

/** What Hubble sees of a Pod's flow on the Pod's own node; nothing where the Pod is in no such cluster. */
export function hubbleOf(probed: Probed, node: string): readonly ToolPrint[] {
  const { trace, topology, dataplanes } = probed
  if (dataplanes.get(node) !== 'cilium') return []
  const pod = podOf(probed, firstHeader(probed).src)
  if (pod?.node !== node) return []
  return [
    {
      tool: 'hubble',
      id: 'hubble',
      on: { kind: 'workstation', name: pod.name },
      command: `hubble observe -f --pod ${pod.namespace}/${pod.name}`,
      lines: eventsOf(probed, pod, {
        from: endAt(topology, node, trace.forward.hops[0].before.src),
        to: endAt(topology, node, trace.forward.hops[0].before.dst),
      }),
    },
  ]
}

function eventsOf(
  { trace, installed }: Probed,
  pod: Pod,
  ends: Pick<HubbleEvent, 'from' | 'to'>,
): readonly PrintedLine[] {
  const { hops } = trace.forward
  const here = hops.flatMap((hop, i) => (hop.place === place.node(pod.node) ? [{ hop, i }] : []))
  const last = here.at(-1)
  if (last === undefined) return []
  const { reason } = last.hop
  const dropped = reason.code === 'dropped-by-program' ? reason.text : null
  const onWire = installed.nodes.get(pod.node)?.rules.programs ? 'to-network' : 'to-stack'
  const toPod = hops[last.i + 1]?.place.startsWith('pod:') === true
  const sent: HubbleEvent = {
    packet: { header: hops[0].before, kind: 'request' },
    ...ends,
    point: toPod ? 'to-endpoint' : onWire,
    dropped,
  }
  const lines: PrintedLine[] = [[{ since: { hop: last.i, step: null }, text: hubbleLine(sent) }]]
  const answer = trace.reply?.hops.findIndex((hop) => hop.place === place.pod(pod.name)) ?? -1
  const header = trace.reply?.hops[answer]?.before
  if (header === undefined) return lines
  const back: HubbleEvent = {
    packet: { header, kind: 'answer' },
    ...ends,
    point: 'to-endpoint',
    dropped: null,
  }
  return [...lines, [{ since: { hop: hops.length + answer, step: 0 }, text: hubbleLine(back) }]]
}

const podOf = ({ topology }: Pick<Probed, 'topology'>, address: string): Pod | undefined =>
  topology.pods.find(
    ({ addresses, hostNetwork }) =>
      !hostNetwork && addresses.some((each) => formatAddress(each) === address),
  )

/** As a node's agent knows an address. */
function endAt(topology: Probed['topology'], node: string, address: Header['src']): HubbleEnd {
  const pod = podOf({ topology }, address)
  if (pod) return { name: `${pod.namespace}/${pod.name}`, identity: null }
  const owner = topology.nodes.find((each) => formatAddress(each.address) === address)
  if (!owner) return { name: address, identity: 'world' }
  return { name: address, identity: owner.name === node ? 'host' : 'remote-node' }
}
