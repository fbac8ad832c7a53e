import type { Counter } from '../../../engine/counters.ts'
import type { Header } from '../../../engine/trace.ts'
import type { ChainWords } from '../../../i18n/chain-words.ts'
import type { ChainFacts } from '../../../scenario/chain-facts/chain-facts.ts'
import type { WalkOnShow } from './walk-on-show.ts'

/** What a row needs to know besides its line. */
export interface RowContext {
  readonly onShow: WalkOnShow
  /** The packet as it leaves the chain: its source's owner colours the deciding rule. */
  readonly after: Header
  readonly words: ChainWords
  /** How many columns the table has: one more where any rule comes from a line of the ConfigMap. */
  readonly columns: 4 | 5
  /** The line of the chain that takes all that a rule would match, by `Rule.id`. */
  readonly shadows: ReadonlyMap<string, number>
  /** What iptables shows once a step of the walk is over. */
  readonly counted: readonly (Counter | null)[]
}

/** The part of the facts that belongs to the walk on show. */
export function factsOf(
  facts: ChainFacts | null,
  { walk, index }: WalkOnShow,
): Pick<RowContext, 'shadows' | 'counted'> {
  const node = facts?.nodes.find(({ node: name }) => name === walk.node)
  return {
    shadows: new Map((node?.shadows ?? []).map(({ rule, by }) => [rule, by.line])),
    counted: facts?.counted.find(({ hop }) => hop === index)?.after ?? [],
  }
}
