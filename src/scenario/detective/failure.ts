import type { Dataplane, Installed } from '../../dataplanes/dataplane.ts'
import type { Reason } from '../../engine/reason.ts'
import type { Header, Hop, Outcome, PlaceId, Trace } from '../../engine/trace.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import { invariant } from '../../net/invariant.ts'
import type { Node } from '../../topology/cluster.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Dataplanes } from './focus.ts'
import type { Probe } from './probe.ts'

/** A flow that did not succeed, and what it takes to look for remedies. */
export interface Failure extends Pick<Probe, 'state' | 'topology'> {
  /** Of the cluster of `node`; of the first where there is none. */
  readonly dataplane: Dataplane
  /** Of that cluster too; null where its system has none that may be absent. */
  readonly agent: Installed['agent']
  readonly trace: Trace
  readonly outcome: Outcome
  readonly reason: Reason
  readonly by: PlaceId
  /** As the first packet has it where its way out ends. */
  readonly source: Address
  readonly destination: Address
  /** Where the packet is to go that is lost: on the way back, to whoever was seen as the source. */
  readonly heading: Address
  /** `tcp`, `udp`, … or a number; the port is null where the protocol has none. */
  readonly protocol: string
  readonly port: number | null
  /** The node that the packet leaves from; null where it comes from outside. */
  readonly node: Node | null
  /** What the packet carries when the node decides about its source. */
  readonly leaving: Header
  /** Places of the way out and back, in order. */
  readonly places: readonly PlaceId[]
}

/** Null where the flow succeeds. */
export function failureOf(
  { state, agents, topology }: Probe,
  trace: Trace,
  dataplanes: Dataplanes,
): Failure | null {
  const { outcome } = trace
  if (outcome.kind === 'delivered') return null
  const { hops } = trace.forward
  const last = hops.at(-1) ?? hops[0]
  const { after } = last
  const leaving = hops.find(decidesSource)?.before ?? hops[0].after
  const node = leaving === hops[0].after ? null : nodeAt(topology, hops.find(decidesSource))
  return {
    state,
    topology,
    dataplane: dataplanes(node?.cluster ?? ''),
    agent: agents.get(node?.cluster ?? '') ?? null,
    trace,
    outcome,
    reason: outcome.reason,
    by: outcome.by,
    source: readAddress(after.src),
    destination: readAddress(after.dst),
    heading: readAddress((trace.reply?.hops.at(-1) ?? last).after.dst),
    protocol: after.protocol,
    port: after.dport?.kind === 'exact' ? after.dport.port : null,
    node,
    leaving,
    places: [...hops, ...(trace.reply?.hops ?? [])].map(({ place }) => place),
  }
}

const decidesSource = ({ stage }: Hop): boolean => stage === 'postrouting' || stage === 'tc-egress'

const nodeAt = ({ nodes }: Topology, hop: Hop | undefined): Node | null =>
  nodes.find(({ name }) => hop?.place === `node:${name}`) ?? null

function readAddress(text: string): Address {
  const address = parseAddress(text)
  invariant(address.ok, 'addresses of a trace are canonical')
  return address.value
}
