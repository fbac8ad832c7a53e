import type { Chain, NatTable, Origin, Rule, Ruleset } from '../../engine/rule.ts'
import { sameRule } from '../../iptables/edit/same-rule.ts'
import type { IptablesIssue } from '../../iptables/issue.ts'
import { parseCommand } from '../../iptables/parse-command.ts'
import { parseIpset } from '../../iptables/parse-ipset.ts'
import { parseSave } from '../../iptables/parse-save.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** What a node has after somebody has typed on it. */
export interface Typed {
  readonly rules: Ruleset
  /** In the tools' words; what they refuse changes nothing, and the next command runs all the same. */
  readonly refusals: readonly IptablesIssue[]
  /** A whole table nat was restored: of what stood there before, only what the text repeats is left. */
  readonly restored: boolean
  /** Tables beside nat, which were left alone. */
  readonly otherTables: readonly string[]
}

/**
 * `iptables` and `ip6tables` commands, `iptables-save` texts and `ipset` lines, one after another on
 * top of what the node has. As in a shell without `set -e`, a command that fails ends nothing.
 */
export function typeOnNode(before: Ruleset, text: string): Typed {
  const start: Typed = { rules: before, refusals: [], restored: false, otherTables: [] }
  return segmentsOf(text).reduce((typed, segment) => run(typed, segment), start)
}

function run(typed: Typed, { kind, text }: Segment): Typed {
  if (kind === 'save') return restore(typed, text)
  if (kind === 'sets') {
    const sets = parseIpset(text)
    if (!sets.ok) return refuse(typed, sets.error)
    const names = new Set(sets.value.map(({ name }) => name))
    const others = typed.rules.sets.filter(({ name }) => !names.has(name))
    return { ...typed, rules: { ...typed.rules, sets: [...others, ...sets.value] } }
  }
  const { nat4, nat6, sets } = typed.rules
  const tables = parseCommand(text, { nat4, nat6 }, sets)
  if (!tables.ok) {
    const { code, message } = tables.error
    if (code !== 'other-table') return refuse(typed, tables.error)
    return { ...typed, otherTables: [...typed.otherTables, message] }
  }
  if (sameRules(tables.value.nat4, nat4) && sameRules(tables.value.nat6, nat6)) return typed
  const rules = {
    nat4: named(tables.value.nat4, nat4, TYPED),
    nat6: named(tables.value.nat6, nat6, TYPED),
    sets,
  }
  return { ...typed, rules }
}

/** After a listing, nothing has changed. */
const sameRules = (after: NatTable, before: NatTable): boolean =>
  after.chains.length === before.chains.length &&
  before.chains.every(({ name, rules }) => {
    const now = after.chains.find((chain) => chain.name === name)?.rules
    return now?.length === rules.length && rules.every((rule, i) => rule === now[i])
  })

const refuse = (typed: Typed, refusal: IptablesIssue): Typed => ({
  ...typed,
  refusals: [...typed.refusals, refusal],
})

/** `iptables-restore` empties a table before it fills it, and takes all of the text or nothing. */
function restore(typed: Typed, text: string): Typed {
  const family = /^#.*\bip6tables-save\b/m.test(text) || /^-A .*\bicmp6\b/m.test(text) ? 6 : 4
  const saved = parseSave(text, { family, sets: typed.rules.sets })
  if (!saved.ok) return refuse(typed, saved.error)
  const otherTables = [...typed.otherTables, ...saved.value.skipped]
  if (!/^\*nat\s*$/m.test(text)) return { ...typed, otherTables }
  const before = family === 6 ? typed.rules.nat6 : typed.rules.nat4
  const table = named(recognised(saved.value.table, before), before, SAVED)
  const rules = family === 6 ? { ...typed.rules, nat6: table } : { ...typed.rules, nat4: table }
  return { ...typed, rules, otherTables, restored: true }
}

export type ManualOrigin = 'manual-command' | 'manual-saved'
const TYPED: Origin & { readonly code: ManualOrigin } = { code: 'manual-command' }
const SAVED: Origin & { readonly code: ManualOrigin } = { code: 'manual-saved' }

/** Gives the rules that were not there before a name and an origin. */
function named(table: NatTable, before: NatTable, origin: Origin): NatTable {
  const known = new Set(before.chains.flatMap(({ rules }) => rules))
  const ids = new Set(before.chains.flatMap(({ rules }) => rules.map(({ id }) => id)))
  const name = (chain: string): string => {
    let number = 1
    while (ids.has(`manual/${table.family}/${chain}/${number}`)) number += 1
    const id = `manual/${table.family}/${chain}/${number}`
    ids.add(id)
    return id
  }
  return mapRules(table, (rule, chain) =>
    known.has(rule) ? rule : { ...rule, id: name(chain.name), origin },
  )
}

/** A saved table repeats rules of the system: they are still its own. */
function recognised(table: NatTable, before: NatTable): NatTable {
  const left = new Map(before.chains.map(({ name, rules }) => [name, [...rules]]))
  return mapRules(table, (rule, { name }) => {
    const candidates = left.get(name) ?? []
    const at = candidates.findIndex((candidate) => sameRule(candidate, rule))
    return (at < 0 ? undefined : candidates.splice(at, 1)[0]) ?? rule
  })
}

const mapRules = (table: NatTable, change: (rule: Rule, chain: Chain) => Rule): NatTable => ({
  ...table,
  chains: table.chains.map((chain) => ({
    ...chain,
    rules: chain.rules.map((rule) => change(rule, chain)),
  })),
})
