import type { Trace } from '../../engine/trace.ts'
import type { FlowSpec } from '../state.ts'
import type { Effect, Effects, Seen } from './diagnosis.ts'
import { everyFlow, type PossibleFlow } from './every-flow.ts'
import type { Probe } from './probe.ts'

/** Compares what would become of every other flow with what becomes of it now. */
export function effectsFrom(before: Probe, chosen: Trace): (after: Probe) => Effects {
  const flows = everyFlow(before.topology, before.state.document)
    .map((flow) => ({ flow, trace: before.send(flow.spec) }))
    .filter(({ trace }) => trace === null || !isSame(trace, chosen))
  return (after) => {
    const effects = flows.flatMap(({ flow, trace }) => {
      const then = after.send(flow.spec)
      return trace === null || then === null ? [] : (effectOf(flow, trace, then) ?? [])
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

/** The same packet, whoever asks for it: the chosen flow is no side effect of its own fix. */
function isSame(a: Trace, b: Trace): boolean {
  const [first, second] = [a.forward.hops[0], b.forward.hops[0]]
  const told = ({ place, after: { src, dst, protocol, dport } }: typeof first): string =>
    JSON.stringify([place, src, dst, protocol, dport])
  return told(first) === told(second)
}
