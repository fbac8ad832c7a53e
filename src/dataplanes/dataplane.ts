import type { PassPrograms } from '../engine/pass-programs.ts'
import type { Ruleset } from '../engine/rule.ts'
import type { NodePolicy } from '../engine/world.ts'
import type { ClusterView } from '../topology/cluster-view.ts'
import type { NodeNetwork } from '../topology/node.ts'
import type { ConfigReport } from './config-report.ts'
import type { Setting } from './setting.ts'
import type { Source } from './source.ts'
import type { LoadWords } from './words.ts'

/**
 * A system that decides SNAT on a node. It describes: a cluster and its real manifests in, rules as
 * data out. It never looks at a packet; `engine/` interprets what it installs, `iptables/` prints it.
 */
export interface Dataplane {
  readonly id: string
  /** What one can change without typing YAML, in the order in which it is drawn. */
  readonly settings: readonly Setting[]
  /** The manifests of a cluster that was just installed: what the editor begins with. */
  readonly starter: (cluster: ClusterFacts) => string
  /** Where each behaviour was learned, by the code of a rule's origin, of a note or of an assumption. */
  readonly sources: Readonly<Record<string, Source>>
  readonly words: LoadWords
  /** What stands on each node; `manifests` is null where none is applied. */
  readonly install: (
    cluster: ClusterFacts,
    manifests: AppliedTexts | null,
  ) => Installed | Promise<Installed>
  /** Fetches what the first `install` may do without. */
  readonly fetchTheRest: () => Promise<unknown>
}

/** The cluster that a dataplane is installed into. */
export interface ClusterFacts {
  readonly topology: ClusterView
  readonly settings: ClusterSettings
}

/** What the cluster is set to beside its manifests. */
export interface ClusterSettings {
  readonly podRanges: ClusterView['cluster']['podRanges']
  readonly disableDefaultSnat: boolean
  readonly networkPolicy: boolean
  readonly dataplaneV2: boolean
  readonly ipMasqAgent: 'auto' | 'manual'
  /** `1.14.1-gke.14`; null: a current one. */
  readonly gkeVersion: string | null
  /** `cos_containerd`, …; null: the default one of the version. */
  readonly nodeImage: string | null
  /** What Google's page says of Windows nodes: the older one, or the newer. */
  readonly windowsNodes: 'not-masqueraded' | 'masqueraded'
  /** Nodes made while the cluster was set otherwise, by name: a flag reaches them when they are replaced. */
  readonly bootedWith: ReadonlyMap<string, { readonly disableDefaultSnat: boolean }>
}

/** The manifests that are in the cluster: one stream of YAML documents, exactly as typed. */
export interface AppliedTexts {
  readonly text: string
  /** The text accepted before this one; null: nothing had been applied. */
  readonly inForce: string | null
}

export interface Installed {
  /** One entry for each node of the topology. */
  readonly nodes: ReadonlyMap<string, NodeInstalled>
  /** Null where the system has no agent that may be absent. */
  readonly agent: { readonly runs: boolean; readonly why: string } | null
  readonly config: ConfigReport
  /** What `masqLinkLocal` is in the applied text; null where it cannot be read. */
  readonly masqLinkLocalInText: boolean | null
}

export type NodeDevices = Pick<NodeNetwork, 'interfaces' | 'routes'>

/** What stands on one node. */
export interface NodeInstalled {
  readonly rules: Ruleset
  readonly silence: NodePolicy['silence']
  /** The engine's `passPrograms`, where the rules have programs: only such a system carries it. */
  readonly passPrograms?: PassPrograms
  /** It puts its jumps before all others and keeps them there; kube-proxy's stand first otherwise. */
  readonly insertsFirst?: boolean
  /** Services are translated by it and not by kube-proxy, which is not there. */
  readonly replacesKubeProxy?: boolean
  /** Who wrote the rules: a code that the dataplane's words name. */
  readonly writer: string
  /** What is not known of this system and had to be supposed: codes that its words explain. */
  readonly assumptions: readonly string[]
  /** What the system's own commands print on the node, e.g. `cilium bpf ipmasq list`. */
  readonly printouts: readonly Printout[]
  /** The node's devices and routes as the system makes them, of those that it had. */
  readonly network?: (had: NodeDevices) => NodeDevices
}

export interface Printout {
  readonly command: string
  readonly text: string
}
