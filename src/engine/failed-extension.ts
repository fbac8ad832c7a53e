import { type Address, formatAddress } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import { hasPorts } from '../net/protocol.ts'
import { addressType4, hasAddressType } from './address-type.ts'
import { inSpan, limitedTo } from './matches.ts'
import { protocolName } from './moving.ts'
import type { Pass, Port } from './pass.ts'
import type { AddressSpan, AddressType, Match, PortRange } from './rule.ts'
import type { FailedMatch } from './trace.ts'

type Kind<K extends Match['kind']> = Extract<Match, { kind: K }>

/** Puts into words why a match extension did not hold: in the options' own terms, as codes. */
export function failedExtension(
  match: Exclude<Match, { kind: 'comment' }>,
  pass: Pass,
): FailedMatch {
  switch (match.kind) {
    case 'ports':
      return failedPorts(match, pass)
    case 'multiport':
      return failedMultiport(match, pass)
    case 'icmp':
      return extension(
        match.module,
        `${match.type}/${formatPorts(match.code)}`,
        match.negated,
        `${pass.icmpType}/${pass.icmpCode}`,
      )
    case 'addrtype':
      return failedAddressType(match, pass)
    case 'set':
      return extension(
        'set',
        `${match.set} ${match.directions.join()}`,
        match.negated,
        match.directions.map((side) => formatAddress(pass[side])).join(),
      )
    case 'mark': {
      const mark = match.of === 'packet' ? pass.mark : pass.connectionMark
      const wanted = `${formatMark(match.value)}/${formatMark(match.mask)}`
      const module = match.of === 'packet' ? 'mark' : 'connmark'
      return extension(module, wanted, match.negated, formatMark(mark))
    }
    case 'conntrack':
      return extension(match.module, match.states.join(), match.negated, statesOf(pass))
    case 'iprange':
      return failedSpan(match, pass)
    case 'statistic':
      return failedStatistic(match)
  }
}

const extension = (module: string, wanted: string, negated: boolean, got: string): FailedMatch => ({
  field: 'extension',
  module,
  wanted,
  negated,
  got,
})

const formatPorts = ({ lo, hi }: Readonly<Port>): string => (lo === hi ? `${lo}` : `${lo}:${hi}`)

const formatMark = (mark: number): string => `0x${(mark >>> 0).toString(16)}`

const lies = (port: Readonly<Port>, { lo, hi }: PortRange): boolean =>
  port.lo >= lo && port.hi <= hi

function failedPorts(
  { module, source, destination, flags }: Kind<'ports'>,
  pass: Pass,
): FailedMatch {
  const { protocol } = pass.packet
  if (!hasPorts(protocol)) {
    return { field: 'protocol', wanted: module, negated: false, got: protocolName(protocol) }
  }
  if (source && lies(pass.sport, source) === source.negated) {
    return failedPort('source-port', source, pass.sport)
  }
  if (destination && lies(pass.dport, destination) === destination.negated) {
    return failedPort('destination-port', destination, pass.dport)
  }
  invariant(flags, 'a failed port match asks for the part that failed')
  const wanted = `${formatMark(flags.mask)}/${formatMark(flags.set)}`
  return extension(module, wanted, flags.negated, 'SYN')
}

const failedPort = (
  field: 'source-port' | 'destination-port',
  wanted: PortRange & { readonly negated: boolean },
  got: Port,
): FailedMatch => ({
  field,
  wanted: formatPorts(wanted),
  negated: wanted.negated,
  got: formatPorts(got),
})

function failedMultiport({ side, ports, negated }: Kind<'multiport'>, pass: Pass): FailedMatch {
  const got = [
    ...(side === 'destinations' ? [] : [formatPorts(pass.sport)]),
    ...(side === 'sources' ? [] : [formatPorts(pass.dport)]),
  ]
  return extension('multiport', ports.map(formatPorts).join(), negated, got.join())
}

function failedAddressType(match: Kind<'addrtype'>, pass: Pass): FailedMatch {
  const dev = limitedTo(match, pass)
  const { source, destination } = match
  const bySource =
    source && hasAddressType(pass.node, pass.src, source.types, dev) === source.negated
  const asked = bySource ? source : destination
  invariant(asked, 'a failed addrtype asks for the side that failed')
  return extension(
    'addrtype',
    `${bySource ? 'src-type' : 'dst-type'} ${asked.types.join()}`,
    asked.negated,
    typesOf(bySource ? pass.src : pass.dst, pass, dev).join(),
  )
}

const TYPES_OF_IPV6: readonly AddressType[] = [
  'UNSPEC',
  'UNICAST',
  'LOCAL',
  'ANYCAST',
  'MULTICAST',
  'UNREACHABLE',
]

/** One type for IPv4; an IPv6 address may have several. */
const typesOf = (address: Address, { node }: Pass, dev: string | null): readonly AddressType[] =>
  address.family === 4
    ? [addressType4(node, address, dev)]
    : TYPES_OF_IPV6.filter((type) => hasAddressType(node, address, [type], dev))

const statesOf = ({ destinationChanged }: Pass): string => (destinationChanged ? 'NEW,DNAT' : 'NEW')

function failedSpan({ source, destination }: Kind<'iprange'>, pass: Pass): FailedMatch {
  const bySource = source && inSpan(source, pass.src) === source.negated
  const asked = bySource ? source : destination
  invariant(asked, 'a failed iprange asks for the side that failed')
  return extension(
    'iprange',
    `${bySource ? 'src-range' : 'dst-range'} ${formatSpan(asked)}`,
    asked.negated,
    formatAddress(bySource ? pass.src : pass.dst),
  )
}

const formatSpan = ({ lo, hi }: AddressSpan): string => `${formatAddress(lo)}-${formatAddress(hi)}`

const failedStatistic = (match: Kind<'statistic'>): FailedMatch =>
  match.mode === 'random'
    ? extension('statistic', `probability ${match.probability}`, match.negated, '')
    : extension('statistic', `every ${match.every} packet ${match.packet}`, match.negated, '')
