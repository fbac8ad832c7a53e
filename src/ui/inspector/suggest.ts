import type { Trace } from '../../engine/trace.ts'
import type { Evaluation } from '../../scenario/evaluation.ts'
import type { FlowSpec, ScenarioState } from '../../scenario/state.ts'

/** The one thing worth trying next, with what it takes to do it. */
export type Suggested =
  | { readonly kind: 'find-fixes' }
  | { readonly kind: 'masq-link-local'; readonly to: string }
  | { readonly kind: 'send'; readonly flow: FlowSpec }

/** Where the packet was lost: what would help. Else: where to send next. */
export function suggest(
  scenario: ScenarioState,
  { trace, switches }: Evaluation,
): Suggested | null {
  if (trace === null) return null
  if (trace.outcome.kind !== 'delivered') return { kind: 'find-fixes' }
  return linkLocalNext(switches, trace) ?? sendNext(scenario)
}

function linkLocalNext(
  { agent }: Evaluation['switches'],
  { outcome: { because } }: Trace,
): Suggested | null {
  return because.code === 'kept-link-local' && agent?.runs
    ? { kind: 'masq-link-local', to: because.dst }
    : null
}

/** The scenario's next flow from the same sender, in a circle. */
function sendNext({ document, flow }: ScenarioState): Suggested | null {
  const same = document.flows.filter(({ from }) => from === flow.from)
  const here = same.findIndex(({ to, port }) => to === flow.to && port === flow.port)
  const next = same[(here + 1) % Math.max(1, same.length)]
  if (next === undefined || next.to === flow.to) return null
  return { kind: 'send', flow: next }
}
