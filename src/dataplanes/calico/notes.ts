import { cidrContains, formatCidr } from '../../net/cidr.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { ConfigNote } from '../config-report.ts'
import type { CalicoCluster } from './cluster-config.ts'
import { type IpPool, onlyForLoadBalancers, overlap } from './ip-pool.ts'
import { isDestination } from './ip-sets.ts'
import { profileOf } from './version.ts'

export type CalicoNote =
  | 'pool-covers-network'
  | 'no-pool-nat-outgoing'
  | 'nat-outgoing-omitted'
  | 'disabled-pool-excludes'
  | 'pools-overlap'
  | 'load-balancer-pool-excludes'
  | 'pod-outside-pools'
  | 'exclusions-too-new'
  | 'default-pool-made'
  | 'version-unknown'

/** What is worth a word although nothing was refused. */
export function calicoNotes(
  cluster: CalicoCluster,
  topology: ClusterView,
  madeByDefault: boolean,
): readonly ConfigNote[] {
  const { pools } = cluster
  return [
    ...(madeByDefault ? [] : pools.flatMap((pool) => ofPool(pool, cluster))),
    ...(madeByDefault ? pools.map(defaultPool) : []),
    ...pools.flatMap((pool) => networksIn(pool, topology)),
    ...pools.flatMap((pool, at) => overlapping(pool, pools.slice(0, at))),
    ...(pools.some(({ natOutgoing }) => natOutgoing) ? [] : [note('no-pool-nat-outgoing', null)]),
    ...outsidePools(pools, topology),
    ...exclusionsTooNew(cluster),
  ]
}

const note = (
  code: CalicoNote,
  line: number | null,
  params: ConfigNote['params'] = {},
): ConfigNote => ({ code, line, params })

const named = ({ name, cidr }: IpPool) => ({ pool: name, range: formatCidr(cidr) })

const lineOf = ({ places }: IpPool): number | null => places.cidr?.line ?? null

const defaultPool = (pool: IpPool): ConfigNote => note('default-pool-made', null, named(pool))

function ofPool(pool: IpPool, { version }: CalicoCluster): readonly ConfigNote[] {
  const { places } = pool
  const notes: ConfigNote[] = []
  if (!places.natOutgoing && !onlyForLoadBalancers(pool)) {
    notes.push(note('nat-outgoing-omitted', lineOf(pool), named(pool)))
  }
  if (pool.disabled) {
    notes.push(note('disabled-pool-excludes', places.disabled?.line ?? null, named(pool)))
  }
  const profile = profileOf(version)
  if (onlyForLoadBalancers(pool) && isDestination({ profile }, pool)) {
    notes.push(note('load-balancer-pool-excludes', lineOf(pool), named(pool)))
  }
  return notes
}

/** A pool over addresses that are no Pods': packets to those keep their source (calico#4138). */
function networksIn(pool: IpPool, { vpc, onPrem }: ClusterView): readonly ConfigNote[] {
  const networks = [...vpc.subnets.map(({ name, range }) => ({ name, ranges: [range] })), ...onPrem]
  if (pool.disabled) return []
  return networks
    .filter(({ ranges }) => ranges.some((range) => overlap(range, pool.cidr)))
    .map(({ name }) => note('pool-covers-network', lineOf(pool), { ...named(pool), network: name }))
}

const overlapping = (pool: IpPool, earlier: readonly IpPool[]): readonly ConfigNote[] =>
  earlier
    .filter(({ cidr }) => overlap(cidr, pool.cidr))
    .map((other) => note('pools-overlap', lineOf(pool), { ...named(pool), other: other.name }))

const outsidePools = (pools: readonly IpPool[], { pods }: ClusterView): readonly ConfigNote[] =>
  pods
    .filter(
      ({ addresses, hostNetwork }) =>
        !hostNetwork &&
        addresses.length > 0 &&
        !addresses.some((address) => pools.some(({ cidr }) => cidrContains(cidr, address))),
    )
    .map(({ name }) => note('pod-outside-pools', null, { pod: name }))

function exclusionsTooNew({ felix, version }: CalicoCluster): readonly ConfigNote[] {
  if (profileOf(version).exclusions) return []
  return [...felix.values()].flatMap(({ natOutgoingExclusions: set }) =>
    set?.value === 'IPPoolsAndHostIPs'
      ? [note('exclusions-too-new', set.place.line, { version: `v${version.join('.')}` })]
      : [],
  )
}
