import type { Address } from '../net/address.ts'
import { cidrContains, parseCidr } from '../net/cidr.ts'

/** Does the default internet gateway carry packets for it? */
export const isPublic = (address: Address): boolean =>
  !NOT_PUBLIC.some((cidr) => cidrContains(cidr, address))

/**
 * What it does not carry. Source: IANA special-purpose address
 * registries; the ones that are not globally reachable.
 */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/127',
  '100::/64',
  '2001:db8::/32',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
].flatMap((text) => {
  const cidr = parseCidr(text)
  return cidr.ok ? [cidr.value] : []
})
