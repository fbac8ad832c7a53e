import type { NodeRules } from '../../scenario/evaluation.ts'

/** Table nat of a node as `iptables-save` has it, the chains that hold something. */
export function standingText({ chains }: Pick<NodeRules, 'chains'>): string {
  const heads = chains.map(({ name, policy }) => `:${name} ${policy ?? '-'}`)
  const rules = chains.flatMap((chain) => chain.rules.map(({ text }) => text))
  return ['*nat', ...heads, ...rules, 'COMMIT'].join('\n')
}
