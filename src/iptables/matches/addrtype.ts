import type { AddressType, Match } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { MatchText, OptionUse, Place, RuleModule } from '../module.ts'

type Addrtype = Extract<Match, { kind: 'addrtype' }>
type Types = NonNullable<Addrtype['source']>

/** `-m addrtype`. Source: iptables 1.8.9; what the kernel refuses: Linux 6.18, measured. */
export const addrtype: MatchText<Addrtype> = {
  name: () => 'addrtype',
  save: ({ source, destination, limitIfaceIn, limitIfaceOut }) =>
    saveTypes('src-type', source) +
    saveTypes('dst-type', destination) +
    (limitIfaceIn ? ' --limit-iface-in' : '') +
    (limitIfaceOut ? ' --limit-iface-out' : ''),
  list: ({ source, destination, limitIfaceIn, limitIfaceOut }) =>
    ` ADDRTYPE match${listTypes('src-type', source)}${listTypes('dst-type', destination)}` +
    (limitIfaceIn ? ' limit-in' : '') +
    (limitIfaceOut ? ' limit-out' : ''),
  refused,
}

export const addrtypeModules = (): readonly RuleModule<Match>[] => [
  { name: 'addrtype', options: options(), open },
]

/** In the order of the kernel's enumeration, which is also the order in which they are printed. */
const TYPES: readonly AddressType[] = [
  'UNSPEC',
  'UNICAST',
  'LOCAL',
  'BROADCAST',
  'ANYCAST',
  'MULTICAST',
  'BLACKHOLE',
  'UNREACHABLE',
  'PROHIBIT',
  'THROW',
  'NAT',
  'XRESOLVE',
]

const NOT_IN_IPV6 = new Set<AddressType>([
  'BROADCAST',
  'BLACKHOLE',
  'PROHIBIT',
  'THROW',
  'NAT',
  'XRESOLVE',
])

function options(): readonly CheckedOption[] {
  return [
    { name: 'src-type', takes: 'value', negatable: true },
    { name: 'dst-type', takes: 'value', negatable: true },
    { name: 'limit-iface-in', takes: 'nothing', excludes: ['limit-iface-out'] },
    { name: 'limit-iface-out', takes: 'nothing', excludes: ['limit-iface-in'] },
  ]
}

function open() {
  const record = recordOf('addrtype', options())
  let read: Addrtype = { kind: 'addrtype' }

  function take(call: OptionUse): Complaint | null {
    const trouble = record.note(call)
    if (trouble) return trouble
    if (call.option === 'limit-iface-in') read = { ...read, limitIfaceIn: true }
    else if (call.option === 'limit-iface-out') read = { ...read, limitIfaceOut: true }
    else {
      const types = parseTypes(call.value)
      if (!types.ok) return types.error
      const side = { types: types.value, negated: call.negated }
      read = { ...read, [call.option === 'src-type' ? 'source' : 'destination']: side }
    }
    return null
  }

  function check(): Complaint | null {
    if (record.used.has('src-type') || record.used.has('dst-type')) return record.check()
    return complaint('missing-option', 'addrtype: you must specify --src-type or --dst-type')
  }

  return { take, check, build: () => ok(read) }
}

/** A list of names or of beginnings of names, in either case. */
function parseTypes(text: string): Result<readonly AddressType[], Complaint> {
  const chosen = new Set<AddressType>()
  let from = 0
  for (const [index, name] of text.split(',').entries()) {
    const type = TYPES.find((each) => each.startsWith(name.toUpperCase()))
    if (name === '' || type === undefined) {
      const last = index === text.split(',').length - 1
      const [left, right] = last ? ['"', '"'] : ['`', "'"]
      return err(complaint('bad-value', `addrtype: bad type ${left}${text.slice(from)}${right}`))
    }
    chosen.add(type)
    from += name.length + 1
  }
  return ok(TYPES.filter((type) => chosen.has(type)))
}

function refused(match: Addrtype, { family, hook }: Place): boolean {
  if (match.limitIfaceOut && (hook === 'PREROUTING' || hook === 'INPUT')) return true
  if (match.limitIfaceIn && (hook === 'POSTROUTING' || hook === 'OUTPUT')) return true
  const types = [...(match.source?.types ?? []), ...(match.destination?.types ?? [])]
  return family === 6 && types.some((type) => NOT_IN_IPV6.has(type))
}

const saveTypes = (option: string, side: Types | undefined): string =>
  side ? `${side.negated ? ' !' : ''} --${option} ${side.types.join(',')}` : ''

const listTypes = (label: string, side: Types | undefined): string =>
  side ? ` ${label} ${side.negated ? '!' : ''}${side.types.join(',')}` : ''
