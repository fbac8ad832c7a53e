import type { Installed } from '../dataplanes/dataplane.ts'
import type { Trace } from '../engine/trace.ts'

/** A trace that also says what had to be supposed of the dataplane, on the nodes that the packet passed. */
export function withOwnAssumptions(trace: Trace, { nodes }: Installed): Trace {
  const places = new Set(
    [trace.forward, trace.reply].flatMap((leg) => leg?.hops ?? []).map(({ place }) => place),
  )
  const codes = [...nodes].flatMap(([node, { assumptions }]) =>
    places.has(`node:${node}`) ? assumptions : [],
  )
  const own = [...new Set(codes)].map((code) => ({ code }))
  return own.length === 0 ? trace : { ...trace, assumptions: [...trace.assumptions, ...own] }
}
