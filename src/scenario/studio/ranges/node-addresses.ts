import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import { clusterOf, vpcOf } from '../document/clusters.ts'
import type { Item } from '../document/lists.ts'
import { noFreeAddress, nowhereToPut } from '../refused.ts'
import { subnetsFor } from './cluster-subnets.ts'
import { freeAddress } from './free-address.ts'
import { freeRange } from './free-range.ts'
import { addressesInUse, shareAround, sharesInUse } from './in-use.ts'
import { prefixOf, type Span, spanOf, spansOf } from './span.ts'

type Cluster = Item<'cluster'>
type Node = Item<'node'>
type Subnet = Item<'vpc'>['subnets'][number]

/** Google keeps the second-last address of a subnet for itself. Source: Google Cloud, VPC subnets. */
const KEPT_IN_SUBNETS = 1

interface MachineAddresses {
  readonly address: string
  /** Of a machine on a subnet with two stacks. */
  readonly address6?: string
}

/** A free address of the cluster's subnet, of another where that is full. */
export function nodeAddresses(
  document: ScenarioDocument,
  cluster: Cluster,
): Result<MachineAddresses, Issue> {
  const vpc = vpcOf(document, cluster)
  if (!vpc) return err(nowhereToPut('node', 'vpc'))
  const { name } = vpc
  return machineAddresses(document, { name, subnets: subnetsFor(document, cluster, vpc) })
}

/** Of any machine of a VPC, from the first of these subnets with room; none of those in `inUse`. */
export function machineAddresses(
  document: ScenarioDocument,
  { name, subnets }: { readonly name: string; readonly subnets: readonly Subnet[] },
  inUse: ReadonlySet<string> = addressesInUse(document),
): Result<MachineAddresses, Issue> {
  if (subnets.length === 0) return err(nowhereToPut('node', 'subnet'))
  for (const { range, range6 } of subnets) {
    const span = spanOf(range)
    const address = span && freeAddress(span, inUse, KEPT_IN_SUBNETS)
    if (!address) continue
    const span6 = range6 === undefined ? null : spanOf(range6)
    const address6 = span6 && freeAddress(span6, inUse)
    return ok({ address, ...(address6 ? { address6 } : {}) })
  }
  return err(
    noFreeAddress(
      name,
      subnets.map(({ range }) => range),
    ),
  )
}

/** A free share of the Pod range, of each family; nothing where the cluster tells of no range. */
export function podShares(
  document: ScenarioDocument,
  { name, podRanges }: Cluster,
): Result<Pick<Node, 'podRange' | 'podRange6'>, Issue> {
  const inUse = sharesInUse(document)
  const shares = ([4, 6] as const).map((family) => {
    const ranges = podRanges.filter((range) => spanOf(range)?.family === family)
    return { ranges, share: ranges.flatMap((range) => shareOf(inUse, range))[0] }
  })
  const full = shares.find(({ ranges, share }) => ranges.length > 0 && share === undefined)
  if (full) return err(noFreeAddress(name, full.ranges))
  const [four, six] = shares
  return ok({
    ...(four?.share === undefined ? {} : { podRange: four.share }),
    ...(six?.share === undefined ? {} : { podRange6: six.share }),
  })
}

function shareOf(inUse: readonly Span[], range: string): string[] {
  const share = freeRange(inUse, spansOf([range]), sharePrefix(range))
  return share === null ? [] : [share]
}

/**
 * A /24, as for 110 Pods on a node; of a range that is no wider than that a quarter, at the least 16
 * addresses. Of IPv6 ranges a /112. Source: Google Cloud, GKE "Flexible Pod CIDR", dual-stack clusters.
 */
function sharePrefix(range: string): number {
  const prefix = prefixOf(range) ?? 32
  if (spanOf(range)?.family === 6) return Math.max(112, prefix)
  return prefix < 24 ? 24 : Math.max(prefix, Math.min(28, prefix + 2))
}

/** A free address of its node's share, of each family that the node has. */
export function podAddresses(
  document: ScenarioDocument,
  node: Node,
  inUse: ReadonlySet<string> = addressesInUse(document),
): Result<readonly string[], Issue> {
  const shares = sharesOf(document, node)
  if (!shares.ok) return shares
  const free = shares.value.map((share) => {
    const span = spanOf(share)
    return { share, address: span && freeAddress(span, inUse) }
  })
  const full = free.find(({ address }) => address === null)
  if (full) return err(noFreeAddress(node.name, [full.share]))
  return ok(free.flatMap(({ address }) => address ?? []))
}

/** Told, or what lies around its first Pod, or, of a node without Pods, a share that nobody has. */
function sharesOf(document: ScenarioDocument, node: Node): Result<readonly string[], Issue> {
  const { podRange, podRange6 } = node
  const told = [podRange, podRange6].filter((range) => range !== undefined)
  if (told.length > 0) return ok(told)
  const first = document.pods.find(
    (pod) => pod.node === node.name && !pod.hostNetwork && pod.addresses.length > 0,
  )
  if (first) return ok(first.addresses.map(shareAround))
  const cluster = clusterOf(document, node)
  if (!cluster) return err(nowhereToPut('pod', 'cluster'))
  if (cluster.podRanges.length === 0) {
    const at = document.clusters.indexOf(cluster)
    return err(issueAt('missing-field', `clusters.${at}.podRanges`))
  }
  const shares = podShares(document, cluster)
  if (!shares.ok) return shares
  return ok([shares.value.podRange, shares.value.podRange6].filter((range) => range !== undefined))
}
