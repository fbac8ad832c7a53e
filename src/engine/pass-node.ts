import { invariant } from '../net/invariant.ts'
import type { Packet } from '../net/packet.ts'
import type { NonEmpty } from '../net/result.ts'
import { type Chance, everyWay, type Weighted } from './chance.ts'
import { beginsFlow, freshMemory, knownFlow, type NodeMemory, remember } from './conntrack.ts'
import { type Crossing, cross } from './crossing.ts'
import { passKnown } from './known-flow.ts'
import type { Arrival, FlowPassed, Passage, PassNode } from './node.ts'
import { type Pass, portSeen, startPass } from './pass.ts'
import { type ReadyNode, readyNode } from './ready-node.ts'
import { WalkRecorder } from './recorder.ts'
import type { Walk } from './trace.ts'

/** The first packet of a flow through a node that remembers nothing, every rule tried written down. */
export const passNode: PassNode = (node, packet, arrival) =>
  passFlow(readyNode(node), freshMemory, packet, arrival)

/** Any packet through a node that remembers: one outcome for each way that chance may fall. */
export function passFlow(
  node: ReadyNode,
  memory: NodeMemory,
  packet: Packet,
  arrival: Arrival,
): NonEmpty<FlowPassed> {
  if (node.programs.size === 0) return passKernel(node, memory, packet, arrival)
  invariant(node.passPrograms, 'who writes programs brings what runs them')
  return node.passPrograms({ node, memory, packet, arrival }, (inward) =>
    passKernel(node, memory, inward, arrival),
  )
}

function passKernel(
  node: ReadyNode,
  memory: NodeMemory,
  packet: Packet,
  arrival: Arrival,
): NonEmpty<FlowPassed> {
  const known = knownFlow(memory, packet)
  if (known) return [{ probability: 1, passage: passKnown(node, known, packet, arrival), memory }]
  const [first, ...others] = everyWay((chance) => passOnce(node, memory, packet, arrival, chance))
  return [weighed(first), ...others.map(weighed)]
}

type Passed = Omit<FlowPassed, 'probability'>

const weighed = ({ probability, value }: Weighted<Passed>): FlowPassed => ({
  probability,
  ...value,
})

function passOnce(
  node: ReadyNode,
  memory: NodeMemory,
  packet: Packet,
  arrival: Arrival,
  chance: Chance,
): Passed {
  const pass = startPass(node, memory, packet, chance)
  const recorders: WalkRecorder[] = []
  const crossing = cross(pass, arrival, (hook) => {
    const recorder = new WalkRecorder(node.network.name, hook)
    recorders.push(recorder)
    return recorder
  })
  const walks = recorders.map((recorder) => recorder.walk())
  return {
    passage: passageOf(pass, crossing, walks),
    memory: isConfirmed(crossing) && beginsFlow(packet) ? remember(pass) : memoryAfter(pass),
  }
}

const isConfirmed = ({ fate }: Crossing): boolean => fate === 'forwarded' || fate === 'local'

const memoryAfter = ({ memory, nth }: Pass): NodeMemory => ({ ...memory, nth })

function passageOf(pass: Pass, { fate, route }: Crossing, walks: readonly Walk[]): Passage {
  const { packet, src, dst, sport, dport } = pass
  return {
    packet: { ...packet, src, dst, sport: sport.lo, dport: dport.lo },
    sport: portSeen(sport),
    dport: portSeen(dport),
    out: fate === 'forwarded' ? (route?.dev ?? null) : null,
    route,
    via: route?.via ?? null,
    fate,
    walks,
  }
}
