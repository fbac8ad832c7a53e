import type { Match, PortRange } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Listing, MatchText, OptionUse, RuleModule, RuleSoFar } from '../module.ts'
import type { PortProtocol } from '../names/services.ts'
import { formatPorts, parsePort } from '../words/port.ts'

type Multiport = Extract<Match, { kind: 'multiport' }>

/** A range counts as two. */
const MAX_PORTS = 15

/** udplite (136) and dccp (33) have ports too, but no services of their own. */
const WITH_PORTS = new Map<number, PortProtocol | undefined>([
  [6, 'tcp'],
  [17, 'udp'],
  [136, undefined],
  [132, 'sctp'],
  [33, undefined],
])

const SIDES: Readonly<Record<string, Multiport['side']>> = {
  'source-ports': 'sources',
  'destination-ports': 'destinations',
  ports: 'either',
}

const WORDS: Readonly<Record<Multiport['side'], string>> = {
  sources: 'sports',
  destinations: 'dports',
  either: 'ports',
}

/** `-m multiport`. Source: iptables 1.8.9, measured. */
export const multiport: MatchText<Multiport> = {
  name: () => 'multiport',
  save: ({ side, ports, negated }) =>
    `${negated ? ' !' : ''} --${WORDS[side]} ${ports.map((range) => formatPorts(range, ':')).join(',')}`,
  list: ({ side, ports, negated }, listing) =>
    ` multiport ${WORDS[side]} ${negated ? ' !' : ''}${listPorts(ports, listing)}`,
}

export const multiportModules = (): readonly RuleModule<Match>[] => [
  { name: 'multiport', options: options(), open },
]

function options(): readonly CheckedOption[] {
  const all = Object.keys(SIDES)
  const each = { takes: 'value', negatable: true, excludes: all } as const
  return [
    { name: 'source-ports', synonyms: ['sports'], ...each },
    { name: 'destination-ports', synonyms: ['dports'], ...each },
    { name: 'ports', ...each },
  ]
}

function open() {
  const record = recordOf('multiport', options())
  let read: Multiport = { kind: 'multiport', side: 'either', ports: [], negated: false }

  function take(call: OptionUse, rule: RuleSoFar): Complaint | null {
    const trouble = record.note(call)
    if (trouble) return trouble
    const wrong = wrongProtocol(rule)
    if (wrong) return complaint('needs-protocol', wrong)
    const ports = parsePorts(call.value, WITH_PORTS.get(rule.protocol))
    if (!ports.ok) return ports.error
    const negated = read.negated || call.negated
    read = { ...read, side: SIDES[call.option] ?? 'either', ports: ports.value, negated }
    return null
  }

  function check(): Complaint | null {
    if (record.used.size > 0) return record.check()
    return complaint('missing-option', 'multiport expection an option')
  }

  return { take, check, build: () => ok<Match>(read) }
}

function wrongProtocol({ protocol, protocolNegated }: RuleSoFar): string | null {
  const only = 'multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP'
  if (protocolNegated) return only
  if (WITH_PORTS.has(protocol)) return null
  if (protocol !== 0) return only
  return "multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'"
}

function parsePorts(
  text: string,
  protocol: PortProtocol | undefined,
): Result<readonly PortRange[], Complaint> {
  const ranges: PortRange[] = []
  let left = MAX_PORTS
  for (const part of text.split(',')) {
    left -= part.includes(':') ? 2 : 1
    if (left < 0) return err(complaint('bad-value', 'too many ports specified'))
    const range = parseRange(part, protocol)
    if (!range.ok) return range
    ranges.push(range.value)
  }
  return ok(ranges)
}

function parseRange(
  text: string,
  protocol: PortProtocol | undefined,
): Result<PortRange, Complaint> {
  const colon = text.indexOf(':')
  const lo = parsePort(colon < 0 ? text : text.slice(0, colon), protocol)
  if (!lo.ok) return lo
  if (colon < 0) return ok({ lo: lo.value, hi: lo.value })
  const hi = parsePort(text.slice(colon + 1), protocol)
  if (!hi.ok) return hi
  return lo.value < hi.value
    ? ok({ lo: lo.value, hi: hi.value })
    : err(complaint('bad-port', 'invalid portrange specified'))
}

function listPorts(ports: readonly PortRange[], { serviceName, protocol }: Listing): string {
  const named = WITH_PORTS.get(protocol)
  const show = (port: number): string =>
    (named === undefined ? null : serviceName(port, named)) ?? `${port}`
  return ports.map(({ lo, hi }) => (lo === hi ? show(lo) : `${show(lo)}:${show(hi)}`)).join(',')
}
