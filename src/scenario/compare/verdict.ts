import type { DataplaneId } from '../../dataplanes/registry.ts'
import type { Hop, Trace } from '../../engine/trace.ts'
import type { DestinationClass, MatrixCell, Verdict } from './comparison.ts'

/** What a dataplane made of the source, read off the packet as it left the last node. */
export function matrixCell(
  dataplane: DataplaneId,
  destination: DestinationClass,
  trace: Trace | null,
): MatrixCell {
  const none = { dataplane, source: null, outcome: trace?.outcome.kind ?? null }
  if (trace === null) return { ...none, verdict: 'undetermined' }
  const left = trace.forward.hops.findLast(({ place }) => place.startsWith('node:'))
  if (left === undefined || left.mood === 'dropped') return { ...none, verdict: 'dropped' }
  const { src, srcOwner } = left.after
  return {
    ...none,
    verdict: verdictOf(destination, trace.forward.hops[0], left),
    source: { address: src, owner: srcOwner },
  }
}

function verdictOf(destination: DestinationClass, sent: Hop, left: Hop): Verdict {
  if (left.mood === 'undetermined') return 'undetermined'
  const kept = sent.before.src === left.after.src
  if (destination === 'second-address' || destination === 'inbound') {
    return kept ? 'kept' : 'rewritten'
  }
  const { srcOwner } = left.after
  return srcOwner === 'pod' || srcOwner === 'node' ? srcOwner : 'other'
}
