import { type Address, addressFromBytes, type Family } from '../../net/address.ts'
import { leadingUnsigned, wholeUnsigned } from './c-number.ts'

/**
 * `10.1` is 10.1.0.0 and `010.0.0.1` is 8.0.0.1, unlike anywhere else.
 * Source: xtables_numeric_to_ipaddr of iptables 1.8.9.
 */
export function numericAddress(text: string, family: Family): Address | null {
  if (family === 6) return inetPton6(text)
  const parts = text.slice(0, 19).split('.')
  if (parts.length > 4) return null
  const bytes = parts.map((part) => wholeUnsigned(part, 255))
  while (bytes.length < 4) bytes.push(0)
  return bytes.every((byte) => byte !== null) ? addressFromBytes(bytes) : null
}

/** All four parts, as a mask must be written. */
export function numericMask(text: string, family: Family): Address | null {
  if (family === 4 && text.split('.').length !== 4) return null
  return numericAddress(text, family)
}

const DOTTED = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/

/** Strict, as inet_pton: four decimal parts without leading zeros, or an RFC 4291 form without a zone. */
export function inetPton(text: string, family: Family): Address | null {
  if (family === 6) return inetPton6(text)
  if (!DOTTED.test(text) || text.endsWith('.')) return null
  return addressFromBytes(text.split('.').map(Number))
}

/** One to four numbers in any base, the last one filling what is left; as getaddrinfo takes them. */
export function inetAton(text: string): Address | null {
  const parts = text.split('.')
  if (parts.length > 4 || /[\s+]/.test(text)) return null
  const bytes: number[] = []
  for (const [index, part] of parts.entries()) {
    const width = index === parts.length - 1 ? 5 - parts.length : 1
    const value = leadingUnsigned(part, 256 ** width - 1)
    if (value === null || value.rest !== '') return null
    for (let byte = width - 1; byte >= 0; byte -= 1) {
      bytes.push(Math.floor(value.value / 256 ** byte) % 256)
    }
  }
  return addressFromBytes(bytes)
}

function inetPton6(text: string): Address | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = groupsOf(halves[0] ?? '', halves.length === 1)
  const tail = groupsOf(halves[1] ?? '', true)
  if (head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail]
  return addressFromBytes(groups.flatMap((group) => [group >> 8, group & 255]))
}

/** Groups of 16 bits; only at the end of an address may the last 32 be written as an IPv4 address. */
function groupsOf(text: string, atEnd: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16))
    else if (atEnd && index === parts.length - 1 && DOTTED.test(part) && !part.endsWith('.')) {
      const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number)
      groups.push(a * 256 + b, c * 256 + d)
    } else return null
  }
  return groups
}
