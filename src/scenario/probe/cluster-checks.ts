import type { Hop, Trace } from '../../engine/trace.ts'
import type { FlowSpec } from '../state.ts'
import { connectPrint } from './connect-print.ts'
import { fromWorkstation } from './from-workstation.ts'
import { linesAt, type Shell, type ToolPrint } from './printed.ts'
import type { Probed } from './probed.ts'
import { decidingChain, toolsAt } from './tools-at.ts'

/** How one sees on a real cluster that it is as said: a command, and what it prints there. */
export interface ClusterCheck {
  readonly code:
    | 'status'
    | 'capture'
    | 'far-capture'
    | 'hubble'
    | 'connect'
    | 'nat-rule'
    | 'sets'
    | 'conntrack'
    | 'nat-map'
  readonly on: Shell
  /** As it is typed there. */
  readonly command: string
  /** The same from where kubectl is; as above where that leads nowhere. */
  readonly typed: string
  /** Once the flow is over; empty: nothing. */
  readonly prints: readonly string[]
}

/** In the order in which one types them: what stands there, what listens, the connection, what is left of it. */
export function clusterChecks(probed: Probed, spec: FlowSpec): readonly ClusterCheck[] {
  const connect = connectPrint(probed.topology, spec, probed.trace)
  const node = decidingNode(probed)
  const far = farCapture(probed)
  if (node === null) return [...far, connect]
  const tools = toolsAt(probed, { kind: 'place', place: `node:${node}` }, [])
  const of = (code: ClusterCheck['code'], chosen: readonly ToolPrint[]) =>
    chosen.map((tool) => checkOf(probed, code, tool))
  const has = (name: ToolPrint['tool']) => tools.filter(({ tool }) => tool === name)
  return [
    ...of('status', has('status')),
    ...of(
      'capture',
      [leavingCapture(probed, node, tools)].filter((each) => each !== undefined),
    ),
    ...far,
    ...of('hubble', has('hubble')),
    connect,
    ...of('nat-rule', has('iptables').slice(0, decidingChain(probed.trace, node) === null ? 0 : 1)),
    ...of('sets', setsAsked(has('ipset'), has('iptables')[0])),
    ...of('conntrack', has('conntrack')),
    ...of('nat-map', has('cilium-nat')),
  ]
}

function checkOf(probed: Probed, code: ClusterCheck['code'], tool: ToolPrint): ClusterCheck {
  const { on, command, lines } = tool
  const prints = linesAt(lines, END).map(({ text }) => text.trimEnd())
  return { code, on, command, typed: fromWorkstation(probed, tool), prints }
}

const END = { hop: Number.POSITIVE_INFINITY, step: null }

/** The node that decides about the source. */
function decidingNode({ trace: { forward }, topology }: Probed): string | null {
  const decides = ({ stage }: Hop): boolean => stage === 'postrouting' || stage === 'tc-egress'
  const place = forward.hops.find(decides)?.place
  return topology.nodes.find(({ name }) => place === `node:${name}`)?.name ?? null
}

/** By the device that the packet leaves by; on all of them where it does not. */
function leavingCapture({ crossings }: Probed, node: string, tools: readonly ToolPrint[]) {
  const captures = tools.filter(({ tool }) => tool === 'tcpdump')
  const leaves = crossings.some(
    ({ from, packet }) => from === `node:${node}` && packet.kind === 'request',
  )
  return leaves ? captures.at(-1) : captures[0]
}

/** At the far end, where a shell can be had there. */
function farCapture(probed: Probed): readonly ClusterCheck[] {
  const last = lastPlace(probed.trace)
  if (last.startsWith('node:') || last.startsWith('pod:')) return []
  const [tool] = toolsAt(probed, { kind: 'place', place: last }, [])
  return tool?.on.kind === 'host' ? [checkOf(probed, 'far-capture', tool)] : []
}

const lastPlace = ({ forward: { hops } }: Trace): string => hops.at(-1)?.place ?? hops[0].place

/** Those that the deciding chain names. */
function setsAsked(sets: readonly ToolPrint[], chain: ToolPrint | undefined): readonly ToolPrint[] {
  const text = (chain?.lines ?? []).map(([{ text: first }]) => first).join('\n')
  return sets.filter(({ id }) => text.includes(` ${id.slice('ipset '.length)} `))
}
