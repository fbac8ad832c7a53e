import type { Trace } from '../../engine/trace.ts'
import type { FlowSpec } from '../state.ts'
import type { Effect, Effects, Seen } from './diagnosis.ts'
import { everyFlow, type PossibleFlow } from './every-flow.ts'
import type { Probe } from './probe.ts'

/** Compares what would become of every other flow with what becomes of it now. */
export function effectsFrom(before: Probe, chosen: Trace): (after: Probe) => Effects {
  const known = new Set([packetOf(chosen)])
  const flows = everyFlow(before.topology, before.state.document).flatMap((flow) => {
    const trace = before.send(flow.spec)
    if (trace === null || known.has(packetOf(trace))) return []
    known.add(packetOf(trace))
    return [{ flow, trace }]
  })
  return (after) => {
    const effects = flows.flatMap(({ flow, trace }) => {
      const then = after.send(flow.spec)
      return then === null ? [] : (effectOf(flow, trace, then) ?? [])
    })
    const lost = effects.filter(({ before: was, after: is }) => succeeds(was) && !succeeds(is))
    const gained = effects.filter(({ before: was, after: is }) => !succeeds(was) && succeeds(is))
    return {
      asked: flows.length,
      changed: effects.length,
      lost: lost.length,
      gained: gained.length,
      examples: effects.toSorted((a, b) => weight(a) - weight(b)).slice(0, MOST_EXAMPLES),
    }
  }
}

const MOST_EXAMPLES = 6

const succeeds = ({ kind }: Seen): boolean => kind === 'delivered'

const weight = ({ declared, before, after }: Effect): number =>
  (declared === null ? 2 : 0) + (succeeds(before) && !succeeds(after) ? 0 : 1)

/** Null where nobody would notice: what never arrives is seen by nobody. */
function effectOf({ spec, declared }: PossibleFlow, before: Trace, after: Trace): Effect | null {
  const [was, is] = [seenIn(before), seenIn(after)]
  const lostBoth = !succeeds(was) && !succeeds(is)
  if (was.kind === is.kind && (lostBoth || was.address === is.address)) return null
  return { declared, from: spec.from, to: toText(spec), before: was, after: is }
}

const toText = ({ to, port }: FlowSpec): string => (port === undefined ? to : `${to}:${port}`)

const seenIn = ({ outcome: { kind, seenAs } }: Trace): Seen => ({ kind, ...seenAs })

/** The same packet is one flow, whoever asks for it; and the chosen one is no side effect of its fix. */
function packetOf({ forward }: Trace): string {
  const { place, after } = forward.hops[0]
  const { src, dst, protocol, dport } = after
  return JSON.stringify([place, src, dst, protocol, dport])
}
