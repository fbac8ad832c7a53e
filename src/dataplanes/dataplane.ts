import type { Ruleset } from '../engine/rule.ts'
import type { NodePolicy } from '../engine/world.ts'
import type { Cidr } from '../net/cidr.ts'
import type { ConfigReport } from './config-report.ts'

/**
 * A system that decides SNAT on a node. It describes: settings and configuration text in, rules as
 * data out. It never looks at a packet; `engine/` interprets what it installs, `iptables/` prints it.
 */
export interface Dataplane {
  readonly id: string
  /** What stands while no configuration text is applied. */
  readonly installDefaults: (settings: ClusterSettings) => Installed
  /** The reader of configuration texts: a chunk of its own, fetched when the first one is applied. */
  readonly loadReader: () => Promise<InstallConfigured>
}

export type InstallConfigured = (settings: ClusterSettings, texts: AppliedTexts) => Installed

/** What the cluster is set to. */
export interface ClusterSettings {
  readonly podRanges: readonly Cidr[]
  readonly disableDefaultSnat: boolean
  readonly networkPolicy: boolean
  readonly dataplaneV2: boolean
  readonly ipMasqAgent: 'auto' | 'manual'
}

/** The configuration that is in the cluster. */
export interface AppliedTexts {
  readonly text: string
  /** The text accepted before this one; null: the agent had synced without a file. */
  readonly inForce: string | null
}

export interface Installed {
  /** The same on every node. */
  readonly rules: Ruleset
  readonly silence: NodePolicy['silence']
  /** Who wrote the rules: a code. */
  readonly writer: 'agent' | 'bootstrap' | 'nobody'
  readonly agent: { readonly runs: boolean; readonly why: string }
  readonly config: ConfigReport
  /** What `masqLinkLocal` is in the applied text; null where it cannot be read. */
  readonly masqLinkLocalInText: boolean | null
}
