import type { Counter } from '../../engine/counters.ts'
import type { Invocation, RuleSpec } from '../command/invocation.ts'
import { type Complaint, complaint } from '../issue.ts'
import { ZERO } from '../zero.ts'
import { type Draft, type Entry, hookOf, type Request } from './draft.ts'
import { sameRule } from './same-rule.ts'

const NO_CHAIN = 'No chain/target/match by that name.'
const NO_RULE = 'Bad rule (does a matching rule exist in that chain?).'

/**
 * Does what a command says to a table. What is left for the kernel to judge is noted in
 * `draft.requests`. Source: nft_prepare and what it calls, iptables 1.8.9.
 */
export function apply(draft: Draft, invocation: Invocation, line: number): Complaint | null {
  const absent = absentTarget(draft, invocation)
  if (absent) return absent
  const trouble = change(draft, invocation, line)
  const isListing = invocation.command === 'L' || invocation.command === 'S'
  return isListing ? trouble : failed(draft, line, trouble)
}

/** iptables-restore puts the line in front of what a command failed with. */
export function failed(draft: Draft, line: number, trouble: Complaint | null): Complaint | null {
  if (!trouble || !draft.numbered || trouble.code.startsWith('unsupported')) return trouble
  return { ...trouble, message: `line ${line} failed: ${trouble.message}` }
}

function change(draft: Draft, invocation: Invocation, line: number): Complaint | null {
  const name = invocation.chain?.text ?? ''
  switch (invocation.command) {
    case 'A':
    case 'I':
    case 'R':
      return eachRule(invocation, (spec) => place(draft, invocation, spec, line))
    case 'C':
    case 'D':
      return eachRule(invocation, (spec) => take(draft, invocation, spec))
    case 'D#':
      return takeNumber(draft, name, invocation.number)
    case 'N':
      return newChain(draft, name)
    case 'F':
      return flush(draft, invocation.chain && name)
    case 'X':
      return deleteChains(draft, invocation.chain && name, line)
    case 'E':
      return rename(draft, name, invocation.argument, line)
    case 'P':
      return policy(draft, name, invocation.argument, ZERO)
    case 'Z':
    case 'Z#':
      return zero(draft, invocation)
    default:
      return invocation.chain && !draft.chains.has(name) ? unlistable(name) : null
  }
}

const unlistable = (name: string): Complaint =>
  complaint('no-such-chain', `chain \`${name}' in table \`nat' is incompatible, use 'nft' tool.`)

const noChain = (): Complaint => complaint('no-such-chain', NO_CHAIN)

function eachRule(
  { rules }: Invocation,
  act: (spec: RuleSpec) => Complaint | null,
): Complaint | null {
  for (const spec of rules) {
    const trouble = act(spec)
    if (trouble) return trouble
  }
  return null
}

/** A built-in chain that was never used is not there yet. */
function chainOf(draft: Draft, name: string): Entry[] | null {
  return hookOf(name) && !draft.made.has(name) ? null : (draft.chains.get(name) ?? null)
}

function absentTarget(draft: Draft, { rules }: Invocation): Complaint | null {
  const target = rules[0]?.target
  return (target?.kind === 'jump' || target?.kind === 'goto') && !draft.chains.has(target.chain)
    ? complaint('no-such-chain', `Chain '${target.chain}' does not exist`)
    : null
}

function place(
  draft: Draft,
  { command, chain, number, counter }: Invocation,
  spec: RuleSpec,
  line: number,
): Complaint | null {
  const name = chain?.text ?? ''
  if (hookOf(name) && command !== 'R') draft.made.add(name)
  const rules = chainOf(draft, name)
  if (!rules) return noChain()
  const entry: Entry = { spec, counter }
  let verb: Request['verb'] = 'RULE_APPEND'
  if (command === 'A') rules.push(entry)
  else if (command === 'R') {
    if (number > rules.length) return complaint('no-such-rule', 'Index of replacement too big.')
    rules.splice(number - 1, 1, entry)
    verb = 'RULE_REPLACE'
  } else {
    if (number > rules.length + 1) return complaint('no-such-rule', 'Index of insertion too big.')
    // Behind the last rule the tool appends instead.
    verb = number > 1 && number === rules.length + 1 ? 'RULE_APPEND' : 'RULE_INSERT'
    rules.splice(number - 1, 0, entry)
  }
  draft.requests.push({ line, chain: name, verb, entry })
  return null
}

function take(draft: Draft, { command, chain }: Invocation, spec: RuleSpec): Complaint | null {
  const rules = chainOf(draft, chain?.text ?? '')
  const index = rules?.findIndex((entry) => sameRule(entry.spec, spec)) ?? -1
  if (index < 0) return complaint('no-such-rule', NO_RULE)
  if (command === 'D') rules?.splice(index, 1)
  return null
}

