import type { Reason } from '../../engine/reason.ts'
import type { Trace } from '../../engine/trace.ts'
import type { Evaluation, RuleBook } from '../../scenario/evaluation.ts'
import type { FlowSpec, ScenarioState } from '../../scenario/state.ts'

/** The one thing worth trying next, with what it takes to do it. */
export type Suggested =
  | { readonly kind: 'apply-draft' }
  /** The scenario's draft instead of the text that is in the cluster. */
  | { readonly kind: 'use-draft'; readonly text: string }
  /** The ConfigMap without the line of the range that kept the source. */
  | { readonly kind: 'take-out-range'; readonly cidr: string; readonly text: string }
  | { readonly kind: 'turn-snat-on' }
  | { readonly kind: 'masq-link-local'; readonly to: string }
  | { readonly kind: 'send'; readonly flow: FlowSpec }

/** Where the packet was lost with its own address: what would change it. Else: where to send next. */
export function suggest(
  scenario: ScenarioState,
  evaluation: Evaluation,
  rules: RuleBook,
): Suggested | null {
  const { trace } = evaluation
  if (trace === null) return null
  const { kind, lostOn, source, reason } = trace.outcome
  const lost = lostOn === 'reply' || (kind === 'dropped' && FOR_ITS_SOURCE.has(reason.code))
  const remedy =
    lost && source === 'kept' ? remedyFor(scenario, { ...evaluation, ...rules }, trace) : null
  return remedy ?? linkLocalNext(evaluation, trace) ?? sendNext(scenario)
}

/** What dies for other reasons, for want of a route say, dies with any source. */
const FOR_ITS_SOURCE: ReadonlySet<Reason['code']> = new Set([
  'dropped-far-firewall',
  'dropped-cloud-nat-not-covering',
  'dropped-no-internet-path',
])

function remedyFor(
  { manifests, document }: ScenarioState,
  { switches, nodes }: Evaluation & RuleBook,
  { outcome: { because } }: Trace,
): Suggested | null {
  if (because.code === 'kept-default-snat-disabled') return { kind: 'turn-snat-on' }
  if (!switches.agent?.runs) return null
  if (!manifests.applied) return manifests.text.trim() === '' ? null : { kind: 'apply-draft' }
  if (because.code === 'kept-default-range' && document.draft !== undefined) {
    return { kind: 'use-draft', text: document.draft.manifests }
  }
  if (because.code !== 'kept-configured-range') return null
  const line = nodes
    .flatMap(({ chains }) => chains.flatMap(({ rules }) => rules))
    .find(({ ref }) => ref.chain === because.chain && ref.line === because.line)?.configLine
  const text = line ? withoutItem(manifests.text, line, because.cidr) : null
  return text === null ? null : { kind: 'take-out-range', cidr: because.cidr, text }
}

/** The text without a line, where that line is a list item of its own and holds just the range. */
function withoutItem(text: string, line: number, cidr: string): string | null {
  const lines = text.split('\n')
  const item = /^\s*-\s+["']?([^\s"'#]+)["']?\s*(#.*)?$/.exec(lines[line - 1] ?? '')
  return item?.[1] === cidr ? lines.toSpliced(line - 1, 1).join('\n') : null
}

function linkLocalNext({ switches }: Evaluation, { outcome }: Trace): Suggested | null {
  const { because } = outcome
  return because.code === 'kept-link-local' && switches.agent?.runs
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
