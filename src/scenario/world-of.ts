import type {
  AppliedTexts,
  ClusterFacts,
  ClusterSettings,
  Installed,
} from '../dataplanes/dataplane.ts'
import type { ProxyInstalled } from '../dataplanes/kube-proxy/kube-proxy.ts'
import type { PoliciesInstalled } from '../dataplanes/network-policy/network-policy.ts'
import { type DataplaneId, loadDataplane } from '../dataplanes/registry.ts'
import { emptyNat } from '../engine/nat-table.ts'
import type { NodePolicy, World } from '../engine/world.ts'
import { type ClusterView, clusterView, NO_CLUSTER } from '../topology/cluster-view.ts'
import type { Topology } from '../topology/topology.ts'
import type { ScenarioDocument } from './document.ts'
import { type Entry, entriesWhere } from './entries.ts'
import { issueAt } from './field-reader.ts'
import { repeatedNames } from './first-of-name.ts'
import type { isHeldBack } from './held-back.ts'
import type { Issue } from './issue.ts'
import type { LooseThing } from './loose-thing.ts'
import { type ReadTopology, readTopology } from './read-topology.ts'
import type { ScenarioState } from './state.ts'
import { type ClusterDocument, studiedCluster, studiedDataplane } from './studied-cluster.ts'

/** A scenario made ready: its map, and the rules that its dataplane wrote on every node. */
export interface ScenarioWorld {
  readonly world: World
  readonly installed: Installed
  /** By the name of their cluster. */
  readonly agents: ReadonlyMap<string, Installed['agent']>
  /** What could not be read of the topology; all else is in the world. */
  readonly issues: readonly Issue[]
  /** What of the document is not there for any packet. */
  readonly loose: readonly LooseThing[]
  /** What was refused of the rules typed on nodes; all else stands. */
  readonly refusals: readonly Issue[]
  /** Whether a flow is not to be sent; null where everything could be read. */
  readonly isHeldBack: typeof isHeldBack | null
}

export async function worldOf(state: ScenarioState): Promise<ScenarioWorld> {
  const { document } = state
  const { topology, loose, issues } = readTopology(document)
  const clusters = await Promise.all(
    entriesWhere(repeatedNames(document).isRepeated)('clusters', document.clusters).map(
      (entry, i) => installCluster(topology, state, entry, i === 0),
    ),
  )
  const studied = clusters[0]?.installed ?? (await onNoCluster(state))
  const everywhere = new Map(clusters.flatMap(({ installed }) => [...installed.nodes]))
  const { installed, refusals } = await withManualRules(document, topology, {
    ...studied,
    nodes: everywhere,
  })
  const refused = new Map(clusters.flatMap((each) => [...each.proxied.refusals]))
  const podPolicies = new Map(clusters.flatMap((each) => [...each.policies.pods]))
  const policies = new Map([
    ...topology.nodes.map(({ name }): [string, NodePolicy] => [name, NO_CLUSTER_POLICY]),
    ...[...installed.nodes].map(
      ([name, { rules, silence, passPrograms }]): [string, NodePolicy] => {
        const askPodPolicies = podPolicies.get(name)
        return [
          name,
          {
            rules,
            silence,
            refusals: refused.get(name) ?? [],
            ...(passPrograms ? { passPrograms } : {}),
            ...(askPodPolicies ? { askPodPolicies } : {}),
          },
        ]
      },
    ),
  ])
  return {
    world: { topology: withNetworks(topology, installed), policies },
    installed,
    agents: new Map(clusters.map((each) => [each.name, each.installed.agent])),
    issues,
    loose,
    refusals: [...clusters.flatMap((each) => each.issues), ...refusals],
    isHeldBack: issues.length === 0 ? null : (await import('./held-back.ts')).isHeldBack,
  }
}

/** A machine in no cluster: nobody has written rules on it. */
const NO_CLUSTER_POLICY: NodePolicy = {
  rules: { nat4: emptyNat(4), nat6: emptyNat(6), sets: [] },
  silence: 'nothing-written',
}

interface ClusterInstalled {
  readonly name: string
  readonly installed: Installed
  readonly proxied: ProxyInstalled
  readonly policies: PoliciesInstalled
  readonly issues: readonly Issue[]
}

/** The manifests beside the document are the first cluster's; the others carry their own. */
async function installCluster(
  topology: Topology,
  { document, manifests }: ScenarioState,
  { written: cluster, path }: Entry<ClusterDocument>,
  isStudied: boolean,
): Promise<ClusterInstalled> {
  const facts = factsOf(document, topology, cluster)
  const own = cluster.manifests === undefined ? null : { text: cluster.manifests, inForce: null }
  const studied = manifests.applied ? manifests : null
  const applied = isStudied ? studied : own
  const dataplane = await loadDataplane(cluster.dataplane)
  const written = await dataplane.install(facts, applied)
  const proxied = await besideKubeProxy(facts.topology, written.nodes, applied)
  const policies = await besidePolicies(facts, cluster.dataplane, applied)
  const { error } = written.config
  const issues =
    isStudied || error === null
      ? []
      : [
          {
            ...issueAt('manifests-refused', `${path}.manifests`, { message: error.text }),
            line: error.line,
          },
        ]
  const config = { ...written.config, notes: [...written.config.notes, ...policies.notes] }
  const { name } = cluster
  return {
    name,
    installed: { ...written, config, nodes: proxied.nodes },
    proxied,
    policies,
    issues,
  }
}

