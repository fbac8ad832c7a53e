import { ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { hostAddress } from '../add/add-endpoint.ts'
import { clusterIpOf } from '../add/add-service.ts'
import { clusterOf, vpcOf } from '../document/clusters.ts'
import { type Item, type ListedKind, listOf, thingId, withChanged } from '../document/lists.ts'
import { nodeAddresses, podAddresses, podShares } from '../ranges/node-addresses.ts'
import { holds, spanOf, spansOf } from '../ranges/span.ts'
import type { ThingId } from '../thing.ts'

type Settled = Result<ScenarioDocument, Issue>

/**
 * Things out of another scenario, with addresses of the zones that they are in now: a zone of the same
 * name may have other ranges here. Nodes come first, because Pods take theirs from a node's share.
 * What fits stays, and so does what cannot be read: it is told at its field.
 */
export function settled(document: ScenarioDocument, things: ReadonlySet<ThingId>): Settled {
  const nodes = each(ok(document), 'node', things, settledNode)
  const withoutPods = nodes.ok ? ok(withoutStrangers(nodes.value, things)) : nodes
  const pods = each(withoutPods, 'pod', things, settledPod(document))
  const services = each(pods, 'service', things, settledService)
  return each(services, 'endpoint', things, settledEndpoint)
}

/** The same rule as for what is told of addresses outside: a zone without ranges of a family holds it all. */
function fits(text: string | undefined, ranges: readonly (string | undefined)[]): boolean {
  const own = text === undefined ? null : spanOf(text)
  const zones = spansOf(ranges).filter(({ family }) => family === own?.family)
  return own === null || zones.length === 0 || zones.some((zone) => holds(zone, own))
}

function each<K extends ListedKind>(
  before: Settled,
  kind: K,
  things: ReadonlySet<ThingId>,
  settle: (document: ScenarioDocument, item: Item<K>) => Result<Item<K>, Issue>,
): Settled {
  if (!before.ok) return before
  let after = before.value
  for (const { name } of listOf(after, kind)) {
    const item = listOf(after, kind).find((one) => one.name === name)
    if (!item || !things.has(thingId(kind, name))) continue
    const own = settle(after, item)
    if (!own.ok) return own
    if (own.value !== item) after = withChanged(after, kind, name, () => own.value)
  }
  return ok(after)
}

function settledNode(document: ScenarioDocument, node: Item<'node'>): Result<Item<'node'>, Issue> {
  const cluster = clusterOf(document, node)
  if (!cluster) return ok(node)
  const placed = onSubnet(document, node, cluster)
  if (!placed.ok) return placed
  const { podRange, podRange6 } = node
  if (fits(podRange, cluster.podRanges) && fits(podRange6, cluster.podRanges)) return placed
  const shares = podShares(document, cluster)
  if (!shares.ok) return shares
  const { podRange: _, podRange6: __, ...others } = placed.value
  return ok({ ...others, ...shares.value })
}

function onSubnet(
  document: ScenarioDocument,
  node: Item<'node'>,
  cluster: Item<'cluster'>,
): Result<Item<'node'>, Issue> {
  const subnets = vpcOf(document, cluster)?.subnets ?? []
  const ranges = subnets.flatMap(({ range, range6 }) => [range, range6])
  if (fits(node.address, ranges) && fits(node.address6, ranges)) return ok(node)
  const addresses = nodeAddresses(document, cluster)
  const { address6: _, ...others } = node
  return addresses.ok ? ok({ ...others, ...addresses.value }) : addresses
}

/** Of those that do not fit: nothing, so that no share is looked for around an address from elsewhere. */
const withoutStrangers = (
  document: ScenarioDocument,
  things: ReadonlySet<ThingId>,
): ScenarioDocument => ({
  ...document,
  pods: document.pods.map((pod) =>
    things.has(thingId('pod', pod.name)) && !pod.hostNetwork
      ? { ...pod, addresses: pod.addresses.filter((text) => fits(text, podZone(document, pod))) }
      : pod,
  ),
})

/** The share of its node, where that tells one; else the Pod ranges of its cluster. */
function podZone(document: ScenarioDocument, pod: Item<'pod'>): readonly string[] {
  const node = document.nodes.find(({ name }) => name === pod.node)
  const shares = [node?.podRange, node?.podRange6].filter((range) => range !== undefined)
  const told = spansOf(shares).map(({ family }) => family)
  const ranges = (node && clusterOf(document, node)?.podRanges) ?? []
  return [
    ...shares,
    ...ranges.filter((range) => !told.some((one) => one === spanOf(range)?.family)),
  ]
}

/** Those of its addresses that fitted, and one more of each family of which it had another. */
const settledPod =
  ({ pods }: ScenarioDocument) =>
  (document: ScenarioDocument, pod: Item<'pod'>): Result<Item<'pod'>, Issue> => {
    const before = pods.find(({ name }) => name === pod.name)?.addresses ?? []
    const node = document.nodes.find(({ name }) => name === pod.node)
    if (!node || before.length === pod.addresses.length) return ok(pod)
    const free = podAddresses(document, node)
    if (!free.ok) return free
    const kept = spansOf(pod.addresses).map(({ family }) => family)
    const more = free.value.filter((text) => !kept.some((one) => one === spanOf(text)?.family))
    return ok({ ...pod, addresses: [...pod.addresses, ...more] })
  }

function settledService(
  document: ScenarioDocument,
  service: Item<'service'>,
): Result<Item<'service'>, Issue> {
  const cluster = clusterOf(document, service)
  const kept = service.clusterIPs.filter((text) => fits(text, [cluster?.serviceRange]))
  if (!cluster || kept.length === service.clusterIPs.length) return ok(service)
  const free = clusterIpOf(document, cluster)
  return free.ok ? ok({ ...service, clusterIPs: [free.value, ...kept] }) : free
}

function settledEndpoint(
  document: ScenarioDocument,
  host: Item<'endpoint'>,
): Result<Item<'endpoint'>, Issue> {
  const network = document.onPrem.find(({ name }) => name === host.at)
  const subnets = document.vpcs.find(({ name }) => name === host.at)?.subnets ?? []
  const ranges = subnets.flatMap(({ range, range6, secondaryRanges }) => [
    range,
    range6,
    ...secondaryRanges.map((secondary) => secondary.range),
  ])
  if (fits(host.address, network?.ranges ?? ranges)) return ok(host)
  const free = hostAddress(document, host.at)
  return free.ok ? ok({ ...host, address: free.value }) : free
}
