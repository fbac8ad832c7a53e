import type { AddressSpan, Match } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { MatchText, OptionUse, RuleModule, RuleSoFar } from '../module.ts'
import { numericAddress } from '../words/c-address.ts'
import { ntop } from '../words/format-address.ts'

type Iprange = Extract<Match, { kind: 'iprange' }>
type Side = NonNullable<Iprange['source']>

/** `-m iprange`. A reversed range is taken and never matches. Source: iptables 1.8.9, measured. */
export const iprange: MatchText<Iprange> = {
  name: () => 'iprange',
  save: ({ source, destination }) =>
    show(' --src-range', ' !', source, true) + show(' --dst-range', ' !', destination, true),
  list: ({ source, destination }) =>
    show(' source IP range', ' !', source, false) +
    show(' destination IP range', ' !', destination, false),
}

export const iprangeModules = (): readonly RuleModule<Match>[] => [
  { name: 'iprange', options: options(), open },
]

function options(): readonly CheckedOption[] {
  return [
    { name: 'src-range', takes: 'value', negatable: true },
    { name: 'dst-range', takes: 'value', negatable: true },
  ]
}

function open() {
  const record = recordOf('iprange', options())
  let read: Iprange = { kind: 'iprange' }

  function take(call: OptionUse, { family }: RuleSoFar): Complaint | null {
    const trouble = record.note(call)
    if (trouble) return trouble
    const span = parseSpan(call, family)
    if (!span.ok) return span.error
    const side = { ...span.value, negated: call.negated }
    read = { ...read, [call.option === 'src-range' ? 'source' : 'destination']: side }
    return null
  }

  function check(): Complaint | null {
    if (record.used.size > 0) return null
    const message = "iprange match: You must specify `--src-range' or `--dst-range'"
    return complaint('missing-option', message)
  }

  return { take, check, build: () => ok(read) }
}

function parseSpan({ option, value }: OptionUse, family: Family): Result<AddressSpan, Complaint> {
  const dash = value.indexOf('-')
  const ends = dash < 0 ? [value, value] : [value.slice(0, dash), value.slice(dash + 1)]
  const [lo, hi] = ends.map((end) => numericAddress(end, family))
  if (lo && hi) return ok({ lo, hi })
  const bad = lo ? ends[1] : ends[0]
  return err(complaint('bad-address', `iprange: Bad value for "--${option}" option: "${bad}"`))
}

function show(label: string, not: string, side: Side | undefined, before: boolean): string {
  if (!side) return ''
  const negation = side.negated ? not : ''
  const span = ` ${ntop(side.lo)}-${ntop(side.hi)}`
  return before ? `${negation}${label}${span}` : `${label}${negation}${span}`
}
