import type { Cluster, Node, Pod } from '../topology/cluster.ts'
import type { Vpc } from '../topology/network.ts'
import type { ScenarioDocument } from './document.ts'
import { type FieldReader, issueAt } from './field-reader.ts'
import { nodeNetwork, sharesAround } from './node-network.ts'

/** Clusters, nodes and Pods of a document. */

export const readClusters = (
  read: FieldReader,
  { clusters, vpcs }: ScenarioDocument,
): readonly Cluster[] =>
  clusters.map(({ name, vpc, podRanges, serviceRange, routesBased }, i) => ({
    name,
    vpc: vpc ?? vpcs[0]?.name ?? '',
    podRanges: read.ranges(`clusters.${i}.podRanges`, podRanges),
    serviceRange:
      serviceRange === undefined ? null : read.range(`clusters.${i}.serviceRange`, serviceRange),
    routesBased: routesBased ?? false,
  }))

export function readNodes(
  read: FieldReader,
  document: ScenarioDocument,
  known: {
    readonly clusters: readonly Cluster[]
    readonly vpcs: readonly Vpc[]
    readonly pods: readonly Pod[]
  },
): readonly Node[] {
  return document.nodes.map((node, i) => readNode(read, node, `nodes.${i}`, known))
}

function readNode(
  read: FieldReader,
  node: ScenarioDocument['nodes'][number],
  path: string,
  { clusters, vpcs, pods }: Parameters<typeof readNodes>[2],
): Node {
  const cluster = clusters.find(({ name }) => name === node.cluster) ?? clusters[0]
  const subnets = vpcs.find(({ name }) => name === cluster?.vpc)?.subnets ?? []
  const address = read.address(`${path}.address`, node.address)
  const { externalAddress } = node
  const address6 =
    node.address6 === undefined ? null : read.address(`${path}.address6`, node.address6)
  const podRanges = (['podRange', 'podRange6'] as const).flatMap((field) => {
    const told = node[field]
    return told === undefined ? [] : [read.range(`${path}.${field}`, told)]
  })
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
    externalAddress:
      externalAddress === undefined
        ? null
        : read.address(`${path}.externalAddress`, externalAddress),
    ...nodeNetwork({
      address,
      subnets,
      address6,
      podRanges,
      pods: own,
      extra: node.interfaces.map(({ name, addresses }, j) => ({
        name,
        addresses: addresses.map((text, k) => {
          const further = read.address(`${path}.interfaces.${j}.addresses.${k}`, text)
          return { address: further, prefix: further.words.length * 32 }
        }),
      })),
      routes: node.routes.map(({ to, via, dev }, j) => ({
        to: read.range(`${path}.routes.${j}.to`, to),
        via: via === undefined ? null : read.address(`${path}.routes.${j}.via`, via),
        dev,
      })),
    }),
  }
}

export function readPods(read: FieldReader, document: ScenarioDocument): readonly Pod[] {
  return document.pods.map(({ name, node, namespace, labels, addresses, hostNetwork }, i) => {
    if (!hostNetwork && addresses.length === 0) {
      read.issues.push(issueAt('missing-field', `pods.${i}.addresses`))
    }
    return {
      name,
      node,
      namespace: namespace ?? 'default',
      labels: labels ?? {},
      hostNetwork,
      addresses: addresses.map((text, j) => read.address(`pods.${i}.addresses.${j}`, text)),
    }
  })
}

/** A Pod in the node's network has the node's addresses and no others. */
export function placeOnNode(pod: Pod, nodes: readonly Node[]): Pod {
  const node = nodes.find(({ name }) => name === pod.node)
  if (!pod.hostNetwork || !node) return pod
  const { address, address6 } = node
  return { ...pod, addresses: address6 ? [address, address6] : [address] }
}
