import { emptyNat } from '../engine/nat-table.ts'
import type { Chain, Hook, IpSet, NatTable, Rule, Ruleset } from '../engine/rule.ts'

/** What one writer leaves on a node, beside what others have written there. */
export interface Writing {
  readonly nat4?: TablePart
  readonly nat6?: TablePart
  readonly sets?: readonly IpSet[]
}

export interface TablePart {
  /** User chains: created, or replaced where there is one of that name. */
  readonly chains: readonly Chain[]
  /** Rules of built-in chains: before those already there (`-I`), or after them (`-A`). */
  readonly hooked: readonly {
    readonly hook: Hook
    readonly at: 'first' | 'last'
    readonly rules: readonly Rule[]
  }[]
}

export const NO_RULES: Ruleset = { nat4: emptyNat(4), nat6: emptyNat(6), sets: [] }

/** A node's rules after one more writer. The order of writers is the order in time. */
export const writeRules = (before: Ruleset, { nat4, nat6, sets = [] }: Writing): Ruleset => ({
  ...before,
  nat4: nat4 ? writeTable(before.nat4, nat4) : before.nat4,
  nat6: nat6 ? writeTable(before.nat6, nat6) : before.nat6,
  sets: [...before.sets.filter(({ name }) => !sets.some((set) => set.name === name)), ...sets],
})

function writeTable(table: NatTable, { chains, hooked }: TablePart): NatTable {
  const replaced = table.chains.map(
    (chain) => chains.find(({ name }) => name === chain.name) ?? chain,
  )
  const added = chains.filter(({ name }) => !table.chains.some((chain) => chain.name === name))
  return { ...table, chains: [...replaced, ...added].map((chain) => hook(chain, hooked)) }
}

function hook(chain: Chain, hooked: TablePart['hooked']): Chain {
  const own = hooked.filter((entry) => entry.hook === chain.name)
  if (chain.policy === null || own.length === 0) return chain
  const first = own.filter(({ at }) => at === 'first').toReversed()
  const last = own.filter(({ at }) => at === 'last')
  const rules: readonly Rule[] = [
    ...first.flatMap((entry) => entry.rules),
    ...chain.rules,
    ...last.flatMap((entry) => entry.rules),
  ]
  return { ...chain, rules }
}
