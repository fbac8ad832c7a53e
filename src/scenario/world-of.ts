import type {
  AppliedTexts,
  ClusterFacts,
  ClusterSettings,
  Installed,
} from '../dataplanes/dataplane.ts'
import type { ProxyInstalled } from '../dataplanes/kube-proxy/kube-proxy.ts'
import { loadDataplane } from '../dataplanes/registry.ts'
import type { NodePolicy, World } from '../engine/world.ts'
import type { Topology } from '../topology/topology.ts'
import type { ScenarioDocument } from './document.ts'
import type { Issue } from './issue.ts'
import { readTopology } from './read-topology.ts'
import type { ScenarioState } from './state.ts'
import { typeManualRules } from './type-manual-rules.ts'

/** A scenario made ready: its map, and the rules that its dataplane wrote on every node. */
export interface ScenarioWorld {
  readonly world: World
  readonly installed: Installed
  /** What is wrong with the topology; the world is then empty. */
  readonly issues: readonly Issue[]
  /** What was refused of the rules typed on nodes; all else stands. */
  readonly refusals: readonly Issue[]
}

export async function worldOf({ document, manifests }: ScenarioState): Promise<ScenarioWorld> {
  const read = readTopology(document)
  const facts = clusterFacts(document, read)
  const { topology } = facts
  const dataplane = await loadDataplane(document.cluster.dataplane)
  const applied = manifests.applied ? manifests : null
  const written = await dataplane.install(facts, applied)
  const proxied = await besideKubeProxy(topology, written.nodes, applied)
  const { installed, refusals } = await typeManualRules(document, topology, {
    ...written,
    nodes: proxied.nodes,
  })
  const policies = new Map(
    [...installed.nodes].map(([name, { rules, silence, passPrograms }]): [string, NodePolicy] => [
      name,
      {
        rules,
        silence,
        refusals: proxied.refusals.get(name) ?? [],
        ...(passPrograms ? { passPrograms } : {}),
      },
    ]),
  )
  return {
    world: { topology: withNetworks(topology, installed), policies },
    installed,
    issues: read.ok ? [] : read.error,
    refusals,
  }
}

/** kube-proxy is asked for where there are Services, and fetched only then. */
async function besideKubeProxy(
  topology: Topology,
  nodes: Installed['nodes'],
  manifests: AppliedTexts | null,
): Promise<ProxyInstalled> {
  if (topology.services.length === 0) return { nodes, refusals: new Map() }
  const [{ withKubeProxy }, { readProxyConfig }] = await Promise.all([
    import('../dataplanes/kube-proxy/kube-proxy.ts'),
    import('../dataplanes/kube-proxy/proxy-config.ts'),
  ])
  return withKubeProxy(topology, nodes, readProxyConfig(manifests?.text ?? ''))
}

/** The map with what the dataplane adds to its nodes' devices and routes. */
const withNetworks = (topology: Topology, { nodes }: Installed): Topology => ({
  ...topology,
  nodes: topology.nodes.map((node) => {
    const added = nodes.get(node.name)?.network
    if (!added) return node
    const { interfaces, routes } = added
    return {
      ...node,
      interfaces: [...node.interfaces, ...interfaces],
      routes: [...node.routes, ...routes],
    }
  }),
})

/** What a dataplane is installed into. */
export function clusterFacts(
  document: ScenarioDocument,
  read: ReturnType<typeof readTopology>,
): ClusterFacts {
  const topology = read.ok ? read.value : NOTHING
  return { topology, settings: settingsOf(document, topology) }
}

const settingsOf = (
  { cluster, nodes }: ScenarioDocument,
  { cluster: { podRanges } }: Topology,
): ClusterSettings => ({
  podRanges,
  disableDefaultSnat: cluster.disableDefaultSnat,
  networkPolicy: cluster.networkPolicy,
  dataplaneV2: cluster.dataplaneV2,
  ipMasqAgent: cluster.ipMasqAgent,
  gkeVersion: cluster.gkeVersion ?? null,
  nodeImage: cluster.nodeImage ?? null,
  windowsNodes: cluster.windowsNodes ?? 'masqueraded',
  bootedWith: new Map(
    nodes.flatMap(({ name, bootedWith, recreated }) =>
      bootedWith && !recreated ? [[name, bootedWith]] : [],
    ),
  ),
})

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
  services: [],
}
