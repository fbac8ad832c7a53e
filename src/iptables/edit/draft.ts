import type { Counter, Counters } from '../../engine/counters.ts'
import type { Chain, Hook, NatTable, Rule } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import type { RuleSpec } from '../command/invocation.ts'
import { compareNames } from '../sorted-chains.ts'
import { ZERO } from '../zero.ts'

export const BUILT_IN: readonly Hook[] = ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']

export const hookOf = (chain: string): Hook | null =>
  BUILT_IN.find((hook) => hook === chain) ?? null

/** A rule on its way into a table. */
export interface Entry {
  readonly spec: RuleSpec
  readonly counter: Counter
  /** Kept for a rule that was there before. */
  readonly rule?: Rule
}

/** Something the kernel is asked for, and the line (1-based) that asks. */
export interface Request {
  readonly line: number
  readonly chain: string
  readonly verb: 'RULE_APPEND' | 'RULE_INSERT' | 'RULE_REPLACE' | 'CHAIN_DEL' | 'CHAIN_RENAME'
  readonly entry: Entry | null
}

/** A table while commands change it. */
export interface Draft {
  readonly family: Family
  readonly chains: Map<string, Entry[]>
  readonly counters: Map<string, Counter>
  /** Built-in chains that the kernel has: the others come into being with their first use. */
  readonly made: Set<string>
  readonly requests: Request[]
  /** Whether messages name lines, as those of iptables-restore do. */
  readonly numbered: boolean
}

/** What iptables-restore begins with. */
export function emptyDraft(family: Family, numbered: boolean): Draft {
  return {
    family,
    chains: new Map(BUILT_IN.map((hook) => [hook, []])),
    counters: new Map(BUILT_IN.map((hook) => [hook, ZERO])),
    made: new Set(),
    requests: [],
    numbered,
  }
}

/** What a single command begins with. */
export function draftOf(table: NatTable): Draft {
  const draft = emptyDraft(table.family, false)
  for (const hook of BUILT_IN) draft.made.add(hook)
  for (const { name, rules } of table.chains) {
    draft.chains.set(
      name,
      rules.map((rule) => ({ spec: rule, rule, counter: ZERO })),
    )
  }
  return draft
}

export interface Finished {
  readonly table: NatTable
  readonly counters: Counters
}

/** Built-in chains first, then the others by name, as iptables-save prints them. */
export function finished(draft: Draft): Finished {
  const taken = new Set([...draft.chains.values()].flat().flatMap(({ rule }) => rule?.id ?? []))
  const rules = new Map<string, Counter>()
  const names = [...draft.chains.keys()].filter((name) => hookOf(name) === null)
  const chains = [...BUILT_IN, ...names.sort(compareNames)].map((name): Chain => {
    let number = 0
    const kept = (draft.chains.get(name) ?? []).map(({ spec, rule, counter }) => {
      let id = rule?.id
      while (id === undefined || (!rule && taken.has(id))) {
        number += 1
        id = `${draft.family}:${name}:${number}`
      }
      rules.set(id, counter)
      return rule ?? { id, ...spec }
    })
    return { name, policy: hookOf(name) ? 'ACCEPT' : null, rules: kept }
  })
  return { table: { family: draft.family, chains }, counters: { chains: draft.counters, rules } }
}
