import type { Reason } from '../../engine/reason.ts'
import type { Outcome, Owner, PlaceId } from '../../engine/trace.ts'
import type { FlowSpec, ScenarioState } from '../state.ts'
import type { Change } from './change.ts'
import type { Shown } from './shown.ts'

/** Why the chosen flow fails, and what would make it succeed. Plain JSON. */
export interface Diagnosis {
  readonly flow: FlowSpec
  /** Null where it cannot be sent. */
  readonly outcome: Outcome | null
  /** The likeliest first; empty where the flow succeeds. */
  readonly causes: readonly Cause[]
  /** The best first: fewest changes, fewest side effects, least that is let in. */
  readonly fixes: readonly Fix[]
  /** False: there was more to try than is tried. */
  readonly complete: boolean
  /** Whose the addresses and ranges are that the changes name, by their text. */
  readonly owners: Readonly<Record<string, Owner>>
}

export interface Cause {
  /**
   * `end`: the step that ends the journey; `source`: why the packet carries the source that it does;
   * `beyond`: what would end it next, were the first out of the way.
   */
  readonly kind: 'end' | 'source' | 'beyond'
  readonly reason: Reason
  readonly at: PlaceId
  /** Ids of the fixes that remove it. */
  readonly fixes: readonly string[]
}

/** Changes that make the flow succeed; no proper part of them does. */
export interface Fix {
  readonly id: string
  readonly changes: readonly FixChange[]
  /** The scenario with all of them made. */
  readonly after: ScenarioState
  /** What becomes of the flow. */
  readonly outcome: Outcome
  readonly effects: Effects
}

export interface FixChange extends Change {
  readonly shown: Shown
  /** In whose settings or manifests it is made, where there are several clusters. */
  readonly cluster: string | null
}

/** What else a fix would change: every other flow that can be thought of, before and after. */
export interface Effects {
  /** Flows that were compared. */
  readonly asked: number
  readonly changed: number
  /** Those that would fail, and did not. */
  readonly lost: number
  /** Those that would succeed, and did not. */
  readonly gained: number
  /** Declared flows first, then those that would be lost. */
  readonly examples: readonly Effect[]
}

export interface Effect {
  /** Name of the scenario's own flow; null for one that was only thought of. */
  readonly declared: string | null
  readonly from: string
  readonly to: string
  readonly before: Seen
  readonly after: Seen
}

export interface Seen extends Pick<Outcome, 'kind'> {
  readonly address: string
  readonly owner: Owner
}
