import { type Address, sameAddress } from '../net/address.ts'
import { hasPorts, isIcmp } from '../net/protocol.ts'
import { chooseAddress } from './address-choice.ts'
import { type Flow, inverted, isTaken, leavingTuple, type Tuple } from './conntrack.ts'
import { inSpan } from './matches.ts'
import { type Pass, type Port, setPort } from './pass.ts'
import type { AddressSpan, PortChoice, PortRange } from './rule.ts'

/** What a rewriting target asks the kernel for. */
export interface Wish extends PortChoice {
  /** Null: the address stays. */
  readonly to: AddressSpan | null
  readonly persistent: boolean
}

export const exactly = (address: Address): AddressSpan => ({ lo: address, hi: address })

/** What the kernel asks for itself where no rule has bound the source: everything as it is. */
const NOTHING: Wish = { to: null, persistent: false, random: false, fullyRandom: false }

export const bindUnasked = (pass: Pass): void => bindSource(pass, NOTHING)

/**
 * Gives the flow its source address and port. A port that must not be changed stays while the
 * kernel can tell the flow from every other; else it is picked, unseen, from a range.
 * Source: Linux `get_unique_tuple` in nf_nat_core.c.
 */
export function bindSource(pass: Pass, wish: Wish): void {
  pass.sourceBound = true
  const random = wish.random || wish.fullyRandom
  if (!random && keepsMapping(pass, wish)) return
  if (wish.to) pass.src = chosen(pass, wish.to, 'src', wish)
  if (!random && staysUnpicked(pass, wish.ports)) return
  const among = wish.ports ?? sourcePortClass(pass)
  if (among) pickSourcePort(pass, among)
}

const chosen = (
  { src, dst }: Pass,
  to: AddressSpan,
  field: 'src' | 'dst',
  { persistent }: Wish,
): Address => chooseAddress(to, { src, dst, field, persistent })

/** Some port of the range, which one only the kernel knows; unless a single one is left. */
function pickSourcePort(pass: Pass, { lo, hi }: PortRange): void {
  const taken = takenPorts(pass, { lo, hi })
  const left = hi - lo + 1 - taken.length
  pass.exhausted = left <= 0
  const last = left === 1 ? lastLeft(taken, lo) : null
  if (left > 0) setPort(pass.sport, last ?? lo, last ?? hi)
}

/** The port that no flow has, where each of the others is known to have its own. */
function lastLeft(taken: readonly Tuple['sport'][], lo: number): number | null {
  if (taken.some((port) => port.lo !== port.hi)) return null
  const ports = new Set(taken.map((port) => port.lo))
  let port = lo
  while (ports.has(port)) port += 1
  return port
}

/** The source ports, each in the range, of flows that leave for the same destination and port. */
function takenPorts(pass: Pass, { lo, hi }: PortRange): readonly Tuple['sport'][] {
  if (pass.memory.flows.length === 0) return []
  const leaving = leavingTuple(pass)
  return pass.memory.flows
    .map(({ reply }) => inverted(reply))
    .filter(
      ({ protocol, src, dst, sport, dport }) =>
        protocol === leaving.protocol &&
        sameAddress(src, leaving.src) &&
        sameAddress(dst, leaving.dst) &&
        dport.lo === leaving.dport.lo &&
        dport.hi === leaving.dport.hi &&
        sport.lo >= lo &&
        sport.hi <= hi,
    )
    .map(({ sport }) => sport)
}

/** The source fits as it is, or the same source has been mapped before and that still fits. */
function keepsMapping(pass: Pass, wish: Wish): boolean {
  const leaving = leavingTuple(pass)
  if (fits(leaving, wish)) return !isTaken(pass.memory, leaving)
  const mapped = pass.memory.flows.findLast(
    (flow) => hasSameSource(flow, leaving) && fits(sourceGiven(flow, leaving), wish),
  )
  if (!mapped) return false
  const again = sourceGiven(mapped, leaving)
  if (isTaken(pass.memory, again)) return false
  pass.src = again.src
  setPort(pass.sport, again.sport.lo, again.sport.hi)
  return true
}

const hasSameSource = ({ original }: Flow, { protocol, src, sport }: Tuple): boolean =>
  original.protocol === protocol &&
  original.sport.lo === sport.lo &&
  sport.lo === sport.hi &&
  sameAddress(original.src, src)

const sourceGiven = ({ reply }: Flow, leaving: Tuple): Tuple => ({
  ...leaving,
  src: reply.dst,
  sport: isIcmp(leaving.protocol) ? reply.sport : reply.dport,
})

const fits = ({ src, sport }: Tuple, { to, ports }: Wish): boolean =>
  (!to || inSpan(to, src)) && (!ports || (sport.lo >= ports.lo && sport.hi <= ports.hi))

function staysUnpicked(pass: Pass, ports: PortRange | undefined): boolean {
  const { lo, hi } = pass.sport
  if (ports && (lo < ports.lo || hi > ports.hi)) return false
  return !isTaken(pass.memory, leavingTuple(pass))
}

const ANY_IDENTIFIER: PortRange = { lo: 0, hi: 65535 }

/** From where a source port is picked when the rule names no range; null for other protocols. */
function sourcePortClass({ packet: { protocol }, sport }: Pass): PortRange | null {
  if (isIcmp(protocol)) return ANY_IDENTIFIER
  if (!hasPorts(protocol)) return null
  if (sport.lo < 512) return { lo: 1, hi: 511 }
  return sport.lo < 1024 ? { lo: 600, hi: 1023 } : { lo: 1024, hi: 65535 }
}

/** Gives the flow its destination address and port: a port out of the range becomes its lowest. */
export function bindDestination(pass: Pass, wish: Wish): void {
  const { dst, sport } = pass
  const { lo, hi } = pass.dport
  const id = sport.lo
  if (wish.to) pass.dst = chosen(pass, wish.to, 'dst', wish)
  chooseDestinationPort(pass, wish)
  pass.destinationChanged =
    !sameAddress(dst, pass.dst) ||
    lo !== pass.dport.lo ||
    hi !== pass.dport.hi ||
    id !== sport.lo ||
    sport.lo !== sport.hi
}

function chooseDestinationPort(pass: Pass, { ports, random, fullyRandom }: Wish): void {
  const { protocol } = pass.packet
  const icmp = isIcmp(protocol)
  if (!icmp && !hasPorts(protocol)) return
  // The kernel keeps an echo's identifier with the source even while it binds the destination.
  const port = icmp ? pass.sport : pass.dport
  const among = ports ?? (icmp ? ANY_IDENTIFIER : null)
  if (random || fullyRandom) {
    if (among) setPort(port, among.lo, among.hi)
  } else if (ports) firstFreePort(pass, port, ports)
}

/** The port stays where it lies in the range and is free, else the search begins at the lowest. */
function firstFreePort(pass: Pass, port: Port, { lo, hi }: PortRange): void {
  const within = port.lo >= lo && port.hi <= hi
  if (within && (lo === hi || !isTaken(pass.memory, leavingTuple(pass)))) return
  setPort(port, lo, lo)
  while (port.lo < hi && isTaken(pass.memory, leavingTuple(pass))) {
    setPort(port, port.lo + 1, port.lo + 1)
  }
}
