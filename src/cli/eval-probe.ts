import { place } from '../engine/place.ts'
import type { Header, Hop, PortSeen, Trace } from '../engine/trace.ts'
import { printIpset } from '../iptables/print-ipset.ts'
import { printSave } from '../iptables/print-save.ts'
import { formatAddress } from '../net/address.ts'
import { formatCidr } from '../net/cidr.ts'
import { readyWorld, sendChosen } from '../scenario/evaluate.ts'
import { linesAt, type Since, type ToolPrint } from '../scenario/probe/printed.ts'
import { probedOf } from '../scenario/probe/probe.ts'
import type { Probed } from '../scenario/probe/probed.ts'
import { toolsAt } from '../scenario/probe/tools-at.ts'
import { readScenario } from '../scenario/read-scenario.ts'
import type { FlowSpec, ScenarioState } from '../scenario/state.ts'
import type { Node } from '../topology/cluster.ts'
import { field, type Json, textOf } from './eval-json.ts'

/**
 * A case of the probes: `{id, scenario}`, a scenario's text. Answered with `passages`: each flow of the
 * file on each node that it passes, with the node, what stands on it, the packet as it comes and as it
 * leaves, and what the tools print there at four points of its journey.
 */
export async function evaluateProbeCase(line: Json): Promise<Json> {
  const id = field(line, 'id') ?? null
  const text = textOf(line, 'scenario')
  if (!text.ok) return { id, error: text.error }
  const read = readScenario(text.value)
  if (!read.ok) return { id, error: `scenario: ${read.error.map(({ code }) => code).join(', ')}` }
  const { document } = read.value
  const passages = await Promise.all(
    document.flows.map((flow) => passagesOf({ ...read.value, flow }, flow)),
  )
  return { id, passages: passages.flat() }
}

interface Skipped {
  readonly flow: string
  readonly node: string
  /** Why netfilter's table nat alone does not decide there. */
  readonly skipped: 'old-flow' | 'chance' | 'programs' | 'dropped'
}

interface Passage {
  readonly flow: string
  readonly node: string
  readonly network: Json
  /** As `iptables-save -t nat` and `ipset save` write them. */
  readonly rules: Readonly<Record<4 | 6, string>>
  readonly sets: string
  readonly came: Sent
  readonly left: Sent
  /** The node's own process sends it, or it is for the node itself. */
  readonly own: { readonly sends: boolean; readonly takes: boolean }
  /** What the node sees of an answer: nothing, a refusal, an answer, a connection that stands. */
  readonly comesBack: 'nothing' | 'refusal' | 'answer' | 'all'
  readonly prints: readonly Print[]
}

/** Ports as their first and last. */
interface Sent {
  readonly src: string
  readonly dst: string
  readonly proto: string
  readonly sport: readonly [number, number] | null
  readonly dport: readonly [number, number] | null
}

type Print = Pick<ToolPrint, 'tool' | 'command'> & Readonly<Record<Stage, readonly string[]>>

/** Nothing sent; the first packet is out of the node; the answer is back through it; all is over. */
type Stage = 'before' | 'begun' | 'answered' | 'over'

async function passagesOf(
  state: ScenarioState,
  { name }: FlowSpec,
): Promise<readonly (Passage | Skipped)[]> {
  const ready = await readyWorld(state)
  const { trace } = sendChosen(ready, state)
  if (trace === null) return []
  const probed = probedOf(state, ready, trace)
  return probed.topology.nodes.flatMap((node): readonly (Passage | Skipped)[] => {
    const hops = hopsOn(node.name, trace)
    if (hops.length === 0) return []
    const skipped = skippedFor(probed, node.name, state.flow)
    if (skipped !== null) return [{ flow: name, node: node.name, skipped }]
    const made = passage(probed, node, hops)
    return made === null ? [] : [made]
  })
}

const hopsOn = (node: string, { forward }: Trace): readonly Hop[] =>
  forward.hops.filter(({ place: at }) => at === place.node(node))

