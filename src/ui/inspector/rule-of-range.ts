import type { RuleBook, RuleRow } from '../../scenario/evaluation.ts'

const FROM_LIST = new Set(['agent-configured-range', 'agent-default-range'])

/** The rule that the agent writes for the `index`-th kept range: one each, in the order of the list. */
export function ruleOfRange({ nodes }: RuleBook, index: number): RuleRow | null {
  const node = nodes.find(({ writer }) => writer === 'agent')
  const rows = (node?.chains ?? []).flatMap(({ rules }) => rules)
  return rows.filter(({ origin }) => origin !== null && FROM_LIST.has(origin))[index] ?? null
}

/** The rules that a line of the ConfigMap wrote: one node stands for all, they are written alike. */
export const rulesWithLines = ({ nodes }: RuleBook): readonly RuleRow[] =>
  (nodes[0]?.chains ?? [])
    .flatMap(({ rules }) => rules)
    .filter(({ configLine }) => configLine !== null)
