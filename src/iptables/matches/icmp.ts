import type { Match, PortRange } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Listing, MatchText, OptionUse, RuleModule } from '../module.ts'
import { icmpNames } from '../names/icmp.ts'
import { leadingUnsigned } from '../words/c-number.ts'

type Icmp = Extract<Match, { kind: 'icmp' }>
type Kind = Pick<Icmp, 'type' | 'code'>

/** IPv4 only: the type that means every type. */
const ANY = 255

/** `-m icmp` and `-m icmp6`. Source: iptables 1.8.9, measured. */
export const icmp: MatchText<Icmp> = {
  name: ({ module }) => module,
  save: ({ module, type, code, negated }) => {
    const not = negated ? ' !' : ''
    if (module === 'icmp' && type === ANY) return `${not} --icmp-type any`
    const option = module === 'icmp' ? 'icmp-type' : 'icmpv6-type'
    return `${not} --${option} ${type}${isEveryCode(code) ? '' : `/${code.lo}`}`
  },
  list: (match, listing) =>
    `${match.module === 'icmp' ? ' icmp' : ' ipv6-icmp'}${listKind(match, listing)}`,
  refused: ({ module }, { protocol, protocolNegated }) =>
    protocol !== (module === 'icmp' ? PROTOCOLS.icmp : PROTOCOLS.icmpv6) || protocolNegated,
}

export const icmpModules = (): readonly RuleModule<Match>[] => [
  icmpModule('icmp', 4),
  icmpModule('icmp6', 6),
]

const isEveryCode = ({ lo, hi }: PortRange): boolean => lo === 0 && hi === 255

function icmpModule(module: Icmp['module'], family: Family): RuleModule<Match> {
  const name = module === 'icmp' ? 'icmp-type' : 'icmpv6-type'
  const options: readonly CheckedOption[] = [
    { name, takes: 'value', mandatory: true, negatable: true },
  ]

  function open() {
    const record = recordOf(module, options)
    let read: Icmp = { kind: 'icmp', module, type: ANY, code: { lo: 0, hi: 255 }, negated: false }

    function take(call: OptionUse): Complaint | null {
      const trouble = record.note(call)
      if (trouble) return trouble
      const parsed = parseKind(call.value, family)
      if (!parsed.ok) return parsed.error
      read = { ...read, ...parsed.value, negated: call.negated }
      return null
    }

    return { take, check: record.check, build: () => ok(read) }
  }

  return { name: module, family, options, open }
}

/** A name or the beginning of just one, in either case; `type`, `type/code` or `type/code:code`. */
function parseKind(text: string, family: Family): Result<Kind, Complaint> {
  const label = family === 4 ? 'ICMP' : 'ICMPv6'
  const fail = (message: string) => err(complaint('bad-value', message))
  const lower = text.toLowerCase()
  const [named, other] = icmpNames[family].filter(({ name }) =>
    name.toLowerCase().startsWith(lower),
  )
  if (named && other) {
    return fail(`Ambiguous ${label} type \`${text}': \`${named.name}' or \`${other.name}'?`)
  }
  if (named) return ok({ type: named.type, code: { lo: named.lo, hi: named.hi } })
  const types = byteRange(text)
  if (!types) return fail(`Unknown ${label} type \`${text}'`)
  let code: PortRange = { lo: 0, hi: 255 }
  let rest = types.rest
  if (rest.startsWith('/')) {
    const codes = byteRange(rest.slice(1))
    if (!codes) return fail(`Unknown ${label} code \`${text}'`)
    code = codes.range
    rest = codes.rest
  }
  if (rest !== '') return fail(`unknown character ${rest[0]}`)
  return types.range.lo === types.range.hi
    ? ok({ type: types.range.lo, code })
    : fail(`${label} type range not supported`)
}

function byteRange(text: string): { readonly range: PortRange; readonly rest: string } | null {
  const first = leadingUnsigned(text, 255)
  if (!first) return null
  if (!first.rest.startsWith(':'))
    return { range: { lo: first.value, hi: first.value }, rest: first.rest }
  const second = leadingUnsigned(first.rest.slice(1), 255)
  return second && { range: { lo: first.value, hi: second.value }, rest: second.rest }
}

function listKind({ module, type, code, negated }: Icmp, { numeric }: Listing): string {
  const named = icmpNames[module === 'icmp' ? 4 : 6].find(
    (each) => each.type === type && each.lo === code.lo && each.hi === code.hi,
  )
  if (!numeric && named) return ` ${negated ? '!' : ''}${named.name}`
  const codes = isEveryCode(code) ? '' : ` codes ${code.lo}-${code.hi}`
  return `${negated ? ' !' : ''}type ${type}${code.lo === code.hi ? ` code ${code.lo}` : codes}`
}
