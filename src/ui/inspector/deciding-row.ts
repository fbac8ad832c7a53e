import type { Trace } from '../../engine/trace.ts'
import type { RuleBook, RuleRow } from '../../scenario/evaluation.ts'
import { decidingRule } from './chain/chain-lines.ts'

/** The rule that decided the source of the packet on its way out. */
export function decidingRow(trace: Trace | null, { nodes }: RuleBook): RuleRow | null {
  const walks = trace?.forward.hops.flatMap(({ walk: each }) => each ?? []) ?? []
  const walk =
    walks.find(({ hook, decided }) => hook === 'TC_EGRESS' && decided !== null) ??
    walks.find(({ hook }) => hook === 'POSTROUTING')
  if (walk === undefined) return null
  const id = decidingRule(walk)
  const rows = nodes
    .filter(({ node }) => node === walk.node)
    .flatMap(({ chains }) => chains.flatMap(({ rules }) => rules))
  return rows.find(({ ref }) => ref.id === id) ?? null
}
