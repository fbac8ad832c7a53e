import type { Ruleset } from '../../engine/rule.ts'
import type { IptablesIssue } from '../../iptables/issue.ts'
import type { Topology } from '../../topology/topology.ts'
import type { ConfigNote } from '../config-report.ts'
import type { ManualNote } from './codes.ts'
import { neverMatching } from './never-matching.ts'
import { typeOnNode } from './type-on-node.ts'

/** What somebody has typed on one node, and what is to be said of it. */
export interface TypedNode {
  readonly rules: Ruleset
  readonly refusals: readonly IptablesIssue[]
  readonly notes: readonly ConfigNote[]
}

/**
 * Rules by hand, on top of those of every system that the node has by then.
 *
 * @param text `iptables` and `ip6tables` commands, or what `iptables-save` and `ipset save` print
 */
export function manualRules(
  before: Ruleset,
  text: string,
  { topology, node }: { readonly topology: Topology; readonly node: string },
): TypedNode {
  const { rules, refusals, restored, otherTables } = typeOnNode(before, text)
  const note = (code: ManualNote, params: ConfigNote['params'] = {}): ConfigNote => ({
    code,
    line: null,
    params: { node, ...params },
  })
  return {
    rules,
    refusals,
    notes: [
      ...(rules === before ? [] : [note('manual-until-recreated')]),
      ...(restored ? [note('manual-table-replaced')] : []),
      ...(otherTables.length > 0
        ? [note('manual-other-tables', { tables: [...new Set(otherTables)].join(', ') })]
        : []),
      ...neverMatching(rules, topology).map(({ part, range, rule }) =>
        note(`manual-${part}-nowhere`, { range, rule }),
      ),
    ],
  }
}
