import type { Installed } from '../../dataplanes/dataplane.ts'
import type { Hop, Trace } from '../../engine/trace.ts'
import type { Topology } from '../../topology/topology.ts'
import type { FlowSpec } from '../state.ts'
import type { Check } from './arrival.ts'
import { connectPrint } from './connect-print.ts'
import { conntrackPrint } from './conntrack-print.ts'
import { natRulePrint } from './nat-rule-print.ts'
import { packetPrint } from './packet-print.ts'

/** What to type to see for oneself, on the way that the packet takes. */
export function checksOf(
  topology: Topology,
  installed: Installed,
  spec: FlowSpec,
  trace: Trace,
): readonly Check[] {
  const node = nodeOf(topology, trace)
  const connect = connectPrint(topology, spec, trace)
  if (node === null) return [connect]
  const on = { kind: 'node', name: node } as const
  const rule = natRulePrint(installed, node, trace)
  return [
    connect,
    { code: 'capture', on, ...packetPrint(node, trace) },
    ...(rule === null ? [] : [{ code: 'nat-rule' as const, on, ...rule }]),
    { code: 'conntrack', on, ...conntrackPrint(trace) },
  ]
}

/** The node that decides about the source. */
function nodeOf({ nodes }: Topology, { forward }: Trace): string | null {
  const decides = ({ stage }: Hop): boolean => stage === 'postrouting' || stage === 'tc-egress'
  const place = forward.hops.find(decides)?.place
  return nodes.find(({ name }) => place === `node:${name}`)?.name ?? null
}
