import { type Cidr, cidrOf } from '../../net/cidr.ts'
import { err, ok, type Result } from '../../net/result.ts'
import type { KeptRange } from './masq-config.ts'

/**
 * The range that iptables-restore of one table makes of an entry; an IPv6 one reaches the IPv4 table
 * with v2.4.1, which has no pattern for it any more and no rules of its own yet.
 */
export function restoreInTable(range: KeptRange, family: 4 | 6): Result<Cidr, string> {
  if (range.family === family) return restoreRange(range)
  const [address = ''] = range.text.split('/')
  return err(`iptables-restore v1.8.9 (nf_tables): host/network \`${address}' not found`)
}

/**
 * The range that iptables-restore makes of an entry of the list. It reads the prefix as C does, so
 * that a leading zero means octal: 10.0.0.0/010 is 10.0.0.0/8 to it, and /08 is nothing.
 * Source: iptables 1.8.9 (nf_tables), measured; the error is its first line.
 */
function restoreRange({ text, network, family }: KeptRange): Result<Cidr, string> {
  const width = text.slice(text.indexOf('/') + 1)
  const prefix = readNumber(width)
  if (prefix !== null && prefix <= (family === 4 ? 32 : 128))
    return ok(cidrOf(network.base, prefix))
  const tool = family === 4 ? 'iptables-restore' : 'ip6tables-restore'
  return err(`${tool} v1.8.9 (nf_tables): invalid mask \`${width}' specified`)
}

function readNumber(digits: string): number | null {
  if (!digits.startsWith('0')) return Number(digits)
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null
}
