import type { DataplaneId } from '../dataplanes/registry.ts'
import type { SettingValue } from '../dataplanes/setting.ts'
import type { DataplaneWords, LoadWords } from '../dataplanes/words.ts'
import type { Result } from '../net/result.ts'
import type { Arrivals } from '../scenario/arrivals/arrival.ts'
import type { Viewpoint } from '../scenario/at-moment.ts'
import type { ChainFacts } from '../scenario/chain-facts/chain-facts.ts'
import type { WhyNot, WhyNotAsked } from '../scenario/chain-facts/why-not.ts'
import type { Comparison } from '../scenario/compare/comparison.ts'
import type { Diagnosis } from '../scenario/detective/diagnosis.ts'
import type { SenderComparison } from '../scenario/detective/sender-comparison.ts'
import type { Evaluation, RuleBook } from '../scenario/evaluation.ts'
import type { ClusterCheck } from '../scenario/probe/cluster-checks.ts'
import type { ProbeRequest, Probing } from '../scenario/probe/probe.ts'
import type { UnchangedBecause } from '../scenario/settings/change-setting.ts'
import type { SettingReport } from '../scenario/settings/read-settings.ts'
import type { Sources } from '../scenario/sources.ts'
import type { ScenarioState } from '../scenario/state.ts'
import type { PossibleConnection } from '../scenario/studio/connections.ts'
import type { Edit, Edited, EditRefused } from '../scenario/studio/edit.ts'
import type { OutlineThing } from '../scenario/studio/list-things.ts'
import type { ThingReport } from '../scenario/studio/report/thing-report.ts'
import type { ThingId } from '../scenario/studio/thing.ts'

/** What the screen may ask. Each kind has one answer. */
export type Question =
  | {
      readonly kind: 'evaluate'
      readonly state: ScenarioState
      /** From when to look at what was changed; absent: now, and nothing was before. */
      readonly at?: Viewpoint
    }
  /** The rules that stand on the nodes; `node`: of this one as well. */
  | {
      readonly kind: 'rules'
      readonly state: ScenarioState
      readonly at?: Viewpoint
      readonly node: string | null
    }
  /** What there is to say of these rules: which can never match, which are missing, what they count. */
  | {
      readonly kind: 'chain-facts'
      readonly state: ScenarioState
      readonly at?: Viewpoint
      readonly node: string | null
    }
  /** Why a rule was not reached, and what it would have said. */
  | ({
      readonly kind: 'why-not'
      readonly state: ScenarioState
      readonly at?: Viewpoint
    } & WhyNotAsked)
  /** The same packet under several dataplanes; null: under every one there is. */
  | {
      readonly kind: 'compare'
      readonly state: ScenarioState
      readonly dataplanes: readonly string[] | null
    }
  /** The same ConfigMap text with `masqLinkLocal` set; comments and layout stay. */
  | { readonly kind: 'set-masq-link-local'; readonly text: string; readonly value: boolean }
  /** Why the chosen flow fails, and what would make it succeed. */
  | { readonly kind: 'diagnose'; readonly state: ScenarioState; readonly at?: Viewpoint }
  /** The chosen flow beside the same from somebody else; null: whom one would ask next. */
  | {
      readonly kind: 'compare-senders'
      readonly state: ScenarioState
      readonly other: string | null
      readonly at?: Viewpoint
    }
  /** What comes in at the far side, and how to see for oneself. */
  | { readonly kind: 'arrivals'; readonly state: ScenarioState }
  /** What the tools print at some places, from before the chosen flow's packet to the end of its journey. */
  | {
      readonly kind: 'probe'
      readonly state: ScenarioState
      readonly request: ProbeRequest
      readonly at?: Viewpoint
    }
  /** How to see the chosen flow on a real cluster. */
  | { readonly kind: 'cluster-checks'; readonly state: ScenarioState; readonly at?: Viewpoint }
  /** The settings of the scenario's dataplane, as they stand. */
  | { readonly kind: 'read-settings'; readonly state: ScenarioState }
  /** The same scenario with one setting changed where it stands. */
  | {
      readonly kind: 'change-setting'
      readonly state: ScenarioState
      readonly key: string
      readonly value: SettingValue
    }
  /** The same scenario under another dataplane. */
  | {
      readonly kind: 'choose-dataplane'
      readonly state: ScenarioState
      readonly dataplane: DataplaneId
    }
  /** What every dataplane is called. */
  | { readonly kind: 'dataplanes'; readonly language: keyof LoadWords }
  /** What a dataplane says of itself. */
  | {
      readonly kind: 'words'
      readonly dataplane: DataplaneId
      readonly language: keyof LoadWords
    }
  /** One step of drawing. */
  | { readonly kind: 'edit'; readonly state: ScenarioState; readonly edit: Edit }
  /** One thing with its fields. */
  | { readonly kind: 'thing'; readonly state: ScenarioState; readonly thing: ThingId }
  /** All things, as a tree. */
  | { readonly kind: 'outline'; readonly state: ScenarioState }
  /** Things as a text that the edit `paste` takes, and people read. */
  | {
      readonly kind: 'copy'
      readonly state: ScenarioState
      readonly things: readonly ThingId[]
    }
  /** What a thing can be connected with. */
  | { readonly kind: 'connections'; readonly state: ScenarioState; readonly from: ThingId }
  /** Where the behaviours of a dataplane, and of all around it, were learned. */
  | { readonly kind: 'sources'; readonly dataplane: DataplaneId }
  /** Fetches what the first answers did without, so that nothing is asked of the network later. */
  | { readonly kind: 'fetch-the-rest' }

