import type { Topology } from '../topology/topology.ts'
import type { ScenarioDocument } from './document.ts'
import { entriesWhere } from './entries.ts'
import { readFields } from './field-reader.ts'
import { repeatedNames } from './first-of-name.ts'
import type { Issue } from './issue.ts'
import type { LooseThing } from './loose-thing.ts'
import { readAttachments } from './read-attachments.ts'
import { type Reading, readClusters, readNodes, readPods } from './read-clusters.ts'
import { readEndpoints } from './read-endpoints.ts'
import { readCloudNats, readOnPrem, readPeerings } from './read-networks.ts'
import { readServices } from './read-services.ts'
import { readVpcs } from './read-vpcs.ts'

export interface ReadTopology {
  /** All that could be read. */
  readonly topology: Topology
  /** What of the document is not there for any packet. */
  readonly loose: readonly LooseThing[]
  /** All that is wrong, each at its place. */
  readonly issues: readonly Issue[]
}

/**
 * Document to topology: every address parsed, every name resolved. It never fails: of what cannot be
 * read only that is missing.
 */
export function readTopology(document: ScenarioDocument): ReadTopology {
  const read = readFields()
  const { issues, isRepeated } = repeatedNames(document)
  const loose: LooseThing[] = []
  const entries = entriesWhere(isRepeated)
  const reading: Reading = { read, document, entries, loose }
  const vpcs = readVpcs(reading)
  const clusters = readClusters(reading)
  const { nodes, pods } = readPods(reading, (own) =>
    readNodes(reading, { clusters, vpcs, pods: own }),
  )
  const onPrem = readOnPrem(reading)
  const topology: Topology = {
    clusters,
    nodes,
    pods,
    services: readServices(reading, pods),
    vpcs,
    peerings: readPeerings(reading),
    cloudNats: readCloudNats(reading, vpcs),
    attachments: readAttachments(reading, { vpcs, onPrem }),
    onPrem,
    endpoints: readEndpoints(reading),
    metadataServer: read.address('metadataServer', document.metadataServer),
  }
  return { topology, loose, issues: [...issues, ...read.issues] }
}
