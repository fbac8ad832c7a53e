import type { ScenarioDocument } from '../../document.ts'
import { homesOf } from '../../map/homes.ts'
import type { ThingId } from '../thing.ts'
import { everyThing } from './find-thing.ts'
import { INTERNET, thingId, thingOfZone } from './lists.ts'
import { remembered } from './remembered.ts'

/** What stands in what. */
export interface Nesting {
  /** Null: on the canvas itself, or in something that is not there. */
  readonly parents: ReadonlyMap<ThingId, ThingId | null>
  readonly children: ReadonlyMap<ThingId, readonly ThingId[]>
  /** Nodes by their pool, which is no thing but a zone of the map: `pool:CLUSTER/POOL`. */
  readonly pools: ReadonlyMap<ThingId, readonly ThingId[]>
  /** Clusters by the subnet that the map draws them in; they stand in its VPC. */
  readonly drawn: ReadonlyMap<ThingId, readonly ThingId[]>
}

export const nestingOf = remembered((document): Nesting => {
  const things = everyThing(document)
  const known = new Set(things.map(({ id }) => id))
  const homes = homesIn(document)
  const parents = new Map<ThingId, ThingId | null>()
  const children = new Map<ThingId, ThingId[]>()
  for (const { id } of things) {
    if (parents.has(id)) continue
    const parent = homes.get(id)?.find((home) => known.has(home)) ?? null
    parents.set(id, parent)
    if (parent === null) continue
    const own = children.get(parent)
    if (own) own.push(id)
    else children.set(parent, [id])
  }
  return { parents, children, pools: poolsIn(document), drawn: drawnIn(document) }
})

function drawnIn(document: ScenarioDocument): Nesting['drawn'] {
  const { ofCluster } = homesOf(document)
  const drawn = new Map<ThingId, ThingId[]>()
  for (const cluster of document.clusters) {
    const { zone } = ofCluster(cluster)
    if (zone === null) continue
    const subnet = thingOfZone(zone)
    const clusters = drawn.get(subnet)
    const id = thingId('cluster', cluster.name)
    if (clusters) clusters.push(id)
    else drawn.set(subnet, [id])
  }
  return drawn
}

function poolsIn(document: ScenarioDocument): Nesting['pools'] {
  const pools = new Map<ThingId, ThingId[]>()
  for (const { name, cluster = document.clusters[0]?.name, pool } of document.nodes) {
    if (pool === undefined || cluster === undefined) continue
    const id = poolId(cluster, pool)
    const nodes = pools.get(id)
    if (nodes) nodes.push(thingId('node', name))
    else pools.set(id, [thingId('node', name)])
  }
  return pools
}

const poolId = (cluster: string, pool: string): ThingId => `${POOL}${cluster}/${pool}`
const POOL = 'pool:'

/** What one can point at: a thing, the internet or a node pool. */
export const isThere = (document: ScenarioDocument, id: ThingId): boolean => {
  const { parents, pools } = nestingOf(document)
  return id === INTERNET || parents.has(id) || pools.has(id)
}

/** The name of a pool; null where the id is that of something else. */
export const poolNameOf = (id: ThingId): string | null =>
  id.startsWith(POOL) ? id.slice(id.indexOf('/') + 1) : null

/** As the document says it: whoever names none is in the first. */
function homesIn(document: ScenarioDocument): ReadonlyMap<ThingId, readonly ThingId[]> {
  const { vpcs, clusters, nodes, pods, attachments, endpoints } = document
  const { services = [], cloudNats = [], onPrem } = document
  const inVpc = (vpc = vpcs[0]?.name ?? '') => [thingId('vpc', vpc)]
  const inCluster = (cluster = clusters[0]?.name ?? '') => [thingId('cluster', cluster)]
  return new Map([
    ...vpcs.flatMap(({ name, subnets }) =>
      subnets.map((subnet): Home => [thingId('subnet', `${name}/${subnet.name}`), inVpc(name)]),
    ),
    ...clusters.map(({ name, vpc }): Home => [thingId('cluster', name), inVpc(vpc)]),
    ...nodes.map(({ name, cluster }): Home => [thingId('node', name), inCluster(cluster)]),
    ...pods.map(({ name, node }): Home => [thingId('pod', name), [thingId('node', node)]]),
    ...services.map(({ name, cluster }): Home => [thingId('service', name), inCluster(cluster)]),
    ...cloudNats.map(({ name, vpc }): Home => [thingId('cloud-nat', name), inVpc(vpc)]),
    ...attachments.map(({ name, vpc }): Home => [thingId('attachment', name), inVpc(vpc)]),
    ...onPrem.flatMap(({ name, firewall }): Home[] =>
      firewall ? [[thingId('firewall', firewall.name), [thingId('on-prem', name)]]] : [],
    ),
    ...endpoints.map(
      ({ name, at }): Home => [
        thingId('endpoint', name),
        [thingId('vpc', at), thingId('on-prem', at)],
      ],
    ),
  ])
}

type Home = readonly [ThingId, readonly ThingId[]]

/** The things and all that stands in them. */
export function withNested(
  { children }: Nesting,
  things: readonly ThingId[],
): ReadonlySet<ThingId> {
  const all = new Set<ThingId>()
  const add = (id: ThingId): void => {
    if (all.has(id)) return
    all.add(id)
    for (const child of children.get(id) ?? []) add(child)
  }
  for (const id of things) add(id)
  return all
}

/** What it stands in, from the inside out; itself is not among them. */
export function ancestors(nesting: Nesting, id: ThingId): readonly ThingId[] {
  const parent = nesting.parents.get(nesting.pools.get(id)?.[0] ?? id) ?? null
  return parent === null ? [] : [parent, ...ancestors(nesting, parent)]
}
