import { type Address, type AddressIssue, formatAddress, parseAddress } from './address.ts'
import { err, ok, type Result } from './result.ts'

/** A range of addresses. Host bits of `base` are zero: made only by `parseCidr` and `cidrOf`. */
export interface Cidr {
  readonly base: Address
  /** 0 to 32 (IPv4) or 0 to 128 (IPv6). */
  readonly prefix: number
}

export type CidrIssue =
  | AddressIssue
  | { readonly code: 'no-prefix'; readonly text: string }
  | { readonly code: 'bad-prefix'; readonly text: string }
  | { readonly code: 'host-bits-set'; readonly text: string; readonly aligned: string }

/** Text `address/prefix` to range. Host bits must be zero; `cidrOf` is for those who clear them. */
export function parseCidr(text: string): Result<Cidr, CidrIssue> {
  const slash = text.indexOf('/')
  if (slash < 0) return err({ code: 'no-prefix', text })
  const address = parseAddress(text.slice(0, slash))
  if (!address.ok) return address
  const width = text.slice(slash + 1)
  const prefix = Number(width)
  if (!/^(0|[1-9]\d{0,2})$/.test(width) || prefix > address.value.words.length * 32) {
    return err({ code: 'bad-prefix', text })
  }
  const cidr = cidrOf(address.value, prefix)
  if (cidr.base.words.some((word, i) => word !== address.value.words[i])) {
    return err({ code: 'host-bits-set', text, aligned: formatCidr(cidr) })
  }
  return ok(cidr)
}

/** The range of `prefix` bits that holds `address`; host bits are cleared. */
export function cidrOf(address: Address, prefix: number): Cidr {
  const words = address.words.map((word, i) => (word & maskWord(prefix, i)) >>> 0)
  return { base: { family: address.family, words }, prefix }
}

/** The range that holds just this address. */
export const hostCidr = (address: Address): Cidr => cidrOf(address, address.words.length * 32)

/** The `index`-th 32-bit word of a mask of `prefix` ones. */
export function maskWord(prefix: number, index: number): number {
  const bits = Math.min(32, Math.max(0, prefix - index * 32))
  return bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0
}

export function cidrContains(cidr: Cidr, address: Address): boolean {
  if (cidr.base.family !== address.family) return false
  const { words } = cidr.base
  for (let i = 0; i < words.length; i += 1) {
    const mask = maskWord(cidr.prefix, i)
    if ((((address.words[i] ?? 0) ^ (words[i] ?? 0)) & mask) !== 0) return false
  }
  return true
}

export function cidrCovers(outer: Cidr, inner: Cidr): boolean {
  return outer.prefix <= inner.prefix && cidrContains(outer, inner.base)
}

export const formatCidr = ({ base, prefix }: Cidr): string => `${formatAddress(base)}/${prefix}`
