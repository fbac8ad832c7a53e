import type { PathStep, Trace } from '../../engine/trace.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Viewpoint } from '../at-moment.ts'
import type { FlowSpec, ScenarioState } from '../state.ts'
import { lookFrom, type Probe, probe } from './probe.ts'
import type {
  Finding,
  Proof,
  SenderAccount,
  SenderCell,
  SenderComparison,
  SenderRow,
} from './sender-comparison.ts'

/**
 * Why does the node connect and the Pod not? The chosen flow, and the same from somebody else: where
 * nobody is named, from the Pod's node, or from a Pod of the node. Null where there is nobody else, or
 * one of the two cannot be sent.
 */
export async function compareSenders(
  state: ScenarioState,
  other: string | null,
  at?: Viewpoint,
): Promise<SenderComparison | null> {
  const look = await lookFrom(at)
  const ready = await probe(await look(state))
  const { flow } = ready.state
  const second = other ?? counterpart(ready.topology, flow.from)
  if (second === null || second === flow.from) return null
  const { sourceAddress: _, ...same } = flow
  const one = sentBy(ready, flow)
  const two = sentBy(ready, { ...same, from: second })
  if (one === null || two === null) return null
  const rows = rowsOf(one.trace, two.trace)
  const parted = partedAt(rows)
  const finding = findingOf(one.trace, two.trace, parted)
  return {
    senders: [one.account, two.account],
    rows,
    parted,
    finding,
    ...proofsOf(one, two, finding),
  }
}

interface Sent {
  readonly account: SenderAccount
  readonly trace: Trace
}

/** A Pod's node; a Pod of the node; else nobody. */
function counterpart({ pods, nodes }: Topology, from: string): string | null {
  const pod = pods.find(({ name, hostNetwork }) => name === from && !hostNetwork)
  if (pod) return pod.node
  const node = pods.find(({ name }) => name === from)?.node ?? from
  if (!nodes.some(({ name }) => name === node)) return null
  return pods.find((each) => each.node === node && !each.hostNetwork)?.name ?? null
}

function sentBy({ send, topology }: Probe, flow: FlowSpec): Sent | null {
  const trace = send(flow)
  if (trace === null) return null
  const kind = kindOf(topology, flow.from)
  return { account: { name: flow.from, kind, flow, outcome: trace.outcome }, trace }
}

/** A Pod in its node's network sends as the node. */
function kindOf({ pods, nodes }: Topology, from: string): SenderAccount['kind'] {
  const pod = pods.find(({ name }) => name === from)
  if (pod) return pod.hostNetwork ? 'node' : 'pod'
  return nodes.some(({ name }) => name === from) ? 'node' : 'endpoint'
}

const rowsOf = (one: Trace, two: Trace): readonly SenderRow[] =>
  one.path.map(({ step }) => ({ step, cells: [cellOf(one, step), cellOf(two, step)] }))

function cellOf(trace: Trace, step: PathStep): SenderCell {
  const check = trace.path.find((each) => each.step === step)
  const at = check?.hop ?? null
  const hop = at === null ? undefined : trace[at.leg]?.hops[at.index]
  return {
    state: check?.state ?? 'not-reached',
    reason: hop?.reason ?? null,
    source:
      hop === undefined || at?.leg !== 'forward'
        ? null
        : { address: hop.after.src, owner: hop.after.srcOwner },
  }
}

function partedAt(rows: readonly SenderRow[]): PathStep | null {
  const found = rows.find(({ cells: [a, b] }) => (a.state === 'failed') !== (b.state === 'failed'))
  return found?.step ?? null
}

const succeeds = ({ outcome }: Trace): boolean => outcome.kind === 'delivered'

function findingOf(one: Trace, two: Trace, parted: PathStep | null): Finding {
  if (succeeds(one)) return succeeds(two) ? 'both-arrive' : 'first-arrives'
  if (succeeds(two)) return 'second-arrives'
  return parted === null ? 'same' : 'apart'
}

/**
 * A connection from a node's shell proves of the Pod only what does not hang on the source: the far
 * side has answered the node's address, and nobody else's.
 */
function proofsOf(
  one: Sent,
  two: Sent,
  finding: Finding,
): Pick<SenderComparison, 'proves' | 'provesNot'> {
  if (finding === 'same') {
    const step = failedAt(one.trace)
    const differ = seen(one) !== seen(two)
    return { proves: step && differ ? [{ code: 'not-the-source', step }] : [], provesNot: [] }
  }
  const arrived = [one, two].filter(({ trace }) => succeeds(trace))
  const failed = [one, two].filter(({ trace }) => !succeeds(trace))
  const [first] = arrived
  const proves = unique(arrived.flatMap(provedBy))
  if (first === undefined) return { proves, provesNot: [] }
  const strange = failed.filter((each) => seen(each) !== seen(first))
  return { proves, provesNot: unique(strange.flatMap((each) => openAfter(each, first))) }
}

const seen = ({ trace }: Sent): string => trace.outcome.seenAs.address

const failedAt = ({ path }: Trace): PathStep | null =>
  path.find(({ state }) => state === 'failed')?.step ?? null

function provedBy({ trace }: Sent): readonly Proof[] {
  const { address, owner } = trace.outcome.seenAs
  const { dst, dport } = trace.forward.hops[0].after
  return [
    { code: 'source-accepted', address, owner },
    { code: 'way-back', address, owner },
    ...(dport?.kind === 'exact'
      ? [{ code: 'port-open' as const, address: dst, port: dport.port }]
      : []),
  ]
}

function openAfter({ account, trace }: Sent, arrived: Sent): readonly Proof[] {
  const { address, owner } = trace.outcome.seenAs
  const { name: sender } = account
  return [
    { code: 'source-accepted', address, owner },
    { code: 'way-back', address, owner },
    { code: 'same-source', sender, address: seen(arrived), other: arrived.account.name },
  ]
}

const unique = (proofs: readonly Proof[]): readonly Proof[] =>
  proofs.filter(
    (proof, i) => proofs.findIndex((each) => JSON.stringify(each) === JSON.stringify(proof)) === i,
  )
