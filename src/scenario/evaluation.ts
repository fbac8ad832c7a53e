import type { ConfigReport } from '../dataplanes/config-report.ts'
import type { Printout } from '../dataplanes/dataplane.ts'
import type { Owner, PlaceId, RuleRef, Trace } from '../engine/trace.ts'
import type { Issue } from './issue.ts'
import type { Moment } from './timeline.ts'

/** Everything the screen draws, computed from one `ScenarioState`. Plain JSON. */
export interface Evaluation {
  /** The chosen flow; null where it could not be sent (see `issues`). */
  readonly trace: Trace | null
  /** The scenario's own flows, for the chooser. */
  readonly flows: readonly { readonly name: string; readonly trace: Trace }[]
  readonly map: PlaceMap
  readonly config: ConfigReport
  readonly switches: SwitchReport
  /** From the last change of the cluster to the last of its effects; `stateAt` gives each its state. */
  readonly timeline: readonly Moment[]
  /** Trouble with what was typed, each with its place. */
  readonly issues: readonly Issue[]
  /** What is drawn in a way that will not work, or only in part; nothing is kept from being sent. */
  readonly warnings: readonly Issue[]
}

/** What the canvas shows: places in zones, and the links between them. */
export interface PlaceMap {
  readonly zones: readonly Zone[]
  readonly places: readonly Place[]
  readonly links: readonly Link[]
}

export interface Link {
  /** A place; or a zone, where nothing in it is meant. */
  readonly from: PlaceId
  readonly to: PlaceId
  /** `backs`: a Service and one of its Pods, which no packet follows. */
  readonly kind: 'way' | 'peering' | 'backs'
  /** Where the link is a thing by itself: `peering:NAME`. */
  readonly thing?: string
}

export interface Zone {
  readonly id: string
  readonly kind: 'vpc' | 'subnet' | 'cluster' | 'pool' | 'node' | 'on-prem' | 'internet'
  readonly name: string
  /** Ranges or addresses that belong in its title. */
  readonly ranges: readonly { readonly text: string; readonly owner: Owner }[]
  readonly parent: string | null
  /** Something of it cannot be read, or names what is not there: `Evaluation.issues` says what. */
  readonly trouble?: boolean
}

export interface Place {
  readonly id: PlaceId
  readonly kind:
    | 'pod'
    /** Several Pods of a node as one, which only a canvas makes. */
    | 'pods'
    /** The node's own processes and its kernel: routing and table nat. */
    | 'node'
    | 'router'
    | 'attachment'
    | 'firewall'
    /** A host of an on-prem network, or of the internet. */
    | 'endpoint'
    /** A host of a VPC. */
    | 'vm'
    | 'appliance'
    | 'psc'
    | 'service'
    | 'cloud-nat'
    | 'metadata'
    | 'internet'
  readonly name: string
  /** Its address, or the ranges that it lets pass. */
  readonly lines: readonly string[]
  /** Its external address. */
  readonly external?: string
  /** Sources that it lets in itself; absent: everybody. */
  readonly allows?: readonly string[]
  readonly owner: Owner
  readonly zone: string | null
  /** The Pods that a canvas draws as one with it, or in its place. */
  readonly holds?: readonly Place[]
  /** As for zones. */
  readonly trouble?: boolean
}

/** Rules as they stand: of the nodes that the chosen flow passes, the first one, and one that was asked for. */
export interface RuleBook {
  readonly nodes: readonly NodeRules[]
  /** Every node by name, where they have not all the same; empty where one stands for all. */
  readonly differing: readonly string[]
}

/** Table nat of one node, as rows. */
export interface NodeRules {
  readonly node: string
  /** Who wrote the rules: a code of the dataplane, e.g. `agent`, `bootstrap`, `nobody`. */
  readonly writer: string
  readonly chains: readonly ChainRows[]
  /** What the system's own commands print there. */
  readonly printouts: readonly Printout[]
}

export interface ChainRows {
  readonly name: string
  readonly policy: 'ACCEPT' | null
  readonly references: number
  readonly rules: readonly RuleRow[]
}

export interface RuleRow {
  readonly ref: RuleRef
  /** As `iptables-save` prints it. */
  readonly text: string
  /** Destination range, null for anywhere. */
  readonly destination: string | null
  readonly destinationOwner: Owner
  /** What else it asks for, in iptables' own words; empty where there is nothing more. */
  readonly conditions: string
  /** RETURN, MASQUERADE, IP-MASQ … */
  readonly target: string
  readonly targetOptions: string
  readonly origin: string | null
  /** Line of the editor's text that made it, 1-based. */
  readonly configLine: number | null
}

/** The three switches, in the state that they really have. */
export interface SwitchReport {
  readonly defaultSnat: boolean
  /** Does an ip-masq-agent run, and why (a code of the dataplane). */
  /** Null where the dataplane has no agent that may be absent. */
  readonly agent: { readonly runs: boolean; readonly why: string } | null
  /** What `masqLinkLocal` is in the editor's text; null where the text cannot be read. */
  readonly masqLinkLocalInText: boolean | null
}
