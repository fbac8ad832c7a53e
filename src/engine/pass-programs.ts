import type { Packet } from '../net/packet.ts'
import { isIcmp } from '../net/protocol.ts'
import type { NonEmpty } from '../net/result.ts'
import { rememberMapping } from './bind-mapping.ts'
import { type Chance, everyWay } from './chance.ts'
import { knownFlow, leavingTuple, type NodeMemory, overlaps, tupleOf } from './conntrack.ts'
import type { Arrival, FlowPassed, Passage } from './node.ts'
import { type Pass, portSeen, setPort, startPass } from './pass.ts'
import type { EgressProgram } from './program.ts'
import { programKey, type ReadyNode } from './ready-node.ts'
import { WalkRecorder } from './recorder.ts'
import { runProgram } from './run-program.ts'

export type PassPrograms = (
  passing: Passing,
  kernel: (packet: Packet) => NonEmpty<FlowPassed>,
) => NonEmpty<FlowPassed>

/** A packet at a node whose devices carry programs. */
export interface Passing {
  readonly node: ReadyNode
  readonly memory: NodeMemory
  readonly packet: Packet
  readonly arrival: Arrival
}

/**
 * What programs do around the kernel: an answer to what one has translated is turned back before
 * the kernel sees it, and every packet that the kernel sends out by a device with a program is
 * decided there, whether conntrack knows its flow or not.
 */
export const passPrograms: PassPrograms = (passing, kernel) => {
  const packet = undoMapping(passing)
  const answers = knownFlow(passing.memory, packet)?.direction === 'reply'
  const [first, ...others] = kernel(packet)
  const [head, ...tail] = leaveBy(passing.node, first, answers)
  return [head, ...tail, ...others.flatMap((way) => leaveBy(passing.node, way, answers))]
}

/** Source: cilium/cilium bpf/lib/nat.h, `snat_v4_rev_nat`, at the tc ingress of the device. */
function undoMapping({ node, memory, packet, arrival }: Passing): Packet {
  if (arrival.kind !== 'received') return packet
  if (!node.programs.has(programKey(packet.dst.family, arrival.by))) return packet
  const tuple = tupleOf(packet)
  const mapping = memory.mappings.find(({ reply }) => overlaps(reply, tuple))
  if (!mapping) return packet
  const { src, sport } = mapping.original
  return isIcmp(packet.protocol)
    ? { ...packet, dst: src, sport: sport.lo }
    : { ...packet, dst: src, dport: sport.lo }
}

function leaveBy(node: ReadyNode, way: FlowPassed, answers: boolean): NonEmpty<FlowPassed> {
  const { out, packet, fate } = way.passage
  if (fate !== 'forwarded' || out === null) return [way]
  const program = node.programs.get(programKey(packet.src.family, out))
  if (!program) return [way]
  const [first, ...others] = everyWay((chance) => atDevice(node, way, program, { answers, chance }))
  const weigh = ({ probability, value }: typeof first): FlowPassed => ({
    ...value,
    probability: way.probability * probability,
  })
  return [weigh(first), ...others.map(weigh)]
}

function atDevice(
  node: ReadyNode,
  { passage, memory }: FlowPassed,
  program: EgressProgram,
  { answers, chance }: { readonly answers: boolean; readonly chance: Chance },
): Omit<FlowPassed, 'probability'> {
  const pass = startPass(node, memory, passage.packet, chance)
  pass.outDevice = passage.out ?? ''
  for (const field of ['sport', 'dport'] as const) {
    const seen = passage[field]
    if (seen.kind === 'range') setPort(pass[field], seen.lo, seen.hi)
  }
  const original = leavingTuple(pass)
  const recorder = new WalkRecorder(node.network.name, 'TC_EGRESS')
  const end = runProgram({ program, pass, answers, recorder })
  const { packet, sport, dport } = passage
  return {
    passage: {
      ...after(passage, pass),
      fate: FATES[end.kind],
      egress: {
        device: pass.outDevice,
        before: { packet, sport, dport },
        end,
        walk: recorder.walk(),
      },
    },
    memory: end.kind === 'translated' ? rememberMapping(pass, original) : memory,
  }
}

const FATES = {
  kept: 'forwarded',
  translated: 'forwarded',
  gateway: 'to-gateway',
  dropped: 'program-dropped',
} as const

const after = (passage: Passage, { src, sport, dport }: Pass): Passage => ({
  ...passage,
  packet: { ...passage.packet, src, sport: sport.lo },
  sport: portSeen(sport),
  dport: portSeen(dport),
})
