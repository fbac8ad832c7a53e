import type { PortRange } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type AgentProfile, agentProfile, RECORDED_VERSION } from './version.ts'

/** How the agent was started. */
export interface AgentFlags {
  /** `--masq-chain`. */
  readonly chain: string
  /** `--nomasq-all-reserved-ranges`: eleven default ranges, not three. */
  readonly allReservedRanges: boolean
  /** `--enable-ipv6`. */
  readonly ipv6: boolean
  /** `--random-fully`. */
  readonly randomFully: boolean
  /** `--to-ports`. */
  readonly toPorts: readonly PortRange[]
  readonly profile: AgentProfile
}

export const DEFAULT_FLAGS: AgentFlags = {
  chain: 'IP-MASQ-AGENT',
  allReservedRanges: false,
  ipv6: false,
  randomFully: true,
  toPorts: [],
  profile: agentProfile(RECORDED_VERSION),
}

/** As GKE starts the agent: its chain is that of the node's own rules, its default list the long one. */
export const GKE_FLAGS: AgentFlags = {
  ...DEFAULT_FLAGS,
  chain: 'IP-MASQ',
  allReservedRanges: true,
}

/** Why the agent does not start: which argument, counted from 0, and what is said of it. */
export interface FlagError {
  readonly text: string
  readonly at: number
}

/** The agent's arguments; the error is what Go's flag package, or the agent, says. */
export function parseFlags(
  args: readonly string[],
  profile: AgentProfile = DEFAULT_FLAGS.profile,
): Result<AgentFlags, FlagError> {
  let flags: AgentFlags = { ...DEFAULT_FLAGS, profile }
  if (profile.flags === null) return ok(flags)
  const waiting = [...args]
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    const at = args.length - waiting.length - 1
    // Go's flag package stops at the first argument that is no flag, and after `--`.
    if (arg === '--' || !/^-./s.test(arg)) break
    const [whole = '', name = '', written] = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(arg) ?? []
    if (whole === '') return err({ text: `bad flag syntax: ${arg}`, at })
    if (!isKnown(name, profile)) {
      return err({ text: `flag provided but not defined: -${name}`, at })
    }
    const value = written ?? impliedValue(name, waiting)
    const next =
      value === undefined ? err(`flag needs an argument: -${name}`) : setFlag(flags, name, value)
    if (!next.ok) return err({ text: next.error, at })
    flags = next.value
  }
  return ok(flags)
}

const isKnown = (name: string, { flags, logFlags }: AgentProfile): boolean =>
  flags?.has(name) === true || logFlags.has(name)

/** A switch alone is on; a text is the argument after it. */
const impliedValue = (name: string, waiting: string[]): string | undefined =>
  TEXTS.has(name) ? waiting.shift() : 'true'

const SWITCHES = new Map<string, 'allReservedRanges' | 'ipv6' | 'randomFully'>([
  ['nomasq-all-reserved-ranges', 'allReservedRanges'],
  ['enable-ipv6', 'ipv6'],
  ['random-fully', 'randomFully'],
])
const TEXTS = new Set([
  ...['masq-chain', 'to-ports'],
  ...['log_backtrace_at', 'log_dir', 'log_file', 'log_file_max_size'],
  ...['stderrthreshold', 'v', 'vmodule'],
])

function setFlag(flags: AgentFlags, name: string, value: string): Result<AgentFlags, string> {
  const key = SWITCHES.get(name)
  if (key !== undefined) {
    const on = readBool(value)
    if (on !== null) return ok({ ...flags, [key]: on })
    return err(`invalid boolean value ${JSON.stringify(value)} for -${name}: parse error`)
  }
  if (name === 'masq-chain') return ok({ ...flags, chain: value })
  // What it logs, and how much of it, changes no rule.
  if (name !== 'to-ports') return ok(flags)
  const toPorts = parseIntervals(value)
  if (toPorts.ok) return ok({ ...flags, toPorts: toPorts.value })
  return err(`Invalid --to-ports flag ${JSON.stringify(value)}: ${toPorts.error}`)
}

/** Source: Go 1.19, strconv/atob.go. */
function readBool(text: string): boolean | null {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text) ? false : null
}

/** `1024-29999,40000`. Source: ip-masq-agent v2.12.0, pkg/interval/interval.go. */
function parseIntervals(text: string): Result<readonly PortRange[], string> {
  const ranges: PortRange[] = []
  if (text === '') return ok(ranges)
  for (const part of text.split(',')) {
    const ends = part.split('-')
    if (ends.length > 2) return err(`invalid interval ${JSON.stringify(part)}`)
    const wrong = ends.find((end) => !/^\+?\d+$/.test(end))
    if (wrong !== undefined) {
      return err(`strconv.Atoi: parsing ${JSON.stringify(wrong)}: invalid syntax`)
    }
    const [lo = 0, hi = lo] = ends.map(Number)
    if (lo > hi) return err(`first is greater than last in ${JSON.stringify(part)}`)
    ranges.push({ lo, hi })
  }
  return ok(ranges)
}
