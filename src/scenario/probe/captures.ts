import { place } from '../../engine/place.ts'
import type { PlaceId } from '../../engine/trace.ts'
import { anyCaptureLine, captureCommand, captureHead, captureLine } from '../../tools/capture.ts'
import type { Node } from '../../topology/cluster.ts'
import type { Crossing } from './crossings.ts'
import { deviceTowards, isKnownDevice } from './devices.ts'
import { always, type PrintedLine, type Shell, type ToolPrint } from './printed.ts'
import { firstHeader, type Probed } from './probed.ts'

/**
 * What tcpdump prints on one link: on its device, where a shell can be had at one of its ends. Between a
 * node and a Pod in its network there is none: one listens where their packets leave the node.
 */
export function captureOnLink(probed: Probed, from: PlaceId, to: PlaceId): readonly ToolPrint[] {
  const shared = [from, to].find((at) => podAt(probed, at)?.hostNetwork)
  if (shared !== undefined) return capturesAt(probed, shared).slice(-1)
  const passed = probed.crossings.filter(
    (each) => (each.from === from && each.to === to) || (each.from === to && each.to === from),
  )
  const { on, device } = listener(probed, from, to)
  return [capture(probed, { on, device, lines: passed.flatMap(onDevice) })]
}

/** What tcpdump prints at a place: on all devices, and on each that the packet comes by. */
export function capturesAt(probed: Probed, at: PlaceId): readonly ToolPrint[] {
  const node = nodeAt(probed, at) ?? hostOf(probed, at)
  const on = shellAt(probed, at)
  if (!node) {
    const passed = probed.crossings.filter(({ from, to }) => from === at || to === at)
    const device = on.kind === 'nobody' ? 'any' : 'eth0'
    return [capture(probed, { on, device, lines: passed.flatMap(onDevice) })]
  }
  const seen = passing(probed, node)
  const devices = [...new Set(seen.map(({ device }) => device))]
  const any = seen.map(({ crossing: { packet, since, from }, device }): PrintedLine => {
    const way = from === place.node(node.name) ? 'Out' : 'In'
    return [{ since, text: anyCaptureLine(device, way, packet) }]
  })
  return [
    capture(probed, { on, device: 'any', lines: any }),
    ...devices.map((device) => {
      const here = seen.filter((each) => each.device === device)
      const lines = here.map(({ crossing: { packet, since } }) => lineOf(packet, since))
      return capture(probed, { on, device, lines })
    }),
  ]
}

/** What comes by a device of the node, and by which: processes of its own stand behind none. */
function passing(probed: Probed, node: Node) {
  const at = place.node(node.name)
  return probed.crossings.flatMap((crossing) => {
    const { from, to, inTunnel } = crossing
    const next = from === at ? to : from
    if ((from !== at && to !== at) || hostOf(probed, next) === node) return []
    return [{ crossing, device: deviceTowards(probed, node, { next, inTunnel }) }]
  })
}

const lineOf = (packet: Crossing['packet'], since: Crossing['since']): PrintedLine => [
  { since, text: captureLine(packet) },
]

/** What is inside a tunnel is not seen from outside. */
const onDevice = ({ packet, since, inTunnel }: Crossing): readonly PrintedLine[] =>
  inTunnel ? [] : [lineOf(packet, since)]

interface Capture {
  readonly on: Shell
  readonly device: string
  readonly lines: readonly PrintedLine[]
}

/** The far address is the one that no node on the way out changes, unless a Service stands in front. */
function capture(probed: Probed, { on, device, lines }: Capture): ToolPrint {
  const sent = firstHeader(probed)
  const last = probed.trace.forward.hops.at(-1)?.after.dst ?? sent.dst
  const peer = last === sent.dst ? sent.dst : `\\(${sent.dst} or ${last}\\)`
  const head = captureHead(device).map(always)
  return {
    tool: 'tcpdump',
    id: `tcpdump ${device}`,
    on,
    command: captureCommand(device, sent, peer),
    lines: [...head, ...lines],
  }
}

/** Who can listen on a link: a node by the device that leads there, else whoever stands at an end. */
function listener(
  probed: Probed,
  from: PlaceId,
  to: PlaceId,
): { readonly on: Shell; readonly device: string } {
  for (const [at, next] of [
    [from, to],
    [to, from],
  ] as const) {
    const node = nodeAt(probed, at)
    const pod = podAt(probed, next)
    if (node && (!pod || isKnownDevice(node, pod))) {
      const device = deviceTowards(probed, node, { next, inTunnel: false })
      return { on: { kind: 'node', name: node.name }, device }
    }
  }
  const ends = [from, to].map((at) => shellAt(probed, at))
  const on = ends.find(({ kind }) => kind !== 'nobody') ?? { kind: 'nobody', name: to }
  return { on, device: on.kind === 'nobody' ? 'any' : 'eth0' }
}

export const nodeAt = ({ topology }: Probed, at: PlaceId): Node | undefined =>
  topology.nodes.find(({ name }) => place.node(name) === at)

/** The node in whose network a Pod is. */
function hostOf(probed: Probed, at: PlaceId): Node | undefined {
  const pod = podAt(probed, at)
  return pod?.hostNetwork ? nodeAt(probed, place.node(pod.node)) : undefined
}

export const podAt = ({ topology }: Probed, at: PlaceId) =>
  topology.pods.find(({ name }) => place.pod(name) === at)

export function shellAt(probed: Probed, at: PlaceId): Shell {
  const node = nodeAt(probed, at)
  if (node) return { kind: 'node', name: node.name }
  const { name, kind } = probed.map.places.find(({ id }) => id === at) ?? {
    name: at,
    kind: 'router',
  }
  if (kind === 'pod') return { kind: 'pod', name }
  return { kind: HOSTS.includes(kind) ? 'host' : 'nobody', name }
}

const HOSTS: readonly string[] = ['endpoint', 'vm', 'appliance']
