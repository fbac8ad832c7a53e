import type { DataplaneId } from '../../dataplanes/registry.ts'
import type { Hop, Outcome, PlaceId, SourceSeen, Stage } from '../../engine/trace.ts'
import type { Issue } from '../issue.ts'
import type { FlowSpec } from '../state.ts'

/** The same packet under several dataplanes, side by side. Plain JSON. */
export interface Comparison {
  /** Every dataplane that could take part. */
  readonly known: readonly DataplaneId[]
  readonly lanes: readonly Lane[]
  /** The moments of the journey, the same for every lane. */
  readonly columns: readonly Column[]
  /** Null where nothing differs, or where there is nothing to hold it against. */
  readonly divergence: Divergence | null
  readonly matrix: readonly MatrixRow[]
}

/** One dataplane's account of the packet. */
export interface Lane {
  readonly dataplane: DataplaneId
  readonly manifests: LaneManifests
  /** Null where the packet could not be sent. */
  readonly outcome: Outcome | null
  readonly issues: readonly Issue[]
  /** One for each column; null where this lane's packet does not come by, or has ended before. */
  readonly beats: readonly (Beat | null)[]
}

/**
 * What is in the cluster in this lane. `own`: the documents of the stream that are its own;
 * `starter`: there are none, so it stands as freshly installed; `none`: it asks for none.
 */
export type LaneManifests = 'own' | 'starter' | 'none'

export interface Column {
  readonly leg: 'forward' | 'reply'
  readonly place: PlaceId
  readonly stage: Stage
}

/** A hop without its account: of all the rules tried, the one that decided. */
export interface Beat extends Omit<Hop, 'walk'> {
  readonly rule: DecidingRule | null
}

export interface DecidingRule {
  readonly chain: string
  /** 1-based. */
  readonly line: number
  /** As `iptables-save` prints it. */
  readonly text: string
}

/** The first moment at which the lanes do not agree, and about what. */
export interface Divergence {
  readonly code:
    | 'dropped'
    | 'source-differs'
    | 'destination-differs'
    | 'port-differs'
    /** The packet comes by here in some lanes only. */
    | 'other-way'
    /** What happens to the packet is the same all the way; another rule decides it. */
    | 'rule-differs'
  /** Index into the columns. */
  readonly column: number
  readonly place: PlaceId
  readonly stage: Stage
  /** Who agrees with whom: at least two groups, in the order of the lanes. */
  readonly groups: readonly DivergingGroup[]
}

export interface DivergingGroup {
  readonly dataplanes: readonly DataplaneId[]
  /** The address, the port or the rule; null: the packet is dropped, or does not come by. */
  readonly value: string | null
}

/** Destinations that dataplanes treat differently, and what becomes of a packet to each. */
export interface MatrixRow {
  readonly destination: DestinationClass
  readonly flow: FlowSpec
  /** In the order of the lanes. */
  readonly cells: readonly MatrixCell[]
}

export type DestinationClass =
  | 'internet'
  | 'on-prem'
  | 'shared-address'
  | 'other-node'
  | 'other-pod'
  | 'link-local'
  | 'second-address'
  | 'inbound'

export interface MatrixCell {
  readonly dataplane: DataplaneId
  readonly verdict: Verdict
  /** The source as the packet leaves the last node; null where it does not. */
  readonly source: SourceSeen | null
  /** How the journey ends. */
  readonly outcome: Outcome['kind'] | null
}

/**
 * What a dataplane makes of the source. Of a Pod's own packet: `pod` it keeps its address, `node` it
 * gets one of a node's. Of any other: `kept` or `rewritten`. `other`: neither a Pod's nor a node's.
 */
export type Verdict = 'pod' | 'node' | 'other' | 'kept' | 'rewritten' | 'dropped' | 'undetermined'
