import ipaddr from 'ipaddr.js'
import { err, ok, type Result } from './result.ts'

export type Family = 4 | 6

/**
 * One IP address as unsigned 32-bit words, most significant first: one word for IPv4, four for
 * IPv6. Plain data, so that it can be compared, cloned and posted.
 */
export interface Address {
  readonly family: Family
  readonly words: readonly number[]
}

export type AddressIssue = { readonly code: 'not-an-address'; readonly text: string }

const DOTTED = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/

/**
 * Text to address. Strict: four decimal parts without leading zeros for IPv4 (as `inet_pton`), any
 * RFC 4291 form without a zone for IPv6. IPv4-mapped IPv6 stays IPv6.
 */
export function parseAddress(text: string): Result<Address, AddressIssue> {
  const dotted = DOTTED.exec(text)
  if (dotted) {
    const parts = dotted.slice(1).map(Number)
    if (parts.every((part) => part <= 255)) return ok(addressFromBytes(parts))
  } else if (text.includes(':') && !text.includes('%') && ipaddr.IPv6.isValid(text)) {
    return ok(addressFromBytes(ipaddr.IPv6.parse(text).toByteArray()))
  }
  return err({ code: 'not-an-address', text })
}

/** Four or sixteen bytes, most significant first. */
export function addressFromBytes(bytes: readonly number[]): Address {
  const words: number[] = []
  for (let i = 0; i < bytes.length; i += 4) {
    words.push(
      (((bytes[i] ?? 0) << 24) |
        ((bytes[i + 1] ?? 0) << 16) |
        ((bytes[i + 2] ?? 0) << 8) |
        (bytes[i + 3] ?? 0)) >>>
        0,
    )
  }
  return { family: words.length === 1 ? 4 : 6, words }
}

export function addressBytes({ words }: Address): number[] {
  return words.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255])
}

/** Canonical text: dotted quad, or RFC 5952 for IPv6. */
export function formatAddress(address: Address): string {
  if (address.family === 6) return new ipaddr.IPv6(addressBytes(address)).toRFC5952String()
  // A big world asks for thousands of these at each edit.
  const [word = 0] = address.words
  return `${word >>> 24}.${(word >>> 16) & 255}.${(word >>> 8) & 255}.${word & 255}`
}

export function sameAddress(a: Address, b: Address): boolean {
  return a.words.length === b.words.length && a.words.every((word, i) => word === b.words[i])
}

/** Negative, zero or positive, as a sort wants it. IPv4 comes before IPv6. */
export function compareAddresses(a: Address, b: Address): number {
  if (a.family !== b.family) return a.family - b.family
  for (let i = 0; i < a.words.length; i += 1) {
    const difference = (a.words[i] ?? 0) - (b.words[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
