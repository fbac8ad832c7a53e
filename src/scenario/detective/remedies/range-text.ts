import type { Address } from '../../../net/address.ts'
import { type Cidr, cidrContains, parseCidr } from '../../../net/cidr.ts'

/** Does a range, as it is written, hold the address? One that cannot be read holds nothing. */
export function textHolds(text: string, address: Address): boolean {
  const range = readRange(text)
  return range !== null && cidrContains(range, address)
}

export function readRange(text: string): Cidr | null {
  const range = parseCidr(text.trim())
  return range.ok ? range.value : null
}
