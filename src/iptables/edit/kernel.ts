import type { Hook, MaskedAddress } from '../../engine/rule.ts'
import type { RuleSpec } from '../command/invocation.ts'
import type { Complaint } from '../issue.ts'
import { textOf as matchText } from '../matches.ts'
import type { Place } from '../module.ts'
import { textOf as targetText } from '../targets.ts'
import { type Draft, type Entry, hookOf, type Request } from './draft.ts'

/** What a kernel that refuses says, and where. */
export interface Refusal extends Complaint {
  readonly line: number
}

type Errno =
  | 'Invalid argument'
  | 'Too many links'
  | 'Operation not supported'
  | 'No such file or directory'
  | 'Device or resource busy'

/** Jumps inside of jumps that the kernel still takes. */
const MAX_DEPTH = 15

/** The tool's buffer for what the kernel says. */
const MAX_MESSAGE = 1023

/**
 * Whether the kernel would take the requests of `draft`: each rule by itself, and if it takes them
 * all, what can then be reached from each hook.
 * Source: Linux 6.18, measured: chains that no hook reaches may loop and hold any target.
 */
export function kernelRefusal(draft: Draft): Refusal | null {
  const alone = draft.requests.flatMap((request) => {
    const errno = refusedAtOnce(request, draft)
    return errno === null ? [] : [{ request, errno }]
  })
  const all = alone.length > 0 ? alone : refusedTogether(draft)
  const [first] = all
  if (!first) return null
  let message = ''
  for (const { request, errno } of draft.numbered ? all : [first]) {
    const what = request.entry ? 'rule in chain' : 'chain'
    const where = draft.numbered ? `line ${request.line}: ` : ''
    const text = `${where}${request.verb} failed (${errno}): ${what} ${request.chain}`
    if (message.length + text.length > MAX_MESSAGE) break
    message += message === '' ? text : `\n${text}`
  }
  const code = first.errno === 'Too many links' ? 'loop' : 'kernel-refused'
  return { code, message, line: first.request.line }
}

interface Refused {
  readonly request: Request
  readonly errno: Errno
}

function refusedAtOnce({ chain, entry, verb }: Request, { family, made }: Draft): Errno | null {
  if (!entry) {
    return verb === 'CHAIN_DEL' ? 'Device or resource busy' : 'No such file or directory'
  }
  const { base, matches, target } = entry.spec
  const hook = hookOf(chain)
  const place: Place = {
    family,
    hook,
    protocol: base.protocol?.number ?? 0,
    protocolNegated: base.protocol?.negated ?? false,
  }
  if (matchesNothing(base.source) || matchesNothing(base.destination)) return 'Invalid argument'
  if (matches.some((match) => matchText(match).refused?.(match, place))) return 'Invalid argument'
  if (hook && isMisplaced(entry.spec, hook)) return 'Invalid argument'
  if ((target?.kind === 'jump' || target?.kind === 'goto') && hookOf(target.chain)) {
    return made.has(target.chain) ? 'Operation not supported' : 'No such file or directory'
  }
  return null
}

const matchesNothing = (address: MaskedAddress | undefined): boolean =>
  address?.negated === true && address.mask.every((word) => word === 0)

function isMisplaced({ target }: RuleSpec, hook: Hook): boolean {
  return target !== null && targetText(target).hooks?.includes(hook) === false
}

/** More requests than this do not fit into the message. */
const MAX_NAMED = 30

/**
 * The first request that makes the table invalid and all after it: the kernel goes through them once
 * more and looks at the whole table after each.
 */
function refusedTogether(draft: Draft): readonly Refused[] {
  const { requests } = draft
  const after = (count: number): Errno | null => invalid(draft, requests.slice(count))
  if (after(requests.length) === null) return []
  // Before the first request the table was valid, with all of them it is not.
  let valid = 0
  let broken = requests.length
  while (broken - valid > 1) {
    const middle = (valid + broken) >> 1
    if (after(middle) === null) valid = middle
    else broken = middle
  }
  return requests.slice(valid, valid + MAX_NAMED).flatMap((request, index) => {
    const errno = after(valid + index + 1)
    return errno === null ? [] : [{ request, errno }]
  })
}

/** What is wrong with the table as a whole, the rules of `missing` left out. */
function invalid(draft: Draft, missing: readonly Request[]): Errno | null {
  const left = new Set(missing.map(({ entry }) => entry))
  const chains = new Map(
    [...draft.chains].map(([name, entries]) => [name, entries.filter((each) => !left.has(each))]),
  )
  for (const name of draft.made) {
    const hook = hookOf(name)
    const errno = hook && descend(chains, hook, hook, 0, new Map())
    if (errno) return errno
  }
  return null
}

type Chains = ReadonlyMap<string, readonly Entry[]>

/** @param seen the greatest depth at which each chain was found in order */
function descend(
  chains: Chains,
  hook: Hook,
  chain: string,
  depth: number,
  seen: Map<string, number>,
): Errno | null {
  if (depth > MAX_DEPTH) return 'Too many links'
  if ((seen.get(chain) ?? -1) >= depth) return null
  for (const { spec } of chains.get(chain) ?? []) {
    if (isMisplaced(spec, hook)) return 'Invalid argument'
    const { target } = spec
    if (target?.kind !== 'jump' && target?.kind !== 'goto') continue
    const errno = descend(chains, hook, target.chain, depth + 1, seen)
    if (errno !== null) return errno
  }
  seen.set(chain, depth)
  return null
}
