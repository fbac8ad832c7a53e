import { err, ok, type Result } from '../net/result.ts'
import type { Topology } from '../topology/topology.ts'
import type { ScenarioDocument } from './document.ts'
import { type FieldReader, readFields } from './field-reader.ts'
import type { Issue } from './issue.ts'
import { placeOnNode, readClusters, readNodes, readPods } from './read-clusters.ts'
import { readEndpoints } from './read-endpoints.ts'
import {
  readAttachments,
  readCloudNats,
  readOnPrem,
  readPeerings,
  readVpcs,
} from './read-networks.ts'
import { readServices } from './read-services.ts'

/** Document to topology: every address parsed, every name resolved. All that is wrong comes at once. */
export function readTopology(document: ScenarioDocument): Result<Topology, readonly Issue[]> {
  const read = readFields()
  checkNames(read, document)
  const vpcs = readVpcs(read, document)
  const clusters = readClusters(read, document)
  const pods = readPods(read, document)
  const nodes = readNodes(read, document, { clusters, vpcs, pods })
  const placed = pods.map((pod) => placeOnNode(pod, nodes))
  const topology: Topology = {
    clusters,
    nodes,
    pods: placed,
    services: readServices(read, document, placed),
    vpcs,
    peerings: readPeerings(read, document),
    cloudNats: readCloudNats(read, document, vpcs),
    attachments: readAttachments(read, document, vpcs),
    onPrem: readOnPrem(read, document),
    endpoints: readEndpoints(read, document),
    metadataServer:
      document.metadataServer === undefined
        ? null
        : read.address('metadataServer', document.metadataServer),
  }
  return read.issues.length === 0 ? ok(topology) : err(read.issues)
}

function checkNames(read: FieldReader, document: ScenarioDocument): void {
  const { clusters, nodes, pods, vpcs, attachments, onPrem, endpoints, flows } = document
  const { services = [], peerings = [], cloudNats = [] } = document
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  // A flow names its sender by name alone, so Pods and nodes share one list of names.
  read.unique('pods', [...names(nodes), ...names(pods)])
  // So do networks, which hosts name.
  read.unique('onPrem', [...names(vpcs), ...names(onPrem)])
  const lists = { clusters, attachments, endpoints, flows, services, peerings, cloudNats }
  for (const [path, list] of Object.entries(lists)) read.unique(path, names(list))
  for (const [i, { vpc }] of clusters.entries()) {
    if (vpc !== undefined) read.known(`clusters.${i}.vpc`, vpc, names(vpcs))
  }
  for (const [i, { cluster }] of nodes.entries()) {
    if (cluster !== undefined) read.known(`nodes.${i}.cluster`, cluster, names(clusters))
  }
  for (const [i, { node }] of pods.entries()) read.known(`pods.${i}.node`, node, names(nodes))
  for (const [i, { cluster }] of services.entries()) {
    if (cluster !== undefined) read.known(`services.${i}.cluster`, cluster, names(clusters))
  }
  for (const [i, { to }] of attachments.entries()) {
    read.known(`attachments.${i}.to`, to, names(onPrem))
  }
  const networks = [...names(onPrem), ...names(vpcs), 'internet']
  for (const [i, { at }] of endpoints.entries()) read.known(`endpoints.${i}.at`, at, networks)
}
