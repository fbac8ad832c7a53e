import type { Match, PortRange } from '../../engine/rule.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Listing, MatchText, OptionUse, RuleModule } from '../module.ts'
import { formatTcpFlags, tcpFlags } from '../names/tcp-flags.ts'
import { formatPorts, MAX_PORT, parsePortRange, parseResolvedPortRange } from '../words/port.ts'

type Ports = Extract<Match, { kind: 'ports' }>
type Side = PortRange & { readonly negated: boolean }
type Flags = NonNullable<Ports['flags']>

const SIDES = [
  { name: 'source-port', synonyms: ['sport'], takes: 'value' },
  { name: 'destination-port', synonyms: ['dport'], takes: 'value' },
] as const

const MORE = {
  tcp: [
    { name: 'syn', takes: 'nothing' },
    { name: 'tcp-flags', takes: 'value' },
    { name: 'tcp-option', takes: 'value' },
  ],
  udp: [],
  sctp: [{ name: 'chunk-types', takes: 'value' }],
} as const

/** `-m tcp`, `-m udp` and `-m sctp`. Source: iptables 1.8.9, measured. */
export const ports: MatchText<Ports> = {
  name: ({ module }) => module,
  save: ({ source, destination, flags }) =>
    saveSide('sport', source) +
    saveSide('dport', destination) +
    (flags
      ? `${flags.negated ? ' !' : ''} --tcp-flags ${formatTcpFlags(flags.mask)} ${formatTcpFlags(flags.set)}`
      : ''),
  list: ({ module, source, destination, flags }, listing) =>
    ` ${module}${listSide('spt', module, listing, source)}` +
    listSide('dpt', module, listing, destination) +
    (flags ? listFlags(flags, listing) : ''),
  // The empty tcp and udp matches are the kernel's xt modules, the others plain comparisons.
  refused: ({ module, source, destination, flags }, { protocol, protocolNegated }) =>
    (module === 'sctp' || !(source || destination || flags)) &&
    (protocol !== PROTOCOLS[module] || protocolNegated),
}

export const portsModules = (): readonly RuleModule<Match>[] => [
  portsModule('tcp'),
  portsModule('udp'),
  portsModule('sctp'),
]

const NATIVE = { tcp: true, udp: true, sctp: false }

function portsModule(module: Ports['module']): RuleModule<Match> {
  const options = [...SIDES, ...MORE[module]]
  return {
    name: module,
    options,
    open: () => {
      let read: Ports = { kind: 'ports', module }
      const record = recordOf(
        module,
        SIDES.map((side) => ({ ...side, negatable: true })),
      )

      function take(call: OptionUse): Complaint | null {
        const next = module === 'udp' ? udpSide(call) : plainOption(read, call)
        if (!next.ok) return next.error
        read = { ...read, ...next.value }
        return null
      }

      function udpSide(call: OptionUse): Result<Partial<Ports>, Complaint> {
        const trouble = record.note(call)
        if (trouble) return err(trouble)
        const range = parseResolvedPortRange(call.value, call.option)
        return range.ok ? ok(sideOf(call, range.value)) : range
      }

      return {
        take,
        check: () => null,
        build: ({ protocol }) => {
          if (!NATIVE[module]) return ok(read)
          if (saysNothing(read)) return ok({ kind: 'ports', module })
          if (protocol !== PROTOCOLS[module]) {
            const message = `${module.toUpperCase()} match requires '-p ${module}'`
            return err(complaint('needs-protocol', message))
          }
          const kept = simplified(withoutWhole(read))
          return ok(Object.keys(kept).length === 2 ? null : kept)
        },
      }
    },
  }
}

const sideOf = ({ option, negated }: OptionUse, range: PortRange): Partial<Ports> => ({
  [option === 'source-port' ? 'source' : 'destination']: { ...range, negated },
})

function plainOption(read: Ports, call: OptionUse): Result<Partial<Ports>, Complaint> {
  const { option, value, negated } = call
  switch (option) {
    case 'source-port':
    case 'destination-port': {
      if (option === 'source-port' ? read.source : read.destination) {
        return err(complaint('repeated-option', `Only one \`--${option}' allowed`))
      }
      const range = parsePortRange(value, read.module)
      return range.ok ? ok(sideOf(call, range.value)) : range
    }
    case 'syn':
    case 'tcp-flags':
      return flagsOption(read, call)
    default:
      return err(complaint('unsupported-option', `${negated ? '! ' : ''}--${option}`))
  }
}

function flagsOption(read: Ports, call: OptionUse): Result<Partial<Ports>, Complaint> {
  const { option, value, negated } = call
  if (read.flags) {
    const message = "Only one of `--syn' or `--tcp-flags'  allowed"
    return err(complaint('repeated-option', message))
  }
  if (option === 'syn') return ok({ flags: { mask: 0x17, set: 0x02, negated } })
  const second = call.second()
  if (second === null) return err(complaint('missing-argument', '--tcp-flags requires two args.'))
  const mask = tcpFlags(value)
  const set = tcpFlags(second)
  const unknown = [mask, set].find((bits) => typeof bits === 'object')
  if (typeof unknown === 'object') {
    return err(complaint('bad-value', `Unknown TCP flag \`${unknown.unknown}'`))
  }
  return ok({ flags: { mask: Number(mask), set: Number(set), negated } })
}

const isWhole = ({ lo, hi }: PortRange): boolean => lo === 0 && hi === MAX_PORT

/** As good as no option at all: then iptables-nft leaves the match to the kernel's xt module. */
const saysNothing = ({ source, destination, flags }: Ports): boolean =>
  [source, destination].every((side) => !side || (isWhole(side) && !side.negated)) &&
  (!flags || (flags.mask === 0 && flags.set === 0 && !flags.negated))

/** iptables-nft writes no comparison for a side that takes every port, negated or not. */
function withoutWhole({ kind, module, source, destination, flags }: Ports): Ports {
  return {
    kind,
    module,
    ...(source && !isWhole(source) ? { source } : {}),
    ...(destination && !isWhole(destination) ? { destination } : {}),
    ...(flags && flags.mask !== 0 ? { flags } : {}),
  }
}

/** `! 0:99` is kept as `100:65535`, which is the same. */
function simplified(match: Ports): Ports {
  const turned = (side: Side): Side =>
    side.negated && side.lo === 0 && side.hi > 0
      ? { lo: side.hi + 1, hi: MAX_PORT, negated: false }
      : side
  return {
    ...match,
    ...(match.source ? { source: turned(match.source) } : {}),
    ...(match.destination ? { destination: turned(match.destination) } : {}),
  }
}

const saveSide = (option: string, side: Side | undefined): string =>
  side ? `${side.negated ? ' !' : ''} --${option} ${formatPorts(side, ':')}` : ''

function listSide(
  label: string,
  module: Ports['module'],
  { serviceName }: Listing,
  side: Side | undefined,
): string {
  if (!side || (isWhole(side) && !side.negated)) return ''
  const show = (port: number): string => serviceName(port, module) ?? `${port}`
  const { lo, hi, negated } = side
  const not = negated ? '!' : ''
  return lo === hi ? ` ${label}:${not}${show(lo)}` : ` ${label}s:${not}${show(lo)}:${show(hi)}`
}

function listFlags({ mask, set, negated }: Flags, { numeric }: Listing): string {
  const hex = (bits: number): string => `0x${bits.toString(16).toUpperCase().padStart(2, '0')}`
  const show = numeric ? hex : formatTcpFlags
  return ` flags:${negated ? '!' : ''}${show(mask)}/${show(set)}`
}