/** A canvas without a cluster: the text that stands in the editor is read all the same. */
async function onNoCluster({ document, manifests }: ScenarioState): Promise<Installed> {
  const dataplane = await loadDataplane(studiedDataplane(document))
  return dataplane.install(
    { topology: NO_CLUSTER, settings: NO_SETTINGS },
    manifests.applied ? manifests : null,
  )
}

/** What types rules is fetched where any are typed. */
async function withManualRules(
  document: ScenarioDocument,
  topology: Topology,
  installed: Installed,
): Promise<Pick<ScenarioWorld, 'installed' | 'refusals'>> {
  if (document.nodes.every((node) => node.manualRules === undefined)) {
    return { installed, refusals: [] }
  }
  const { typeManualRules } = await import('./type-manual-rules.ts')
  return typeManualRules(document, topology, installed)
}

/** kube-proxy is asked for where there are Services, and fetched only then. */
async function besideKubeProxy(
  view: ClusterView,
  nodes: Installed['nodes'],
  manifests: AppliedTexts | null,
): Promise<ProxyInstalled> {
  if (view.services.length === 0) return { nodes, refusals: new Map() }
  const [{ withKubeProxy }, { readProxyConfig }] = await Promise.all([
    import('../dataplanes/kube-proxy/kube-proxy.ts'),
    import('../dataplanes/kube-proxy/proxy-config.ts'),
  ])
  return withKubeProxy(view, nodes, readProxyConfig(manifests?.text ?? ''))
}

/**
 * What enforces network policies: Calico on GKE where it is turned on, Dataplane V2, which Autopilot
 * always has, and Calico and Cilium themselves. It is fetched where there are any.
 */
async function besidePolicies(
  { topology, settings }: ClusterFacts,
  dataplane: DataplaneId,
  manifests: AppliedTexts | null,
): Promise<PoliciesInstalled> {
  const text = manifests?.text ?? ''
  if (!text.includes('NetworkPolicy')) return { pods: new Map(), notes: [] }
  const { networkPolicies } = await import('../dataplanes/network-policy/network-policy.ts')
  const always: readonly DataplaneId[] = ['gke-autopilot', 'calico', 'cilium']
  const isEnforced = settings.networkPolicy || settings.dataplaneV2 || always.includes(dataplane)
  return networkPolicies(topology, text, isEnforced)
}

/** The map with its nodes' devices and routes as the dataplane makes them. */
const withNetworks = (topology: Topology, { nodes }: Installed): Topology => ({
  ...topology,
  nodes: topology.nodes.map((node) => {
    const made = nodes.get(node.name)?.network
    return made ? { ...node, ...made(node) } : node
  }),
})

/** What the dataplane of the cluster under study is installed into. */
export function clusterFacts(
  document: ScenarioDocument,
  { topology }: Pick<ReadTopology, 'topology'>,
): ClusterFacts {
  const cluster = studiedCluster(document)
  return cluster
    ? factsOf(document, topology, cluster)
    : { topology: NO_CLUSTER, settings: NO_SETTINGS }
}

function factsOf(
  { nodes }: ScenarioDocument,
  topology: Topology,
  cluster: ClusterDocument,
): ClusterFacts {
  const view = clusterView(topology, cluster.name) ?? NO_CLUSTER
  const own = new Set(view.nodes.map(({ name }) => name))
  return {
    topology: view,
    settings: {
      podRanges: view.cluster.podRanges,
      disableDefaultSnat: cluster.disableDefaultSnat,
      networkPolicy: cluster.networkPolicy,
      dataplaneV2: cluster.dataplaneV2,
      ipMasqAgent: cluster.ipMasqAgent,
      gkeVersion: cluster.gkeVersion ?? null,
      nodeImage: cluster.nodeImage ?? null,
      windowsNodes: cluster.windowsNodes ?? 'masqueraded',
      bootedWith: new Map(
        nodes.flatMap(({ name, bootedWith, recreated }) =>
          bootedWith && !recreated && own.has(name) ? [[name, bootedWith]] : [],
        ),
      ),
    },
  }
}

const NO_SETTINGS: ClusterSettings = {
  podRanges: [],
  disableDefaultSnat: false,
  networkPolicy: false,
  dataplaneV2: false,
  ipMasqAgent: 'auto',
  gkeVersion: null,
  nodeImage: null,
  windowsNodes: 'masqueraded',
  bootedWith: new Map(),
}
