import type { NatTable, Rule, Ruleset } from '../../engine/rule.ts'
import { type TablePart, writeRules } from '../write-rules.ts'

/**
 * A node's rules after the agent has written its own. Its chain takes the place of one of the same
 * name; its jump goes behind the rules of others, unless the very same one is there already, so that
 * another writer's jump, or that of a release with another comment, stays as a second one.
 * Source: ip-masq-agent, EnsureChain, EnsureRule(Append) and iptables-restore --noflush; measured.
 */
export const writeAgent = (
  before: Ruleset,
  { nat4, nat6 }: { readonly nat4: NatTable | null; readonly nat6: NatTable | null },
): Ruleset =>
  writeRules(before, {
    ...(nat4 && { nat4: partOf(nat4, before.nat4) }),
    ...(nat6 && { nat6: partOf(nat6, before.nat6) }),
  })

function partOf(own: NatTable, before: NatTable): TablePart {
  const isThere = (chain: string): boolean => before.chains.some(({ name }) => name === chain)
  const chains = own.chains.filter(
    // An empty one was only made sure of: iptables-restore refused what should have gone into it.
    ({ name, policy, rules }) => policy === null && (rules.length > 0 || !isThere(name)),
  )
  const stays = before.chains.filter(({ name }) => !chains.some((chain) => chain.name === name))
  const taken = new Set(stays.flatMap(({ rules }) => rules.map(({ id }) => id)))
  const jumps = hooked(own).filter((rule) => !hooked(before).some((other) => isSame(rule, other)))
  const unique = (rule: Rule): Rule => ({ ...rule, id: unused(rule.id, taken) })
  return {
    chains: chains.map((chain) => ({ ...chain, rules: chain.rules.map(unique) })),
    hooked: [{ hook: 'POSTROUTING', at: 'last', rules: jumps.map(unique) }],
  }
}

const hooked = ({ chains }: NatTable): readonly Rule[] =>
  chains.find(({ name }) => name === 'POSTROUTING')?.rules ?? []

/** What `iptables -C` compares. */
const isSame = (a: Rule, b: Rule): boolean => specification(a) === specification(b)
const specification = ({ base, matches, target }: Rule): string =>
  JSON.stringify([base, matches, target])

function unused(id: string, taken: ReadonlySet<string>): string {
  let free = id
  for (let at = 2; taken.has(free); at += 1) free = `${id}-${at}`
  return free
}
