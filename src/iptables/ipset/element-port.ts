import type { IpSetEntry } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { icmpNames } from '../names/icmp.ts'
import { protocolName, protocolNumber } from '../names/protocols.ts'
import { type PortProtocol, servicePort } from '../names/services.ts'
import { leadingUnsigned, wholeUnsigned } from '../words/c-number.ts'

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
  const colon = text.indexOf(':')
  const name = colon < 0 ? 'tcp' : text.slice(0, colon).toLowerCase()
  const port = colon < 0 ? text : text.slice(colon + 1)
  const protocol = wholeUnsigned(name, 255) ?? protocolNumber(name)
  if (protocol === null) return bad(`Syntax error: cannot parse '${name}' as a protocol`)
  const named = WITH_PORTS.get(protocol)
  if (named) return parseRange(port, protocol, named)
  if (protocol === ICMP[family]) return parseIcmp(port, protocol, family)
  if (port === '0') return ok({ protocol, lo: 0, hi: 0 })
  const message = `Protocol ${protocolName(protocol) ?? protocol} can be used with pseudo port value 0 only.`
  return bad(`Syntax error: ${message}`)
}

function parseRange(
  text: string,
  protocol: number,
  name: PortProtocol,
): Result<ElementPort, Complaint> {
  const dash = text.indexOf('-', 1)
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
  const number = /^-?\d+$/.test(text)
  const why = number ? `'${text}' is out of range 0-65535` : `'${text}' is invalid as number`
  return bad(
    `Syntax error: ${why}\nSyntax error: '${name}' is invalid as number\ncannot parse '${text}' as a ${name} port`,
  )
}

function parseIcmp(text: string, protocol: number, family: Family): Result<ElementPort, Complaint> {
  const named = icmpNames[family].find(({ name }) => name === text)
  const type = leadingUnsigned(text, 255)
  const code = type && wholeUnsigned(type.rest.slice(1), 255)
  let number: number | null = null
  if (named) number = named.type * 256 + named.lo
  else if (type?.rest.startsWith('/') && code !== null) number = type.value * 256 + code
  if (number !== null) return ok({ protocol, lo: number, hi: number })
  const label = family === 4 ? 'ICMP' : 'ICMPv6'
  return bad(`Cannot parse ${text} as an ${label} type/code.`)
}

export function formatElementPort({ protocol, lo, hi }: ElementPort, family: Family): string {
  const name = protocolName(protocol) ?? `${protocol}`
  if (protocol === ICMP[family]) return `${name}:${icmpText(lo, family)}`
  return `${name}:${lo === hi ? lo : `${lo}-${hi}`}`
}

function icmpText(number: number, family: Family): string {
  const [type, code] = [number >> 8, number & 255]
  const named = icmpNames[family].filter((each) => each.type === type && each.lo === code)
  const exact = named.find(({ lo, hi }) => lo === hi) ?? named[0]
  return exact?.name ?? `${type}/${code}`
}
