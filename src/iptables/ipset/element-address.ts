import type { Address, Family } from '../../net/address.ts'
import { type Cidr, cidrOf, hostCidr } from '../../net/cidr.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { inetAton, inetPton } from '../words/c-address.ts'
import { wholeUnsigned } from '../words/c-number.ts'
import { badNumber } from './bad-number.ts'
import { hasNetworks, type SetDraft } from './draft.ts'
import { separatorAt } from './separator.ts'

const bad = (message: string) => err(complaint('bad-address', message))

const NO_CIDR = 'The value of the CIDR parameter of the IP address is invalid'

/**
 * The address part of an element: one address, a network, or (IPv4) a range, as the fewest
 * networks. Of a set of single addresses a network stands for every address in it. Source: ipset 7.17, measured.
 */
export function parseElementAddress(
  text: string,
  set: SetDraft,
): Result<readonly Cidr[], Complaint> {
  const networks = hasNetworks(set.type)
  const plain = text.replace(/^\[([^\]]*)\]/, '$1')
  const slash = separatorAt(plain, '/')
  const dash = separatorAt(plain, '-')
  if (set.family === 6 && (dash >= 0 || (slash >= 0 && !networks))) {
    const wants = networks
      ? 'IP address or IP/cidr must be specified'
      : 'plain IP address must be supplied'
    return bad(`Syntax error: ${wants}: ${text}`)
  }
  if (dash >= 0 && slash < 0) {
    return parseSpan(plain.slice(0, dash), plain.slice(dash + 1), set.family)
  }
  const address = parseOne(slash < 0 ? plain : plain.slice(0, slash), set.family)
  if (!address.ok) return address
  if (slash < 0) return ok([hostCidr(address.value)])
  const prefix = parsePrefix(plain.slice(slash + 1), set.family)
  if (!prefix.ok) return prefix
  return ok([cidrOf(address.value, prefix.value)])
}

function parseOne(text: string, family: Family): Result<Address, Complaint> {
  const address = family === 4 ? inetAton(text) : inetPton(text, 6)
  if (address) return ok(address)
  return bad(`Syntax error: cannot parse ${text}: resolving to IPv${family} address failed`)
}

function parsePrefix(text: string, family: Family): Result<number, Complaint> {
  const most = family === 4 ? 32 : 128
  const prefix = wholeUnsigned(text, 255)
  if (prefix === null) return bad(badNumber(text, 255))
  if (prefix > most) return bad(badNumber(text, most))
  return prefix === 0 ? bad(NO_CIDR) : ok(prefix)
}

function parseSpan(from: string, to: string, family: Family): Result<readonly Cidr[], Complaint> {
  const a = parseOne(from, family)
  if (!a.ok) return a
  const b = parseOne(to, family)
  if (!b.ok) return b
  const [first, last] = [numberOf(a.value), numberOf(b.value)].sort((x, y) => x - y)
  return ok(first === undefined || last === undefined ? [] : networksBetween(first, last))
}

const numberOf = ({ words }: Address): number => words[0] ?? 0
const addressOf = (value: number): Address => ({ family: 4, words: [value] })

/** The fewest networks that make up a range. */
function networksBetween(first: number, last: number): readonly Cidr[] {
  const networks: Cidr[] = []
  for (let start = first; start <= last; ) {
    let prefix = 32
    while (prefix > 1 && fits(start, prefix - 1, last)) prefix -= 1
    networks.push(cidrOf(addressOf(start), prefix))
    start += 2 ** (32 - prefix)
  }
  return networks
}

const fits = (start: number, prefix: number, last: number): boolean =>
  start % 2 ** (32 - prefix) === 0 && start + 2 ** (32 - prefix) - 1 <= last
