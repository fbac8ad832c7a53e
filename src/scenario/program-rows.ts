import { formatMasked } from '../engine/masked-address.ts'
import type { EgressProgram, ProgramRule } from '../engine/program.ts'
import {
  printProgramRule,
  programConditions,
  targetName,
  targetOptions,
} from '../iptables/print-program.ts'
import type { Topology } from '../topology/topology.ts'
import { destinationOwner } from './destination-owner.ts'
import type { ChainRows, RuleRow } from './evaluation.ts'

/** A program's chains as rows, like those of table nat. */
export const programRows = (topology: Topology, { chains }: EgressProgram): ChainRows[] =>
  chains.map(({ name, rules }, i) => ({
    name,
    policy: i === 0 ? 'ACCEPT' : null,
    references: rulesOf(chains).filter(({ target }) => calls(target, name)).length,
    rules: rules.map((rule, at) => rowOf(topology, rule, { chain: name, line: at + 1 })),
  }))

const rulesOf = (chains: EgressProgram['chains']): readonly ProgramRule[] =>
  chains.flatMap(({ rules }) => rules)

const calls = (target: ProgramRule['target'], name: string): boolean =>
  target.kind === 'call' && target.chain === name

function rowOf(
  topology: Topology,
  rule: ProgramRule,
  at: { readonly chain: string; readonly line: number },
): RuleRow {
  const { base, matches, target, origin } = rule
  const { destination, ...others } = base
  const told = matches.filter(({ kind }) => kind !== 'comment')
  return {
    ref: { id: rule.id, ...at },
    text: `-A ${at.chain}${printProgramRule(rule)}`,
    destination: destination && !destination.negated ? formatMasked(destination) : null,
    destinationOwner: destinationOwner(topology, rule),
    conditions: programConditions({
      ...rule,
      base: destination?.negated ? base : others,
      matches: told,
    }).trim(),
    target: targetName(target),
    targetOptions: targetOptions(target).trim(),
    origin: origin.code,
    configLine: origin.place?.line ?? null,
  }
}
