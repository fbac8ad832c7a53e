import type { Installed } from '../dataplanes/dataplane.ts'
import { DATAPLANES } from '../dataplanes/registry.ts'
import type { World } from '../engine/world.ts'
import type { Topology } from '../topology/topology.ts'
import type { Issue } from './issue.ts'
import { readTopology } from './read-topology.ts'
import type { ScenarioState } from './state.ts'

/** A scenario made ready: its map, and the rules that its dataplane wrote on every node. */
export interface ScenarioWorld {
  readonly world: World
  readonly installed: Installed
  /** What is wrong with the topology; the world is then empty. */
  readonly issues: readonly Issue[]
}

export async function worldOf({ document, manifests }: ScenarioState): Promise<ScenarioWorld> {
  const read = readTopology(document)
  const topology = read.ok ? read.value : NOTHING
  const { cluster } = document
  const dataplane = DATAPLANES[cluster.dataplane]
  const settings = {
    podRanges: topology.cluster.podRanges,
    disableDefaultSnat: cluster.disableDefaultSnat,
    networkPolicy: cluster.networkPolicy,
    dataplaneV2: cluster.dataplaneV2,
    ipMasqAgent: cluster.ipMasqAgent,
  }
  const installed = manifests.applied
    ? (await dataplane.loadReader())(settings, manifests)
    : dataplane.installDefaults(settings)
  const { rules, silence } = installed
  const policies = new Map(topology.nodes.map(({ name }) => [name, { rules, silence }]))
  return { world: { topology, policies }, installed, issues: read.ok ? [] : read.error }
}

/** What there is of a scenario whose topology cannot be read. */
const NOTHING: Topology = {
  cluster: { name: '', podRanges: [], serviceRange: null },
  vpc: { name: '', subnets: [] },
  nodes: [],
  pods: [],
  cloudNat: null,
  attachments: [],
  onPrem: [],
  endpoints: [],
  metadataServer: null,
}
