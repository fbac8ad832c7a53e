import type { Installed, NodeInstalled } from '../dataplanes/dataplane.ts'
import { manualRules } from '../dataplanes/manual-rules/manual-rules.ts'
import type { IptablesIssue } from '../iptables/issue.ts'
import type { Topology } from '../topology/topology.ts'
import type { ScenarioDocument } from './document.ts'
import { issueAt } from './field-reader.ts'
import type { Issue } from './issue.ts'

/** The nodes after what was typed on each of them, and the tools' refusals, each at its node's field. */
export function typeManualRules(
  { nodes }: ScenarioDocument,
  topology: Topology,
  installed: Installed,
): { readonly installed: Installed; readonly refusals: readonly Issue[] } {
  const changed = new Map<string, NodeInstalled>(installed.nodes)
  const refusals: Issue[] = []
  const notes = [...installed.config.notes]
  for (const [i, { name, manualRules: text, recreated }] of nodes.entries()) {
    const before = installed.nodes.get(name)
    if (text === undefined || !before) continue
    if (recreated) {
      notes.push({ code: 'manual-recreated', line: null, params: { node: name } })
      continue
    }
    const typed = manualRules(before.rules, text, { topology, node: name })
    changed.set(name, { ...before, rules: typed.rules })
    refusals.push(...typed.refusals.map((refusal) => issueOf(refusal, i)))
    notes.push(...typed.notes)
  }
  const typed = nodes.filter(({ manualRules, recreated }) => manualRules && !recreated)
  const others = nodes.filter(({ manualRules }) => manualRules !== typed[0]?.manualRules)
  if (typed.length > 0 && others.length > 0) {
    const names = (list: typeof nodes) => list.map(({ name }) => name).join(', ')
    const same = nodes.filter((node) => !others.includes(node))
    const params = { node: names(same), others: names(others) }
    notes.push({ code: 'manual-not-everywhere', line: null, params })
  }
  const config = { ...installed.config, notes }
  return { installed: { ...installed, nodes: changed, config }, refusals }
}

const issueOf = ({ line, column, code, message }: IptablesIssue, node: number): Issue => ({
  ...issueAt(
    code.startsWith('unsupported') ? 'manual-rule-unknown' : 'manual-rule-refused',
    `nodes.${node}.manualRules`,
    { message },
  ),
  line,
  column,
})
