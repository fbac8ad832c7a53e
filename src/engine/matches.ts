import { type Address, compareAddresses } from '../net/address.ts'
import { unreachable } from '../net/invariant.ts'
import { hasPorts, PROTOCOLS } from '../net/protocol.ts'
import { hasAddressType } from './address-type.ts'
import { draw, type Pass, portWithin } from './pass.ts'
import type { AddressSpan, InterfacePattern, MaskedAddress, Match, Rule } from './rule.ts'
import { inSet } from './set-match.ts'

/** The conditions of a rule by number: the generic ones, then each of its `matches` in order. */
export const CONDITION = {
  none: -1,
  source: 0,
  destination: 1,
  inInterface: 2,
  outInterface: 3,
  protocol: 4,
  firstMatch: 5,
} as const

/** The number of the first condition that does not hold, or `CONDITION.none` where all hold. */
export function firstFailed(rule: Pick<Rule, 'id' | 'base' | 'matches'>, pass: Pass): number {
  const { base, matches } = rule
  if (base.source && !masks(base.source, pass.src)) return CONDITION.source
  if (base.destination && !masks(base.destination, pass.dst)) return CONDITION.destination
  if (base.inInterface && !names(base.inInterface, pass.inDevice)) return CONDITION.inInterface
  if (base.outInterface && !names(base.outInterface, pass.outDevice)) return CONDITION.outInterface
  if (base.protocol && (base.protocol.number === pass.packet.protocol) === base.protocol.negated) {
    return CONDITION.protocol
  }
  for (let i = 0; i < matches.length; i += 1) {
    const match = matches[i]
    if (match && !holds(match, pass, rule, i)) return CONDITION.firstMatch + i
  }
  return CONDITION.none
}

function masks({ address, mask, negated }: MaskedAddress, candidate: Address): boolean {
  for (let i = 0; i < mask.length; i += 1) {
    const difference = (candidate.words[i] ?? 0) ^ (address.words[i] ?? 0)
    if ((difference & (mask[i] ?? 0)) !== 0) return negated
  }
  return !negated
}

function names({ pattern, negated }: InterfacePattern, device: string): boolean {
  const last = pattern.length - 1
  if (pattern.charCodeAt(last) !== PLUS) return (device === pattern) !== negated
  for (let i = 0; i < last; i += 1) {
    if (device.charCodeAt(i) !== pattern.charCodeAt(i)) return negated
  }
  return !negated
}

const PLUS = '+'.charCodeAt(0)

/** Whether one match extension holds. `place` is its number among those of the rule. */
function holds(match: Match, pass: Pass, rule: Pick<Rule, 'id'>, place: number): boolean {
  switch (match.kind) {
    case 'comment':
      return true
    case 'ports':
      return portsHold(match, pass)
    case 'icmp':
      return icmpHolds(match, pass)
    case 'multiport':
      return anyPort(match, pass) !== match.negated
    case 'addrtype':
      return addressTypesHold(match, pass)
    case 'set':
      return inSet(match, pass) !== match.negated
    case 'mark': {
      const mark = match.of === 'packet' ? pass.mark : pass.connectionMark
      return ((mark & match.mask) >>> 0 === match.value >>> 0) !== match.negated
    }
    case 'conntrack':
      return connectionStateHolds(match, pass)
    case 'iprange':
      return spansHold(match, pass)
    case 'statistic':
      return match.mode === 'random'
        ? draw(pass, match.negated ? 1 - match.probability : match.probability)
        : nthHolds(match, pass, `${rule.id} ${place}`)
    default:
      return unreachable(match)
  }
}

type Kind<K extends Match['kind']> = Extract<Match, { kind: K }>

/** What the first packet of a TCP flow carries: SYN. */
const FIRST_FLAGS = 0x02

/**
 * `-p` says which protocol it is, the module only reads the ports: `! -p tcp -m tcp --dport 80` holds
 * for UDP. Source: iptables 1.8.9 (nf_tables), measured.
 */
function portsHold({ source, destination, flags }: Kind<'ports'>, pass: Pass): boolean {
  if (!hasPorts(pass.packet.protocol)) return false
  if (source && portWithin(pass, pass.sport, source.lo, source.hi) === source.negated) return false
  if (
    destination &&
    portWithin(pass, pass.dport, destination.lo, destination.hi) === destination.negated
  ) {
    return false
  }
  return !flags || ((FIRST_FLAGS & flags.mask) === flags.set) !== flags.negated
}

/** `--icmp-type any` of IPv4 is type 255 in the kernel. */
function icmpHolds({ module, type, code, negated }: Kind<'icmp'>, pass: Pass): boolean {
  const { protocol } = pass.packet
  if (protocol !== (module === 'icmp' ? PROTOCOLS.icmp : PROTOCOLS.icmpv6)) return false
  if (module === 'icmp' && type === 255) return !negated
  const fits = pass.icmpType === type && pass.icmpCode >= code.lo && pass.icmpCode <= code.hi
  return fits !== negated
}

function anyPort({ side, ports }: Kind<'multiport'>, pass: Pass): boolean {
  for (const { lo, hi } of ports) {
    if (side !== 'destinations' && portWithin(pass, pass.sport, lo, hi)) return true
    if (side !== 'sources' && portWithin(pass, pass.dport, lo, hi)) return true
  }
  return false
}

function addressTypesHold(match: Kind<'addrtype'>, pass: Pass): boolean {
  const { node } = pass
  const dev = limitedTo(match, pass)
  const { source, destination } = match
  if (source && hasAddressType(node, pass.src, source.types, dev) === source.negated) return false
  return (
    !destination || hasAddressType(node, pass.dst, destination.types, dev) !== destination.negated
  )
}

/** A hook that knows no such interface leaves the types unlimited. */
export function limitedTo(
  { limitIfaceIn, limitIfaceOut }: Kind<'addrtype'>,
  { inDevice, outDevice }: Pass,
): string | null {
  if (limitIfaceIn) return inDevice || null
  return limitIfaceOut ? outDevice || null : null
}

/**
 * Table nat sees a flow's first packet only, whose state is NEW; DNAT says that its destination has
 * been changed by then. Its source cannot have been: that is what ends the last hook.
 */
function connectionStateHolds({ states, negated }: Kind<'conntrack'>, pass: Pass): boolean {
  const any = states.includes('NEW') || (pass.destinationChanged && states.includes('DNAT'))
  return any !== negated
}

function spansHold({ source, destination }: Kind<'iprange'>, pass: Pass): boolean {
  if (source && inSpan(source, pass.src) === source.negated) return false
  return !destination || inSpan(destination, pass.dst) !== destination.negated
}

export const inSpan = ({ lo, hi }: AddressSpan, address: Address): boolean =>
  compareAddresses(lo, address) <= 0 && compareAddresses(address, hi) <= 0

type Nth = Extract<Match, { kind: 'statistic'; mode: 'nth' }>

/** Source: Linux xt_statistic.c: packet `p` of every `n`, counted from 0 as the rule sees them. */
function nthHolds({ every, packet, negated }: Nth, pass: Pass, key: string): boolean {
  const seen = pass.nth.get(key) ?? 0
  pass.nth = new Map(pass.nth).set(key, (seen + 1) % every)
  return (seen === packet) !== negated
}
