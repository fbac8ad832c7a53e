import type { ScenarioDocument } from './document.ts'

/**
 * What the user chose: the only thing that goes to the engine and, with the view, into a link.
 * Plain JSON. Nothing computed is in it.
 */
export interface ScenarioState {
  /** The `Scenario` document (design: section 3). */
  readonly document: ScenarioDocument
  readonly manifests: ManifestsState
  /** The flow that is being sent. */
  readonly flow: FlowSpec
  /** What else of the cluster was different before its last change. */
  readonly began?: ClusterBefore | undefined
}

/** Absent fields were as they are now. */
export interface ClusterBefore {
  readonly disableDefaultSnat?: boolean | undefined
  /** What had been typed on nodes, by their names; nothing on those that are not told. */
  readonly manualRules?: Readonly<Record<string, string>> | undefined
}

export interface ManifestsState {
  /** False: nothing of it is in the cluster, the text is only a draft. */
  readonly applied: boolean
  /** What stands in the editor, exactly as typed: a ConfigMap manifest, or the bare config file. */
  readonly text: string
  /** The last text that the agent accepted; null: there was none, it runs on its defaults. */
  readonly inForce: string | null
}

export interface FlowSpec {
  readonly name: string
  /** Name of a Pod, of a node or of an endpoint. */
  readonly from: string
  /** Exactly as typed: an address, or the name of an endpoint. */
  readonly to: string
  /** By name, or any other by its IANA number. */
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'sctp' | number
  /** Destination port; absent for ICMP. */
  readonly port?: number | undefined
  readonly sourcePort?: number | undefined
  /** What a process of a node has bound to, as typed; its node's own address where absent. */
  readonly sourceAddress?: string | undefined
  /** Type of an ICMP message; an echo request where absent. */
  readonly icmpType?: number | undefined
  /** It began before the last change of the cluster. */
  readonly existing?: boolean | undefined
}
