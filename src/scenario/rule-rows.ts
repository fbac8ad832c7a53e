import { formatMasked } from '../engine/masked-address.ts'
import type { Chain, NatTable, Rule, Ruleset, Target } from '../engine/rule.ts'
import { printRule } from '../iptables/print-save.ts'
import { textOf } from '../iptables/targets.ts'
import type { Family } from '../net/address.ts'
import type { Topology } from '../topology/topology.ts'
import { destinationOwner } from './destination-owner.ts'
import type { ChainRows, RuleRow } from './evaluation.ts'
import type { programRows } from './program-rows.ts'

/**
 * Table nat of one family as rows, in the words of iptables-save.
 *
 * @param rowsOf what makes rows of a program; null where no node has any
 */
export function ruleRows(
  topology: Topology,
  rules: Ruleset,
  { family, rowsOf }: { readonly family: Family; readonly rowsOf: typeof programRows | null },
): ChainRows[] {
  const table = family === 4 ? rules.nat4 : rules.nat6
  const own = table.chains.map(({ name, policy, rules: each }) => ({
    name,
    policy,
    references: references(table, name),
    rules: each.map((rule, i) => rowOf(topology, rule, { chain: name, line: i + 1 })),
  }))
  const programs = (rules.programs ?? []).filter((program) => program.family === family)
  return [...own, ...programs.flatMap((program) => rowsOf?.(topology, program) ?? [])]
}

const references = (table: NatTable, name: string): number =>
  table.chains
    .flatMap((chain: Chain) => chain.rules)
    .filter(({ target }) => target && 'chain' in target && target.chain === name).length

function rowOf(
  topology: Topology,
  rule: Rule,
  at: { readonly chain: string; readonly line: number },
): RuleRow {
  const { base, matches, target, origin } = rule
  const { destination, ...others } = base
  const conditions = printRule({
    base: destination?.negated ? base : others,
    matches: matches.filter(({ kind }) => kind !== 'comment'),
    target: null,
  })
  return {
    ref: { id: rule.id, ...at },
    text: `-A ${at.chain}${printRule(rule)}`,
    destination: destination && !destination.negated ? formatMasked(destination) : null,
    destinationOwner: destinationOwner(topology, rule),
    conditions: conditions.trim(),
    target: target ? textOf(target).name(target) : '',
    targetOptions: target ? optionsOf(target) : '',
    origin: origin?.code ?? null,
    configLine: origin?.place?.line ?? null,
  }
}

const optionsOf = (target: Target): string => textOf(target).save(target).trim()
