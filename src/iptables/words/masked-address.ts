import type { MaskedAddress } from '../../engine/rule.ts'
import { type Address, addressFromBytes, type Family } from '../../net/address.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { inetAton, numericAddress, numericMask } from './c-address.ts'
import { wholeUnsigned } from './c-number.ts'
import { ntop } from './format-address.ts'
import { masked, prefixMask, prefixOf, wordsOf } from './mask.ts'

export type Network = Pick<MaskedAddress, 'address' | 'mask'>

const MAX_TEXT = 255

/** Names that every Debian knows without asking anybody, from `/etc/networks` and `/etc/hosts`. */
const NAMES: Readonly<Record<Family, readonly (readonly [string, readonly number[]])[]>> = {
  4: [
    ['default', [0, 0, 0, 0]],
    ['loopback', [127, 0, 0, 0]],
    ['link-local', [169, 254, 0, 0]],
    ['localhost', [127, 0, 0, 1]],
  ],
  6: [],
}

/**
 * `address[/mask]`, several with commas between. Bits outside of the mask are cleared; where the
 * mask is empty the address is not even looked at.
 * Source: xtables_ipparse_multiple, xtables_ip6parse_multiple of iptables 1.8.9.
 */
export function parseNetworks(text: string, family: Family): Result<readonly Network[], Complaint> {
  const networks: Network[] = []
  for (const part of text.split(',')) {
    const network = parseNetwork(part.replace(/^[ \t\n\v\f\r]+/, ''), family)
    if (!network.ok) return network
    networks.push(network.value)
  }
  return ok(networks)
}

function parseNetwork(text: string, family: Family): Result<Network, Complaint> {
  if (text.length > MAX_TEXT) return err(complaint('bad-address', 'Hostname too long'))
  const slash = text.lastIndexOf('/')
  const host = slash < 0 ? text : text.slice(0, slash)
  const mask = slash < 0 ? prefixMask(128, family) : parseMask(text.slice(slash + 1), family)
  if (mask === null) {
    const message = `invalid mask \`${text.slice(slash + 1)}' specified`
    return err(complaint('bad-address', message))
  }
  if (mask.every((word) => word === 0)) return ok({ address: nothing(family), mask })
  const address = parseHost(host, family)
  return address === null
    ? err(complaint('bad-address', `host/network \`${host}' not found`))
    : ok({ address: masked(address, mask), mask })
}

function parseMask(text: string, family: Family): readonly number[] | null {
  const dotted = numericMask(text, family)
  if (dotted) return dotted.words
  const prefix = wholeUnsigned(text, 32 * wordsOf(family))
  return prefix === null ? null : prefixMask(prefix, family)
}

function parseHost(text: string, family: Family): Address | null {
  const numeric = numericAddress(text, family)
  if (numeric) return numeric
  const named = NAMES[family].find(([name]) => name === text)
  if (named) return addressFromBytes(named[1])
  return family === 4 ? inetAton(text) : null
}

const nothing = (family: Family): Address => ({
  family,
  words: new Array<number>(wordsOf(family)).fill(0),
})

/** As iptables-save writes it: always with a mask, as a prefix where it is one. */
export function formatNetwork({ address, mask }: Network): string {
  return `${ntop(address)}/${prefixOf(mask) ?? ntop({ family: address.family, words: mask })}`
}

/** As `iptables -L` shows it: without the mask of a single host. */
export function listNetwork({ address, mask }: Network, numeric: boolean): string {
  const prefix = prefixOf(mask)
  const whole = 32 * wordsOf(address.family)
  const tail = prefix === whole ? '' : formatNetwork({ address, mask }).slice(ntop(address).length)
  if (numeric) return `${ntop(address)}${tail}`
  const unsaid = address.family === 4 ? mask : address.words
  if (unsaid.every((word) => word === 0)) return 'anywhere'
  const text = ntop(address)
  const named = NAMES[address.family].find(([, bytes]) => bytes.join('.') === text)
  return `${named?.[0] ?? text}${tail}`
}
