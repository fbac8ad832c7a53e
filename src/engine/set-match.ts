import type { Address } from '../net/address.ts'
import { maskWord } from '../net/cidr.ts'
import { hasPorts, isIcmp } from '../net/protocol.ts'
import { type Pass, type Port, portWithin } from './pass.ts'
import type { IpSetEntry, Match, SetType } from './rule.ts'

type SetMatch = Extract<Match, { kind: 'set' }>

const DIMENSIONS: Readonly<Record<SetType, number>> = {
  'hash:net': 1,
  'hash:ip': 1,
  'hash:net,port': 2,
  'hash:ip,port': 2,
}

/**
 * Whether the packet is in the set. The narrowest entry that covers it decides; a set of the other
 * family, or one that wants more directions than were given, holds nothing. Source: Linux
 * `ip_set_test`, ip_set_hash_gen.h.
 */
export function inSet({ set: name, directions }: SetMatch, pass: Pass): boolean {
  const set = pass.node.sets.get(name)
  if (set === undefined || set.family !== pass.src.family) return false
  const dimensions = DIMENSIONS[set.type]
  if (directions.length < dimensions) return false
  const address = directions[0] === 'src' ? pass.src : pass.dst
  const entry =
    dimensions === 1
      ? firstCovering(set.entries, address)
      : firstWithPort(set.entries, address, pass, directions[1] === 'src')
  return entry !== null && !entry.nomatch
}

function firstCovering(entries: readonly IpSetEntry[], address: Address): IpSetEntry | null {
  for (const entry of entries) if (covers(entry, address)) return entry
  return null
}

function firstWithPort(
  entries: readonly IpSetEntry[],
  address: Address,
  pass: Pass,
  ofSource: boolean,
): IpSetEntry | null {
  const { protocol } = pass.packet
  const port = portOf(pass, ofSource)
  for (const entry of entries) {
    if (entry.port?.protocol !== protocol || !covers(entry, address)) continue
    if (portWithin(pass, port, entry.port.lo, entry.port.hi)) return entry
  }
  return null
}

/** A set holds an ICMP packet's type and code where others have a port, and 0 where there is none. */
function portOf(pass: Pass, ofSource: boolean): Port {
  const { protocol } = pass.packet
  if (hasPorts(protocol)) return ofSource ? pass.sport : pass.dport
  const number = isIcmp(protocol) ? pass.icmpType * 256 + pass.icmpCode : 0
  return { lo: number, hi: number }
}

function covers({ address: { words }, prefix }: IpSetEntry, address: Address): boolean {
  for (let i = 0; i < words.length; i += 1) {
    const difference = (address.words[i] ?? 0) ^ (words[i] ?? 0)
    if ((difference & maskWord(prefix, i)) !== 0) return false
  }
  return true
}
