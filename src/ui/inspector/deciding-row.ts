import type { Evaluation, RuleRow } from '../../scenario/evaluation.ts'
import { decidingRule } from './chain-lines.ts'

/** The rule that decided the source of the packet on its way out. */
export function decidingRow({ trace, nodes }: Evaluation): RuleRow | null {
  const walk = trace?.forward.hops.find(({ walk: each }) => each?.hook === 'POSTROUTING')?.walk
  if (walk === undefined) return null
  const id = decidingRule(walk)
  const rows = nodes
    .filter(({ node }) => node === walk.node)
    .flatMap(({ chains }) => chains.flatMap(({ rules }) => rules))
  return rows.find(({ ref }) => ref.id === id) ?? null
}
