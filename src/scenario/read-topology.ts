import { sameAddress } from '../net/address.ts'
import type { Cidr } from '../net/cidr.ts'
import { err, ok, type Result } from '../net/result.ts'
import type {
  Attachment,
  CloudNat,
  Endpoint,
  Node,
  OnPremNetwork,
  Pod,
  Subnet,
  Topology,
  VpcRoute,
} from '../topology/topology.ts'
import type { ScenarioDocument } from './document.ts'
import { type FieldReader, issueAt, readFields } from './field-reader.ts'
import type { Issue } from './issue.ts'
import { nodeNetwork, sharesAround } from './node-network.ts'
import { readServices } from './read-services.ts'

/** Document to topology: every address parsed, every name resolved. All that is wrong comes at once. */
export function readTopology(document: ScenarioDocument): Result<Topology, readonly Issue[]> {
  const read = readFields()
  checkNames(read, document)
  const subnets = readSubnets(read, document)
  const pods = readPods(read, document)
  const nodes = readNodes(read, document, subnets, pods)
  const placed = pods.map((pod) => placeOnNode(pod, nodes))
  const { cluster, vpc } = document
  const topology: Topology = {
    cluster: {
      name: cluster.name,
      podRanges: read.ranges('cluster.podRanges', cluster.podRanges),
      serviceRange:
        cluster.serviceRange === undefined
          ? null
          : read.range('cluster.serviceRange', cluster.serviceRange),
    },
    vpc: { name: vpc.name, subnets, routes: readRoutes(read, document) },
    nodes,
    pods: placed,
    cloudNat: readCloudNat(read, document, subnets),
    attachments: readAttachments(read, document, subnets),
    onPrem: readOnPrem(read, document),
    endpoints: readEndpoints(read, document),
    metadataServer:
      document.metadataServer === undefined
        ? null
        : read.address('metadataServer', document.metadataServer),
    services: readServices(read, document, placed),
  }
  return read.issues.length === 0 ? ok(topology) : err(read.issues)
}

function checkNames(read: FieldReader, document: ScenarioDocument): void {
  const { nodes, pods, attachments, onPrem, endpoints, flows, vpc, services = [] } = document
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  // A flow names its sender by name alone, so Pods and nodes share one list of names.
  read.unique('pods', [...names(nodes), ...names(pods)])
  for (const [path, list] of Object.entries({ attachments, onPrem, endpoints, flows, services })) {
    read.unique(path, names(list))
  }
  for (const [i, { node }] of pods.entries()) read.known(`pods.${i}.node`, node, names(nodes))
  for (const [i, { to }] of attachments.entries()) {
    read.known(`attachments.${i}.to`, to, names(onPrem))
  }
  const networks = [...names(onPrem), vpc.name, 'internet']
  for (const [i, { at }] of endpoints.entries()) read.known(`endpoints.${i}.at`, at, networks)
}

const readSubnets = (read: FieldReader, { vpc }: ScenarioDocument): readonly Subnet[] =>
  vpc.subnets.map((subnet, i) => ({
    name: subnet.name,
    range: read.range(`vpc.subnets.${i}.range`, subnet.range),
    ...(subnet.range6 === undefined
      ? {}
      : { range6: read.range(`vpc.subnets.${i}.range6`, subnet.range6) }),
    secondary: subnet.secondaryRanges.map(({ name, range }, j) => ({
      name,
      range: read.range(`vpc.subnets.${i}.secondaryRanges.${j}.range`, range),
    })),
  }))

const readRoutes = (read: FieldReader, { vpc, endpoints }: ScenarioDocument): readonly VpcRoute[] =>
  (vpc.routes ?? []).map(({ name, to, nextHop, natAddress }, i) => {
    const path = `vpc.routes.${i}`
    const here = endpoints.filter(({ at }) => at === vpc.name).map((endpoint) => endpoint.name)
    read.known(`${path}.nextHop`, nextHop, here)
    return {
      name,
      nextHop,
      to: read.range(`${path}.to`, to),
      natAddress: read.address(`${path}.natAddress`, natAddress),
    }
  })