function skippedFor({ installed, trace }: Probed, node: string, spec: FlowSpec) {
  if (spec.existing) return 'old-flow'
  if (trace.alternatives.length > 0) return 'chance'
  if (installed.nodes.get(node)?.rules.programs?.length) return 'programs'
  return hopsOn(node, trace).some(({ mood }) => mood === 'dropped') ? 'dropped' : null
}

function passage(probed: Probed, node: Node, hops: readonly Hop[]): Passage | null {
  const { trace, installed } = probed
  const rules = installed.nodes.get(node.name)?.rules
  const [first, last] = [hops.find(({ stage }) => stage !== 'send'), hops.at(-1)]
  if (!(rules && first && last)) return null
  const at = place.node(node.name)
  return {
    flow: trace.flow,
    node: node.name,
    network: networkOf(node),
    rules: { 4: printSave(rules.nat4), 6: printSave(rules.nat6) },
    sets: printIpset(rules.sets),
    came: sentOf(first.before),
    left: sentOf(last.after),
    own: {
      sends: isOwn(probed, node, trace.forward.hops[0].place),
      takes: isOwn(probed, node, trace.forward.hops.at(-1)?.place),
    },
    comesBack: comesBackTo(at, trace),
    prints: printsAt(probed, node.name),
  }
}

/** A Pod in the network of its node is a process of it. */
const isOwn = ({ topology }: Probed, { name }: Node, at: string | undefined): boolean =>
  at === place.node(name) ||
  topology.pods.some((pod) => pod.hostNetwork && pod.node === name && at === place.pod(pod.name))

const networkOf = ({ interfaces, routes }: Node): Json => ({
  interfaces: interfaces.map(({ name, addresses }) => ({
    name,
    addresses: addresses.map(({ address, prefix }) => `${formatAddress(address)}/${prefix}`),
  })),
  routes: routes.map(({ to, dev, via }) => ({
    to: formatCidr(to),
    dev,
    ...(via && { via: formatAddress(via) }),
  })),
})

const sentOf = ({ src, dst, protocol, sport, dport }: Header): Sent => ({
  src,
  dst,
  proto: protocol,
  sport: portsOf(sport),
  dport: portsOf(dport),
})

function portsOf(port: PortSeen | undefined): Sent['sport'] {
  if (port === undefined) return null
  return port.kind === 'exact' ? [port.port, port.port] : [port.lo, port.hi]
}

function comesBackTo(at: string, { reply, outcome }: Trace): Passage['comesBack'] {
  if (outcome.symptom === 'reset' && outcome.lostOn === 'forward') return 'refusal'
  if (!reply?.hops.some((hop) => hop.place === at)) return 'nothing'
  return outcome.kind === 'delivered' ? 'all' : 'answer'
}

function printsAt(probed: Probed, node: string): readonly Print[] {
  const { forward, reply } = probed.trace
  const at = place.node(node)
  const isHere = ({ place: there }: Hop) => there === at
  const begun = forward.hops.findLastIndex(isHere)
  const back = reply?.hops.findLastIndex(isHere) ?? -1
  const points: Readonly<Record<Stage, Since>> = {
    before: { hop: -1, step: null },
    begun: { hop: begun, step: null },
    answered: { hop: back < 0 ? begun : forward.hops.length + back, step: null },
    over: { hop: Number.POSITIVE_INFINITY, step: null },
  }
  return toolsAt(probed, { kind: 'place', place: at }, [])
    .filter(({ tool }) => NETFILTER.includes(tool))
    .map(({ tool, command, lines }) => ({
      tool,
      command,
      before: textsAt(lines, points.before),
      begun: textsAt(lines, points.begun),
      answered: textsAt(lines, points.answered),
      over: textsAt(lines, points.over),
    }))
}

const NETFILTER: readonly ToolPrint['tool'][] = ['tcpdump', 'iptables', 'conntrack', 'ipset']

const textsAt = (lines: ToolPrint['lines'], now: Since): readonly string[] =>
  linesAt(lines, now).map(({ text }) => text)
