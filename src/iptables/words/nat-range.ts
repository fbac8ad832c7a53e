import type { AddressSpan, PortRange } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { RuleSoFar } from '../module.ts'
import { servicePort } from '../names/services.ts'
import { inetPton } from './c-address.ts'
import { leadingUnsigned } from './c-number.ts'
import { ntop } from './format-address.ts'
import { formatPorts, MAX_PORT } from './port.ts'

/** What `--to-source` and `--to-destination` give: addresses, ports, or both. */
export interface NatRange {
  readonly to?: AddressSpan
  readonly ports?: PortRange
}

/** tcp, udp, sctp, dccp and icmp, whose identifier is taken for a port. */
const WITH_PORTS = [6, 17, 132, 33, 1]

const bad = (code: Complaint['code'], message: string) => err(complaint(code, message))

/** `port[-port]`. Source: parse_ports of libxt_NAT, iptables 1.8.9. */
export function parseNatPorts(text: string, { protocol }: RuleSoFar): Result<PortRange, Complaint> {
  if (!WITH_PORTS.includes(protocol)) {
    return bad('needs-protocol', 'Need TCP, UDP, SCTP or DCCP with port specification')
  }
  const first = leadingUnsigned(text, MAX_PORT)
  if (!first) {
    const port = servicePort(text)
    return port === null ? bad('bad-port', `Port \`${text}' not valid`) : ok({ lo: port, hi: port })
  }
  const { value: lo, rest } = first
  if (rest === '') return ok({ lo, hi: lo })
  if (rest.startsWith(':')) return bad('bad-port', 'Invalid port:port syntax - use dash')
  if (!rest.startsWith('-')) return bad('bad-port', `Garbage after port value: \`${rest}'`)
  const upper = rest.slice(1)
  const second = leadingUnsigned(upper, MAX_PORT)
  if (!second) return bad('bad-port', `Port \`${upper}' not valid`)
  if (second.value < lo) return bad('bad-port', `Port range \`${upper}' funky`)
  if (second.rest.startsWith('/')) return bad('unsupported-option', text)
  if (second.rest !== '') return bad('bad-port', `Garbage after port range: \`${second.rest}'`)
  return ok({ lo, hi: second.value })
}

/** `[address[-address]][:ports]`, an IPv6 address with ports in brackets. Source: parse_to, likewise. */
export function parseNatRange(text: string, rule: RuleSoFar): Result<NatRange, Complaint> {
  const split = splitPorts(text, rule.family)
  if (!split.ok) return split
  const { addresses, ports } = split.value
  let range: NatRange = {}
  if (ports !== null) {
    const parsed = parseNatPorts(ports, rule)
    if (!parsed.ok) return parsed
    range = { ports: parsed.value }
    if (addresses === '') return ok(range)
  }
  const dash = addresses.indexOf('-')
  const from = dash < 0 ? addresses : addresses.slice(0, dash)
  const to = dash < 0 ? addresses : addresses.slice(dash + 1)
  const lo = inetPton(from, rule.family)
  if (!lo) return bad('bad-address', `Bad IP address "${from}"`)
  const hi = inetPton(to, rule.family)
  return hi ? ok({ ...range, to: { lo, hi } }) : bad('bad-address', `Bad IP address "${to}"`)
}

interface Split {
  readonly addresses: string
  readonly ports: string | null
}

function splitPorts(text: string, family: Family): Result<Split, Complaint> {
  const bracket = text.indexOf('[')
  if (bracket < 0) {
    const colon = text.indexOf(':')
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) return ok({ addresses: text, ports: null })
    return ok({ addresses: text.slice(0, colon), ports: text.slice(colon + 1) })
  }
  const end = text.indexOf(']', bracket)
  if (end < 0 || family === 4) return bad('bad-address', 'Invalid address format')
  const addresses = text.slice(bracket + 1, end)
  const colon = text.indexOf(':', end)
  return ok({ addresses, ports: colon < 0 ? null : text.slice(colon + 1) })
}

/** As iptables writes it; empty where there is nothing to write. */
export function formatNatRange({ to, ports }: NatRange): string {
  const tail = ports ? `:${formatPorts(ports, '-')}` : ''
  if (!to) return tail
  const lo = ntop(to.lo)
  const hi = ntop(to.hi)
  const span = lo === hi ? lo : `${lo}-${hi}`
  return to.lo.family === 6 && ports ? `[${span}]${tail}` : `${span}${tail}`
}
