import type { Viewpoint } from '../scenario/at-moment.ts'
import type { RuleBook } from '../scenario/evaluation.ts'
import { ruleBook } from '../scenario/rule-book.ts'
import type { ScenarioState } from '../scenario/state.ts'

/** The rules of the scenario whose evaluation is on show. */
export async function rulesOf(
  state: ScenarioState,
  at: Viewpoint | undefined,
  node: string | null,
): Promise<RuleBook> {
  if (at === undefined) return ruleBook(state, node)
  const { seenFrom } = await import('../scenario/at-moment.ts')
  return ruleBook(await seenFrom(state, at), node)
}
