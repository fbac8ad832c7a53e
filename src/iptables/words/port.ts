import type { PortRange } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { type PortProtocol, servicePort } from '../names/services.ts'
import { wholeUnsigned } from './c-number.ts'

export const MAX_PORT = 65535

/** A number or the name of a service of this protocol. Source: xtables_parse_port of iptables 1.8.9. */
export function parsePort(text: string, protocol?: PortProtocol): Result<number, Complaint> {
  const port = wholeUnsigned(text, MAX_PORT) ?? servicePort(text, protocol)
  return port === null
    ? err(complaint('bad-port', `invalid port/service \`${text}' specified`))
    : ok(port)
}

/** `80`, `80:90`, `:90`, `80:`. Source: parse_tcp_ports, parse_sctp_ports of iptables 1.8.9. */
export function parsePortRange(text: string, protocol: PortProtocol): Result<PortRange, Complaint> {
  const colon = text.indexOf(':')
  const from = colon < 0 ? text : text.slice(0, colon)
  const to = colon < 0 ? text : text.slice(colon + 1)
  const lo = colon === 0 ? ok(0) : parsePort(from, protocol)
  if (!lo.ok) return lo
  const hi = colon >= 0 && to === '' ? ok(MAX_PORT) : parsePort(to, protocol)
  if (!hi.ok) return hi
  return lo.value > hi.value
    ? err(complaint('bad-port', 'invalid portrange (min > max)'))
    : ok({ lo: lo.value, hi: hi.value })
}

/**
 * The same for `-p udp`, which asks getaddrinfo: always decimal, any protocol's service names, no
 * limit (70000 is 4464), no order. Source: xtopt_parse_mport of iptables 1.8.9, glibc 2.36.
 */
export function parseResolvedPortRange(text: string, option: string): Result<PortRange, Complaint> {
  const parts = text.split(':')
  if (parts.length > 2) {
    const message = `udp: Too many components for option "--${option}" (max: 2)`
    return err(complaint('bad-port', message))
  }
  const ports: number[] = []
  for (const [index, part] of parts.entries()) {
    const port = part === '' ? index * MAX_PORT : resolvedPort(part)
    if (port === null) {
      return err(complaint('bad-port', `Port "${part}" does not resolve to anything.`))
    }
    ports.push(port)
  }
  const [lo = 0, hi = lo] = ports
  return ok({ lo, hi })
}

function resolvedPort(text: string): number | null {
  if (!/^[ \t\n\v\f\r]*[+]?\d+$/.test(text)) {
    return servicePort(text, 'tcp') ?? servicePort(text, 'udp')
  }
  return Number(BigInt(text.trim().replace('+', '')) & 0xffffn)
}

export const formatPorts = ({ lo, hi }: PortRange, joint: string): string =>
  lo === hi ? `${lo}` : `${lo}${joint}${hi}`