export interface Answers {
  readonly evaluate: Evaluation
  readonly rules: RuleBook
  readonly 'chain-facts': ChainFacts
  /** Null where the rule was tried, or is not there. */
  readonly 'why-not': WhyNot | null
  readonly compare: Comparison
  readonly words: DataplaneWords
  readonly arrivals: Arrivals
  readonly diagnose: Diagnosis
  readonly 'compare-senders': SenderComparison | null
  readonly probe: Probing
  readonly 'cluster-checks': readonly ClusterCheck[]
  readonly 'read-settings': readonly SettingReport[]
  readonly 'change-setting': Result<ScenarioState, UnchangedBecause>
  readonly 'choose-dataplane': ScenarioState
  readonly dataplanes: readonly DataplaneName[]
  /** Null where the text cannot be read, or has no place for the key; the evaluation says why. */
  readonly 'set-masq-link-local': { readonly text: string | null }
  readonly edit: Result<Edited, EditRefused>
  /** Null where there is no such thing. */
  readonly thing: ThingReport | null
  readonly outline: readonly OutlineThing[]
  readonly connections: readonly PossibleConnection[]
  readonly copy: { readonly text: string }
  readonly sources: Sources
  readonly 'fetch-the-rest': { readonly fetched: true }
}

export interface DataplaneName extends Pick<DataplaneWords, 'name' | 'about'> {
  readonly id: DataplaneId
}

/** Questions travel in batches: one message, several questions, one message back. */
export interface AskMessage {
  readonly questions: readonly { readonly id: number; readonly question: Question }[]
}

export interface AnswerMessage {
  readonly answers: readonly { readonly id: number; readonly result: AnswerResult }[]
}

/** "I am here": said once the worker's script runs, and while an answer waits for a file to be fetched. */
export interface SignOfLife {
  readonly alive: true
}

export type WorkerMessage = AnswerMessage | SignOfLife

export type AnswerResult =
  | { readonly ok: true; readonly value: Answers[Question['kind']] }
  | { readonly ok: false; readonly error: EngineFault }

/** A broken promise of ours, caught at the border. Never the user's fault. */
export type EngineFault =
  | { readonly code: 'engine-threw'; readonly message: string }
  | { readonly code: 'engine-stuck'; readonly afterMs: number }
  | { readonly code: 'engine-gone' }
