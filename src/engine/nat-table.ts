import type { Family } from '../net/address.ts'
import type { Chain, Hook, NatTable, Rule } from './rule.ts'

/** In the order in which iptables-save lists them. */
export const HOOKS: readonly Hook[] = ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']

/** Table nat with its built-in chains: `rules` at their hook, and the user chains after them. */
export function natTable(
  family: Family,
  rules: Partial<Readonly<Record<Hook, readonly Rule[]>>>,
  chains: readonly Chain[],
): NatTable {
  const builtIn = HOOKS.map((name): Chain => ({ name, policy: 'ACCEPT', rules: rules[name] ?? [] }))
  return { family, chains: [...builtIn, ...chains] }
}

export const emptyNat = (family: Family): NatTable => natTable(family, {}, [])
