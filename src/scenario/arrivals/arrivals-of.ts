import type { PathCheck, Trace } from '../../engine/trace.ts'
import { formatAddress } from '../../net/address.ts'
import type { Topology } from '../../topology/topology.ts'
import { readyWorld, send } from '../evaluate.ts'
import { probedOf } from '../probe/probe.ts'
import type { FlowSpec, ScenarioState } from '../state.ts'
import type { Allowed, Arrival, Arrivals, FlowChecks, MissingArrival } from './arrival.ts'
import { checksOf } from './checks-of.ts'
import { farSideOf } from './far-side-of.ts'
import { requestsOf } from './requests-of.ts'
import { sourceRanges } from './source-ranges.ts'

/**
 * What must the far firewalls allow? Every declared flow that leaves for somebody else's network, with
 * the source that arrives there.
 */
export async function arrivalsOf(state: ScenarioState): Promise<Arrivals> {
  const ready = await readyWorld(state)
  const { world } = ready
  const arrivals: Arrival[] = []
  const missing: MissingArrival[] = []
  const checks: FlowChecks[] = []
  for (const spec of state.document.flows) {
    const { trace } = send(ready, state.document, spec)
    if (trace === null || !leaves(world.topology, trace)) continue
    const far = arrivalOf(world.topology, spec, trace)
    if (far === null) {
      const { outcome } = trace
      missing.push({ flow: spec.name, sender: spec.from, at: outcome.by, outcome })
    } else arrivals.push(far)
    checks.push({ flow: spec.name, checks: checksOf(probedOf(state, ready, trace), spec) })
  }
  return { arrivals, missing, checks, requests: requestsOf(world.topology, arrivals, checks) }
}

/** For another network, or past a firewall: what stays inside asks nobody. */
function leaves({ nodes, pods, vpcs, endpoints, metadataServer }: Topology, trace: Trace): boolean {
  const { dst } = trace.forward.hops[0].after
  const last = trace.forward.hops.at(-1)?.after.dst ?? dst
  if (checkOf(trace)?.hop) return true
  if (metadataServer && formatAddress(metadataServer) === last) return false
  const inside = [
    ...nodes.map(({ address }) => address),
    ...pods.flatMap(({ addresses }) => addresses),
    ...endpoints
      .filter(({ at }) => vpcs.some(({ name }) => name === at))
      .map((each) => each.address),
  ]
  return !inside.some((address) => formatAddress(address) === last)
}

const checkOf = ({ path }: Trace): PathCheck | undefined =>
  path.find(({ step }) => step === 'far-firewall')

/** Null where it never came so far. */
function arrivalOf(topology: Topology, spec: FlowSpec, trace: Trace): Arrival | null {
  const check = checkOf(trace)
  const arrived = trace.outcome.kind === 'delivered' || trace.outcome.lostOn === 'reply'
  const hop = check?.hop ? trace.forward.hops[check.hop.index] : trace.forward.hops.at(-1)
  if (hop === undefined || check?.state === 'not-reached') return null
  const asked = check?.hop !== null && check !== undefined
  const atDoor = asked || arrived || trace.outcome.reason.code === 'dropped-port-closed'
  if (!atDoor) return null
  const { src: address, srcOwner: owner, dst, protocol, dport } = hop.before
  const far = farSideOf(topology, trace, hop)
  const named = topology.endpoints.find((each) => formatAddress(each.address) === dst)
  return {
    flow: spec.name,
    sender: spec.from,
    far,
    source: { address, owner },
    ...sourceRanges(topology, { address, owner }),
    destination: { name: named?.name ?? null, address: dst },
    protocol,
    port: dport?.kind === 'exact' ? dport.port : null,
    allowed: allowedBy(check, hop.reason),
  }
}

function allowedBy(check: PathCheck | undefined, reason: Trace['outcome']['reason']): Allowed {
  if (!check?.hop) return { state: 'nobody-asks', by: [] }
  if (check.state === 'failed') return { state: 'no', by: [] }
  return { state: 'yes', by: 'range' in reason ? [reason.range] : [] }
}
