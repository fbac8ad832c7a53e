import type { ProgramChain } from '../program.ts'
import type { Chain, Rule, Target } from '../rule.ts'
import { implies } from './implies.ts'

/** A rule as far as it can hide others: what it asks for, and whether a packet that it takes comes back. */
export interface Hiding extends Pick<Rule, 'id' | 'base' | 'matches'> {
  /** `ends`: whatever it matches is never seen by a later rule of the chain; `marks`: it may change marks. */
  readonly does: 'ends' | 'passes' | 'marks'
  /** It holds for an answer to a flow that began elsewhere, and for no other packet. */
  readonly reply?: true
}

export interface Shadow {
  /** The rule that can never match, and the earlier one of its chain that takes all that it would. */
  readonly rule: string
  readonly by: { readonly id: string; readonly line: number }
}

/** More comparisons than this are not made for one chain: its last rules are then told to be free. */
const MOST_COMPARED = 200_000

/**
 * The rules of one chain that no packet can ever match, because one earlier rule matches all that
 * they would and ends the walk of the chain. Never says so of a rule that a packet could reach; does
 * not see what only several earlier rules cover together.
 */
export function shadowedIn(rules: readonly Hiding[]): readonly Shadow[] {
  const shadows: Shadow[] = []
  const hiding: { readonly rule: Hiding; readonly line: number }[] = []
  let marked = -1
  let compared = 0
  for (const [at, rule] of rules.entries()) {
    compared += hiding.length
    if (compared > MOST_COMPARED) break
    const by = hiding.find(
      ({ rule: earlier, line }) =>
        (earlier.reply === undefined || rule.reply === true) &&
        implies(rule, earlier, { marksChanged: marked >= line }),
    )
    if (by !== undefined) {
      shadows.push({ rule: rule.id, by: { id: by.rule.id, line: by.line } })
      // What it would hide, the other hides already; and it changes no mark.
      continue
    }
    if (rule.does === 'marks') marked = at
    if (rule.does === 'ends') hiding.push({ rule, line: at + 1 })
  }
  return shadows
}

/** The rules of a chain of table nat, for `shadowedIn`. */
export function hidingRules(chain: Chain, chains: readonly Chain[]): readonly Hiding[] {
  return chain.rules.map(({ id, base, matches, target }) => ({
    id,
    base,
    matches,
    does: doesOf(target, chains),
  }))
}

function doesOf(target: Target | null, chains: readonly Chain[]): Hiding['does'] {
  switch (target?.kind) {
    case undefined:
    case 'log':
      return 'passes'
    case 'mark':
    case 'connmark':
      return 'marks'
    case 'jump': {
      const called = chains.find(({ name }) => name === target.chain)
      if (called && neverComesBack(called, chains)) return 'ends'
      return 'marks'
    }
    default:
      return 'ends'
  }
}

/** Whether every walk that enters a chain is decided in it, or in what it calls. */
function neverComesBack(chain: Chain, chains: readonly Chain[]): boolean {
  for (const { base, matches, target } of chain.rules) {
    const next = target && 'chain' in target ? target.chain : null
    const called = chains.find(({ name }) => name === next)
    const decides = called ? neverComesBack(called, chains) : target?.kind !== 'return'
    // What has gone elsewhere comes back to the caller of this chain.
    if (!decides && (target?.kind === 'return' || target?.kind === 'goto')) return false
    if (decides && isForAll(base, matches) && doesOf(target, chains) === 'ends') return true
  }
  return false
}

const isForAll = (base: Rule['base'], matches: Rule['matches']): boolean =>
  Object.keys(base).length === 0 && matches.every(({ kind }) => kind === 'comment')

/** The rules of a chain of a program, for `shadowedIn`. */
export const hidingProgramRules = ({ rules }: ProgramChain): readonly Hiding[] =>
  rules.map(({ target, ...rule }) => ({
    ...rule,
    does: target.kind === 'call' ? 'passes' : 'ends',
  }))