function takeNumber(draft: Draft, name: string, number: number): Complaint | null {
  const rules = chainOf(draft, name)
  if (!rules) return noChain()
  if (number > rules.length) return complaint('no-such-rule', 'Index of deletion too big.')
  rules.splice(number - 1, 1)
  return null
}

function newChain(draft: Draft, name: string): Complaint | null {
  if (draft.chains.has(name)) return complaint('chain-exists', 'Chain already exists.')
  draft.chains.set(name, [])
  return null
}

function flush(draft: Draft, name: string | null): Complaint | null {
  if (name === null) {
    // Of a table that is only about to be made there is nothing to flush yet.
    if (draft.numbered) return null
    for (const chain of draft.chains.keys()) draft.chains.set(chain, [])
    return null
  }
  if (hookOf(name)) draft.made.add(name)
  if (!draft.chains.has(name)) return noChain()
  draft.chains.set(name, [])
  return null
}

function deleteChains(draft: Draft, name: string | null, line: number): Complaint | null {
  if (name !== null && !chainOf(draft, name)) return noChain()
  const names = name === null ? [...draft.chains.keys()].filter((each) => !hookOf(each)) : [name]
  for (const each of names) {
    const isEmpty = draft.chains.get(each)?.length === 0
    // Only iptables-restore looks for itself whether a built-in chain is empty.
    if (hookOf(each) && !isEmpty && draft.numbered) {
      return complaint('chain-in-use', 'Directory not empty.')
    }
    if (!isEmpty || isWanted(draft, each)) {
      draft.requests.push({ line, chain: each, verb: 'CHAIN_DEL', entry: null })
    }
    if (hookOf(each)) draft.made.delete(each)
    else draft.chains.delete(each)
  }
  return null
}

/** Whether a rule jumps there. */
function isWanted(draft: Draft, name: string): boolean {
  for (const entries of draft.chains.values()) {
    const jumps = entries.some(
      ({ spec: { target } }) =>
        (target?.kind === 'jump' || target?.kind === 'goto') && target.chain === name,
    )
    if (jumps) return true
  }
  return false
}

function rename(draft: Draft, name: string, newName: string, line: number): Complaint | null {
  if (draft.chains.has(newName)) return complaint('chain-exists', 'File exists.')
  const rules = chainOf(draft, name)
  if (!rules || hookOf(name)) return noChain()
  if (draft.numbered) {
    draft.requests.push({ line, chain: newName, verb: 'CHAIN_RENAME', entry: null })
    return null
  }
  draft.chains.delete(name)
  draft.chains.set(newName, rules)
  for (const entries of draft.chains.values()) {
    for (const [index, entry] of entries.entries()) entries[index] = repointed(entry, name, newName)
  }
  return null
}

function repointed(entry: Entry, name: string, newName: string): Entry {
  const { target } = entry.spec
  if ((target?.kind !== 'jump' && target?.kind !== 'goto') || target.chain !== name) return entry
  const changed = { target: { ...target, chain: newName } }
  return {
    counter: entry.counter,
    spec: { ...entry.spec, ...changed },
    ...(entry.rule ? { rule: { ...entry.rule, ...changed } } : {}),
  }
}

/** `-P`, and the line `:CHAIN POLICY [packets:bytes]` of a built-in chain. */
export function policy(
  draft: Draft,
  name: string,
  word: string,
  counter: Counter,
): Complaint | null {
  if (word === 'DROP') return complaint('unsupported-policy', word)
  if (word !== 'ACCEPT' && word !== '-') {
    const advice = draft.numbered ? '' : " Run `dmesg' for more information."
    return complaint('bad-policy', `Bad policy name.${advice}`)
  }
  if (!hookOf(name)) return complaint('no-such-chain', 'Bad built-in chain name.')
  draft.made.add(name)
  draft.counters.set(name, counter)
  return null
}

function zero(draft: Draft, { chain, command, number }: Invocation): Complaint | null {
  if (chain && !chainOf(draft, chain.text)) {
    return command === 'Z' ? noChain() : complaint('no-such-rule', NO_RULE)
  }
  for (const name of chain ? [chain.text] : draft.chains.keys()) {
    if (command === 'Z' && draft.counters.has(name)) draft.counters.set(name, ZERO)
    const entries = draft.chains.get(name) ?? []
    const zeroed = entries.map((entry, index) =>
      command === 'Z' || index === number - 1 ? { ...entry, counter: ZERO } : entry,
    )
    draft.chains.set(name, zeroed)
  }
  return null
}