function readPods(read: FieldReader, document: ScenarioDocument): readonly Pod[] {
  return document.pods.map(({ name, node, addresses, hostNetwork }, i) => {
    if (!hostNetwork && addresses.length === 0) {
      read.issues.push(issueAt('missing-field', `pods.${i}.addresses`))
    }
    return {
      name,
      node,
      hostNetwork,
      addresses: addresses.map((text, j) => read.address(`pods.${i}.addresses.${j}`, text)),
    }
  })
}

/** A Pod in the node's network has the node's addresses and no others. */
function placeOnNode(pod: Pod, nodes: readonly Node[]): Pod {
  const node = nodes.find(({ name }) => name === pod.node)
  if (!pod.hostNetwork || !node) return pod
  const { address, address6 } = node
  return { ...pod, addresses: address6 ? [address, address6] : [address] }
}

function readNodes(
  read: FieldReader,
  document: ScenarioDocument,
  subnets: readonly Subnet[],
  pods: readonly Pod[],
): readonly Node[] {
  return document.nodes.map((node, i) => {
    const path = `nodes.${i}`
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
            const own = read.address(`${path}.interfaces.${j}.addresses.${k}`, text)
            return { address: own, prefix: own.words.length * 32 }
          }),
        })),
        routes: node.routes.map(({ to, via, dev }, j) => ({
          to: read.range(`${path}.routes.${j}.to`, to),
          via: via === undefined ? null : read.address(`${path}.routes.${j}.via`, via),
          dev,
        })),
      }),
    }
  })
}

function readCloudNat(
  read: FieldReader,
  { cloudNat }: ScenarioDocument,
  subnets: readonly Subnet[],
): CloudNat | null {
  if (!cloudNat) return null
  return {
    name: cloudNat.name,
    address: read.address('cloudNat.address', cloudNat.address),
    covers: namedRanges(read, 'cloudNat.covers', cloudNat.covers, subnets),
  }
}

const readAttachments = (
  read: FieldReader,
  { attachments }: ScenarioDocument,
  subnets: readonly Subnet[],
): readonly Attachment[] =>
  attachments.map(({ name, kind, router, advertises, learns, to }, i) => ({
    name,
    kind,
    router,
    to,
    advertises: namedRanges(read, `attachments.${i}.advertises`, advertises, subnets),
    learns: read.ranges(`attachments.${i}.learns`, learns),
  }))

/** Each entry is a CIDR, or the name of a subnet (its primary range) or of a secondary range. */
function namedRanges(
  read: FieldReader,
  path: string,
  entries: readonly string[],
  subnets: readonly Subnet[],
): readonly Cidr[] {
  const named = subnets.flatMap((subnet) => [
    { name: subnet.name, ranges: subnet.range6 ? [subnet.range, subnet.range6] : [subnet.range] },
    ...subnet.secondary.map(({ name, range }) => ({ name, ranges: [range] })),
  ])
  return entries.flatMap(
    (entry, i) =>
      named.find(({ name }) => name === entry)?.ranges ?? [read.range(`${path}.${i}`, entry)],
  )
}

const readOnPrem = (read: FieldReader, { onPrem }: ScenarioDocument): readonly OnPremNetwork[] =>
  onPrem.map(({ name, ranges, firewall }, i) => ({
    name,
    ranges: read.ranges(`onPrem.${i}.ranges`, ranges),
    firewall: firewall
      ? {
          name: firewall.name,
          allow: read.ranges(`onPrem.${i}.firewall.allow`, firewall.allow),
        }
      : null,
  }))

function readEndpoints(read: FieldReader, { endpoints }: ScenarioDocument): readonly Endpoint[] {
  const all = endpoints.map(({ name, address, at, ports }, i) => ({
    name,
    at,
    address: read.address(`endpoints.${i}.address`, address),
    ports: ports ?? null,
  }))
  for (const [i, endpoint] of all.entries()) {
    const first = all.findIndex(
      (other) => other.at === endpoint.at && sameAddress(other.address, endpoint.address),
    )
    if (first < i) {
      read.issues.push(issueAt('duplicate-name', `endpoints.${i}.address`, { name: endpoint.name }))
    }
  }
  return all
}
