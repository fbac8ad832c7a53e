import type { EgressProgram } from '../../engine/program.ts'
import type { Chain, Rule, Ruleset } from '../../engine/rule.ts'
import type { FailedMatch, RuleRef, Step, Trace, Walk } from '../../engine/trace.ts'
import type { NodePolicy } from '../../engine/world.ts'
import { seenFrom, type Viewpoint } from '../at-moment.ts'
import { readyWorld, sendChosen } from '../evaluate.ts'
import type { ScenarioState } from '../state.ts'
import type { ScenarioWorld } from '../world-of.ts'

/** Why a rule was not reached, and what it would have said. Plain JSON. */
export interface WhyNot {
  /** The rule that ended the walk of its chain, or the whole one; null where a policy did. */
  readonly ended: RuleRef | null
  /** Whether the walk came into its chain at all. */
  readonly entered: boolean
  /** What would come of it where the walk ended; null where that cannot be told. */
  readonly would:
    | { readonly kind: 'match' }
    | { readonly kind: 'fail'; readonly failed: FailedMatch }
    | { readonly kind: 'chance'; readonly probability: number }
    | null
}

/** A rule of the node that a walk crosses, and which walk is meant. */
export interface WhyNotAsked {
  /** Which hop of the journey, out and back, counted from 0. */
  readonly hop: number
  /** `Rule.id`. */
  readonly rule: string
}

/**
 * Tries a rule that was not reached: sends the same packet again through the same rules, with one
 * more before the rule that ended the walk, which asks for the same and does nothing. Null where
 * there is no such rule, or where it was tried.
 */
export async function whyNot(
  state: ScenarioState,
  at: Viewpoint | undefined,
  { hop, rule: id }: WhyNotAsked,
): Promise<WhyNot | null> {
  const viewed = at === undefined ? state : await seenFrom(state, at)
  const ready = await readyWorld(viewed)
  const walk = walkAt(sendChosen(ready, viewed).trace, hop)
  if (walk === null || walk.steps.some((step) => 'rule' in step && step.rule.id === id)) return null
  const chain = chainOf(ready, walk.node, id)
  if (chain === null) return null
  const ended = endOf(walk, chain)
  const probe = { id, before: ended, hook: walk.hook }
  const asked = sendChosen(withProbe(ready, walk.node, probe), viewed).trace
  const told = walkAt(asked, hop)?.steps.find((step) => 'rule' in step && step.rule.id === PROBE)
  return { ended, entered: isEntered(walk, chain), would: told ? wouldOf(told) : null }
}

const PROBE = 'why-not'

function walkAt(trace: Trace | null, hop: number): Walk | null {
  const hops = trace === null ? [] : [...trace.forward.hops, ...(trace.reply?.hops ?? [])]
  return hops[hop]?.walk ?? null
}

function chainOf({ world }: ScenarioWorld, node: string, id: string): string | null {
  const rules = world.policies.get(node)?.rules
  const chains = rules === undefined ? [] : chainsIn(rules)
  return chains.find((chain) => chain.rules.some((rule) => rule.id === id))?.name ?? null
}

type AnyChain = Pick<Chain, 'name'> & { readonly rules: readonly Pick<Rule, 'id'>[] }

const chainsIn = ({ nat4, nat6, programs = [] }: Ruleset): readonly AnyChain[] => [
  ...nat4.chains,
  ...nat6.chains,
  ...programs.flatMap(({ chains }) => chains),
]

const isEntered = ({ steps }: Walk, chain: string): boolean =>
  steps.some((step) => step.kind === 'entered' && step.chain === chain)

/** What ended the walk in this chain; where it never came there, what ended it altogether. */
function endOf({ steps, decided }: Walk, chain: string): RuleRef | null {
  const matched = steps.flatMap((step) => (step.kind === 'matched' ? [step] : []))
  const last = matched.findLast(({ rule }) => rule.chain === chain)
  if (last?.did.kind === 'returned' || last?.did.kind === 'went') return last.rule
  return decided ?? matched.findLast(({ did }) => did.kind === 'returned')?.rule ?? null
}

interface Probe {
  readonly id: string
  readonly before: RuleRef | null
  readonly hook: Walk['hook']
}

function withProbe(ready: ScenarioWorld, node: string, probe: Probe): ScenarioWorld {
  const put = (policies: ReadonlyMap<string, NodePolicy>): ReadonlyMap<string, NodePolicy> => {
    const policy = policies.get(node)
    return policy
      ? new Map([...policies, [node, { ...policy, rules: probed(policy.rules, probe) }]])
      : policies
  }
  const { policies, past } = ready.world
  const world = { ...ready.world, policies: put(policies), ...(past ? { past: put(past) } : {}) }
  return { ...ready, world }
}

const probed = (rules: Ruleset, probe: Probe): Ruleset => ({
  ...rules,
  nat4: { ...rules.nat4, chains: inChains(rules.nat4.chains, probe) },
  nat6: { ...rules.nat6, chains: inChains(rules.nat6.chains, probe) },
  ...(rules.programs
    ? { programs: rules.programs.map((program) => inProgram(program, probe)) }
    : {}),
})

function inChains(chains: readonly Chain[], { id, before, hook }: Probe): readonly Chain[] {
  const rule = chains.flatMap(({ rules }) => rules).find((each) => each.id === id)
  if (rule === undefined) return chains
  const probe: Rule = { id: PROBE, base: rule.base, matches: rule.matches, target: null }
  return chains.map((chain) => {
    if (chain.name !== (before?.chain ?? hook)) return chain
    return { ...chain, rules: placed(chain.rules, before, probe) }
  })
}

/** In a program what does nothing is a call of a chain without rules. */
function inProgram(program: EgressProgram, { id, before }: Probe): EgressProgram {
  const [first, ...others] = program.chains
  const rule = program.chains.flatMap(({ rules }) => rules).find((each) => each.id === id)
  if (rule === undefined) return program
  const probe = { ...rule, id: PROBE, target: { kind: 'call', chain: PROBE } } as const
  const where = before?.chain ?? first.name
  const put = (chain: typeof first): typeof first =>
    chain.name === where ? { ...chain, rules: placed(chain.rules, before, probe) } : chain
  return { ...program, chains: [put(first), ...others.map(put), { name: PROBE, rules: [] }] }
}

function placed<T extends { readonly id: string }>(
  rules: readonly T[],
  before: RuleRef | null,
  probe: T,
): readonly T[] {
  const at = before === null ? rules.length : rules.findIndex(({ id }) => id === before.id)
  return at < 0 ? rules : rules.toSpliced(at, 0, probe)
}

function wouldOf(step: Step): WhyNot['would'] {
  if (step.kind === 'skipped') return { kind: 'fail', failed: step.failed }
  if (step.kind !== 'matched') return null
  return step.did.kind === 'undetermined'
    ? { kind: 'chance', probability: step.did.probability }
    : { kind: 'match' }
}
