import { type Address, addressBytes, addressFromBytes, formatAddress } from '../net/address.ts'
import { type Cidr, cidrOf } from '../net/cidr.ts'
import { err, ok, type Result } from '../net/result.ts'

/** What Go's `net.ParseCIDR` makes of a text: the address as given, and the range it lies in. */
export interface GoCidr {
  readonly address: Address
  readonly network: Cidr
  /** An IPv6 text whose address is IPv4 in disguise (`::ffff:10.0.0.0`): to Go it is IPv4. */
  readonly mapped: boolean
}

/** The error is Go's. Leading zeros are allowed in the prefix, not in the address. Source: Go 1.19, net/ip.go. */
export function parseGoCidr(text: string): Result<GoCidr, string> {
  const invalid = err(`invalid CIDR address: ${text}`)
  const slash = text.indexOf('/')
  if (slash < 0) return invalid
  const bytes = parseIpv4(text.slice(0, slash)) ?? parseIpv6(text.slice(0, slash))
  const width = text.slice(slash + 1)
  if (bytes === null || !/^0*\d{1,3}$/.test(width)) return invalid
  const prefix = Number(width)
  if (prefix > bytes.length * 8) return invalid
  const address = addressFromBytes(bytes)
  const mapped = isMapped(bytes)
  return ok({ address, network: cidrOf(address, prefix), mapped })
}

/** As Go prints an address: IPv4 in disguise as IPv4. */
export function formatGoAddress(address: Address): string {
  const bytes = addressBytes(address)
  return isMapped(bytes) ? bytes.slice(12).join('.') : formatAddress(address)
}

export function formatGoNetwork({ base, prefix }: Cidr): string {
  const mapped = isMapped(addressBytes(base))
  return `${formatGoAddress(base)}/${mapped ? prefix - 96 : prefix}`
}

const isMapped = (bytes: readonly number[]): boolean =>
  bytes.length === 16 && bytes.slice(0, 12).every((byte, at) => byte === (at < 10 ? 0 : 0xff))

function parseIpv4(text: string): number[] | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null
  const parts = text.split('.')
  if (parts.some((part) => part.length > 1 && part.startsWith('0'))) return null
  const bytes = parts.map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : null
}

/** Eight groups of up to four digits, one run of zeros as `::`, the last two groups as IPv4. */
function parseIpv6(text: string): number[] | null {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return null
  const before = parseGroups(head, tail === undefined)
  const after = tail === undefined ? [] : parseGroups(tail, true)
  if (before === null || after === null) return null
  const missing = 16 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 2) return null
  return [...before, ...Array.from({ length: missing }, () => 0), ...after]
}

/** `last`: the text ends here, so that IPv4 may. */
function parseGroups(text: string, last: boolean): number[] | null {
  if (text === '') return []
  const bytes: number[] = []
  const groups = text.split(':')
  for (const [at, group] of groups.entries()) {
    const dotted = last && at === groups.length - 1 ? parseIpv4(group) : null
    if (dotted !== null) bytes.push(...dotted)
    else if (/^[0-9a-fA-F]{1,4}$/.test(group)) {
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 255)
    } else return null
  }
  return bytes.length <= 16 ? bytes : null
}
