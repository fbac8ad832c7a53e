import { sameAddress } from '../net/address.ts'
import {
  type Flow,
  inverted,
  isExact,
  leavingTuple,
  type NodeMemory,
  overlaps,
  type Tuple,
} from './conntrack.ts'
import { type Pass, portWithin, setPort } from './pass.ts'
import type { ProgramSnat } from './program.ts'

/** Why a packet could not be given a source, in the program's own words; null where it was. */
export type BindTrouble = string | null

/**
 * Gives a packet the source that a program asks for. A flow that has a mapping to that address keeps
 * it; else the port stays where it lies in the range and nobody has it, and some port of the range
 * takes its place where it does not. Source: cilium/cilium bpf/lib/nat.h,
 * `snat_v4_nat_handle_mapping`, `snat_v4_new_mapping`.
 */
export function bindMapping(pass: Pass, target: ProgramSnat): BindTrouble {
  const original = leavingTuple(pass)
  const mapped = mappingOf(pass, original, target)
  pass.src = target.to
  if (mapped) {
    const { sport } = inverted(mapped.reply)
    setPort(pass.sport, sport.lo, sport.hi)
    return null
  }
  const { lo, hi } = target.ports
  if (portWithin(pass, pass.sport, lo, hi) && isFree(pass)) return null
  return target.unchangeable ?? pickPort(pass, target)
}

const mappingOf = ({ memory }: Pass, original: Tuple, { to }: ProgramSnat): Flow | undefined =>
  memory.mappings.find(
    (mapping) => overlaps(mapping.original, original) && sameAddress(mapping.reply.dst, to),
  )

/** Whether no mapping would get the answers that are meant for this packet. */
function isFree(pass: Pass): boolean {
  const { sport } = pass
  if (sport.lo !== sport.hi) return true
  const answer = inverted(leavingTuple(pass))
  return !pass.memory.mappings.some(({ reply }) => isExact(reply) && overlaps(reply, answer))
}

function pickPort(pass: Pass, { ports: { lo, hi }, exhausted }: ProgramSnat): BindTrouble {
  const taken = new Set([...takenPorts(pass)].filter((port) => port >= lo && port <= hi))
  const left = hi - lo + 1 - taken.size
  if (left <= 0) return exhausted
  if (left > 1) setPort(pass.sport, lo, hi)
  else {
    let port = lo
    while (taken.has(port)) port += 1
    setPort(pass.sport, port, port)
  }
  return null
}

/** Source ports, as far as they are known, of mappings to the same destination and port. */
function takenPorts(pass: Pass): ReadonlySet<number> {
  const { src, dst, protocol, dport } = leavingTuple(pass)
  const leaving = pass.memory.mappings
    .map(({ reply }) => inverted(reply))
    .filter(
      (other) =>
        other.protocol === protocol &&
        other.sport.lo === other.sport.hi &&
        sameAddress(other.src, src) &&
        sameAddress(other.dst, dst) &&
        other.dport.lo === dport.lo,
    )
  return new Set(leaving.map(({ sport }) => sport.lo))
}

/** The memory after the packet has left with the source that it was given. */
export function rememberMapping(pass: Pass, original: Tuple): NodeMemory {
  const { memory } = pass
  const reply = inverted(leavingTuple(pass))
  const known = memory.mappings.some(
    (mapping) => overlaps(mapping.original, original) && overlaps(mapping.reply, reply),
  )
  if (known) return memory
  return { ...memory, mappings: [...memory.mappings, { original, reply, mark: 0 }] }
}
