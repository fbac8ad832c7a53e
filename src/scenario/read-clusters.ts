import type { Cluster, Node, Pod } from '../topology/cluster.ts'
import type { Vpc } from '../topology/network.ts'
import type { ScenarioDocument } from './document.ts'
import type { EntriesOf, Entry, Written } from './entries.ts'
import { type FieldReader, issueAt } from './field-reader.ts'
import type { LooseThing } from './loose-thing.ts'
import { nodeNetwork, sharesAround } from './node-network.ts'

/** Clusters, nodes and Pods of a document. */

export interface Reading {
  readonly read: FieldReader
  readonly document: ScenarioDocument
  readonly entries: EntriesOf
  /** Who reads adds what it cannot place. */
  readonly loose: LooseThing[]
}

export const namesOf = (list: readonly { readonly name: string }[] = []): readonly string[] =>
  list.map(({ name }) => name)

export const readClusters = ({ read, document, entries }: Reading): readonly Cluster[] =>
  entries('clusters', document.clusters).map(({ written, path }) => ({
    name: written.name,
    vpc: homeVpc({ read, document }, written.vpc, `${path}.vpc`),
    podRanges: read.ranges(`${path}.podRanges`, written.podRanges),
    serviceRange: read.range(`${path}.serviceRange`, written.serviceRange),
    routesBased: written.routesBased ?? false,
    gkeFirewall: written.dataplane.startsWith('gke-'),
  }))

/** The VPC that is told, else the first; empty where there is none of that name. */
export function homeVpc(
  { read, document: { vpcs } }: Pick<Reading, 'read' | 'document'>,
  told: string | undefined,
  path: string,
): string {
  if (told === undefined) return vpcs[0]?.name ?? ''
  return read.known(path, told, namesOf(vpcs)) ? told : ''
}

interface Around {
  readonly clusters: readonly Cluster[]
  readonly vpcs: readonly Vpc[]
  readonly pods: readonly Pod[]
}

export const readNodes = (reading: Reading, around: Around): readonly Node[] =>
  reading
    .entries('nodes', reading.document.nodes)
    .flatMap((entry) => readNode(reading, entry, around) ?? [])

function readNode(
  { read, loose }: Reading,
  { written: node, path }: Entry<Written<'nodes'>>,
  { clusters, vpcs, pods }: Around,
): Node | null {
  const cluster = clusterOf(read, node.cluster, `${path}.cluster`, clusters)
  const subnets = vpcs.find(({ name }) => name === cluster?.vpc)?.subnets ?? []
  const address = read.address(`${path}.address`, node.address)
  const address6 = read.address(`${path}.address6`, node.address6)
  const podRanges = (['podRange', 'podRange6'] as const).flatMap(
    (field) => read.range(`${path}.${field}`, node[field]) ?? [],
  )
  const externalAddress = read.address(`${path}.externalAddress`, node.externalAddress)
  const further = readDevices(read, node, path)
  if (!address) {
    loose.push({ name: node.name, path: `${path}.address` })
    return null
  }
  const own = pods.filter((pod) => pod.node === node.name && !pod.hostNetwork)
  return {
    name: node.name,
    cluster: cluster?.name ?? '',
    vpc: cluster?.vpc ?? '',
    pool: node.pool ?? null,
    tags: node.tags ?? [],
    address,
    os: node.os ?? 'linux',
    ...(address6 ? { address6 } : {}),
    podRanges: podRanges.length > 0 ? podRanges : own.flatMap(sharesAround),
    externalAddress,
    ...nodeNetwork({ address, subnets, address6, podRanges, pods: own, ...further }),
  }
}

function clusterOf(
  read: FieldReader,
  told: string | undefined,
  path: string,
  clusters: readonly Cluster[],
): Cluster | undefined {
  if (told === undefined) return clusters[0]
  read.known(path, told, namesOf(clusters))
  return clusters.find(({ name }) => name === told)
}

const readDevices = (read: FieldReader, node: Written<'nodes'>, path: string) => ({
  extra: node.interfaces.map(({ name, addresses }, j) => ({
    name,
    addresses: read
      .addresses(`${path}.interfaces.${j}.addresses`, addresses)
      .map((address) => ({ address, prefix: address.words.length * 32 })),
  })),
  routes: node.routes.flatMap(({ to, via, dev }, j) => {
    const range = read.range(`${path}.routes.${j}.to`, to)
    const next = read.address(`${path}.routes.${j}.via`, via)
    return range && (next || via === undefined) ? [{ to: range, via: next, dev }] : []
  }),
})

/** Pods, and the nodes that they run on: each needs the other. */
export function readPods(
  reading: Reading,
  nodesWith: (pods: readonly Pod[]) => readonly Node[],
): { readonly nodes: readonly Node[]; readonly pods: readonly Pod[] } {
  const read = reading
    .entries('pods', reading.document.pods)
    .map((entry) => ({ entry, pod: readPod(reading, entry) }))
  const nodes = nodesWith(read.flatMap(({ pod }) => pod ?? []))
  const byName = new Map(nodes.map((node) => [node.name, node]))
  const pods = read.flatMap(({ entry, pod }) => {
    const node = byName.get(entry.written.node)
    if (pod && node) return [placeOnNode(pod, node)]
    const path = pod ? `${entry.path}.node` : `${entry.path}.addresses`
    reading.loose.push({ name: entry.written.name, path })
    return []
  })
  return { nodes, pods }
}

/** Null where it has no address and needs one. */
function readPod(
  { read, document }: Reading,
  { written, path }: Entry<Written<'pods'>>,
): Pod | null {
  const { name, node, namespace, labels, hostNetwork } = written
  const addresses = read.addresses(`${path}.addresses`, written.addresses)
  if (!hostNetwork && written.addresses.length === 0) {
    read.issues.push(issueAt('missing-field', `${path}.addresses`))
  }
  read.known(`${path}.node`, node, namesOf(document.nodes))
  if (!hostNetwork && addresses.length === 0) return null
  return {
    name,
    node,
    namespace: namespace ?? 'default',
    labels: labels ?? {},
    hostNetwork,
    addresses,
  }
}

/** A Pod in the node's network has the node's addresses and no others. */
function placeOnNode(pod: Pod, { address, address6 }: Node): Pod {
  if (!pod.hostNetwork) return pod
  return { ...pod, addresses: address6 ? [address, address6] : [address] }
}
