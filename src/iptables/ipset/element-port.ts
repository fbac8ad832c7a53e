import type { IpSetEntry } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { icmpNames } from '../names/icmp.ts'
import { protocolName, protocolNumber } from '../names/protocols.ts'
import { type PortProtocol, servicePort } from '../names/services.ts'
import { wholeUnsigned } from '../words/c-number.ts'
import { badNumber } from './bad-number.ts'
import { separatorAt } from './separator.ts'

type ElementPort = NonNullable<IpSetEntry['port']>

/** Protocols with ports; udplite has no services of its own. */
const WITH_PORTS = new Map<number, PortProtocol>([
  [6, 'tcp'],
  [17, 'udp'],
  [132, 'sctp'],
  [136, 'udp'],
])

const ICMP: Readonly<Record<Family, number>> = { 4: PROTOCOLS.icmp, 6: PROTOCOLS.icmpv6 }

const bad = (message: string) => err(complaint('bad-port', message))

/**
 * `[protocol:]port[-port]`; of ICMP a type and code, kept as 256 · type + code; of other protocols
 * only 0. Source: ipset 7.17, measured.
 */
export function parseElementPort(text: string, family: Family): Result<ElementPort, Complaint> {
  const colon = separatorAt(text, ':')
  const name = colon < 0 ? 'tcp' : text.slice(0, colon).toLowerCase()
  const port = colon < 0 ? text : text.slice(colon + 1)
  const protocol = wholeUnsigned(name, 255) ?? protocolNumber(name)
  if (protocol === null) return bad(`Syntax error: cannot parse '${name}' as a protocol`)
  const named = WITH_PORTS.get(protocol)
  if (named) return parseRange(port, protocol, named)
  if (protocol === ICMP[family]) return parseIcmp(port, protocol, family)
  if (protocol === ICMP[family === 4 ? 6 : 4]) return bad('Invalid add command: missing setname')
  if (port === '0') return ok({ protocol, lo: 0, hi: 0 })
  const message = `Protocol ${protocolName(protocol) ?? protocol} can be used with pseudo port value 0 only.`
  return bad(`Syntax error: ${message}`)
}

function parseRange(
  text: string,
  protocol: number,
  name: PortProtocol,
): Result<ElementPort, Complaint> {
  const dash = separatorAt(text, '-')
  const ports: number[] = []
  for (const part of dash < 0 ? [text] : [text.slice(0, dash), text.slice(dash + 1)]) {
    const port = wholeUnsigned(part, 65535) ?? servicePort(part, name)
    if (port === null) return badPort(part, name)
    ports.push(port)
  }
  const [lo = 0, hi = lo] = ports.sort((a, b) => a - b)
  return ok({ protocol, lo, hi })
}

function badPort(text: string, name: string) {
  return bad(
    `${badNumber(text, 65535)}\n${badNumber(name, 65535)}\ncannot parse '${text}' as a ${name} port`,
  )
}

function parseIcmp(text: string, protocol: number, family: Family): Result<ElementPort, Complaint> {
  const named = namesOf(family).find(({ name }) => name === text)
  if (named) return ok(icmpPort(protocol, named.type, named.lo))
  const slash = separatorAt(text, '/')
  if (slash < 0) {
    return bad(`Cannot parse ${text} as an ${family === 4 ? 'ICMP' : 'ICMPv6'} type/code.`)
  }
  const parts = [text.slice(0, slash), text.slice(slash + 1)]
  const [type = null, code = null] = parts.map((part) => wholeUnsigned(part, 255))
  if (type !== null && code !== null) return ok(icmpPort(protocol, type, code))
  return bad(badNumber(parts[type === null ? 0 : 1] ?? '', 255))
}

function icmpPort(protocol: number, type: number, code: number): ElementPort {
  const number = type * 256 + code
  return { protocol, lo: number, hi: number }
}

/** Names that iptables knows and ipset does not. */
const UNKNOWN: Readonly<Record<Family, readonly string[]>> = {
  4: [
    'any',
    'destination-unreachable',
    'redirect',
    'time-exceeded',
    'ttl-exceeded',
    'parameter-problem',
  ],
  6: [
    'destination-unreachable',
    'beyond-scope',
    'failed-policy',
    'reject-route',
    'time-exceeded',
    'ttl-exceeded',
    'parameter-problem',
    'neighbor-solicitation',
    'neighbor-advertisement',
  ],
}

const namesOf = (family: Family) =>
  icmpNames[family].filter(({ name }) => !UNKNOWN[family].includes(name))

export function formatElementPort({ protocol, lo, hi }: ElementPort, family: Family): string {
  const name = protocolName(protocol) ?? `${protocol}`
  if (protocol === ICMP[family]) return `${name}:${icmpText(lo, family)}`
  return `${name}:${lo === hi ? lo : `${lo}-${hi}`}`
}

function icmpText(number: number, family: Family): string {
  const [type, code] = [number >> 8, number & 255]
  const named = namesOf(family).find((each) => each.type === type && each.lo === code)
  return named?.name ?? `${type}/${code}`
}
