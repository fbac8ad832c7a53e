import type { Trace } from '../../engine/trace.ts'
import type { Diagnosis } from '../../scenario/detective/diagnosis.ts'
import type { PlaceMap, RuleBook } from '../../scenario/evaluation.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import type { DetectiveWords } from '../detective-words.ts'
import type { Level } from '../levels/level.ts'
import type { Messages, Own } from '../messages.ts'
import type { PathWords } from '../path-words.ts'
import type { TwinWords } from './twin-words.ts'

/** What the twin is made of: what the engine answered, and the catalogues of one language. */
export interface TwinGiven {
  readonly scenario: ScenarioState
  readonly trace: Trace | null
  readonly map: PlaceMap
  /** For the text of rules; a rule that is not in it is told by its chain and number alone. */
  readonly rules: RuleBook
  /** Null where nobody has looked for fixes. */
  readonly diagnosis: Diagnosis | null
  /** For whom: a manager is not told every rule that was tried. */
  readonly level: Level
  readonly words: TwinCatalogues
}

export interface TwinCatalogues {
  readonly messages: Messages
  /** Of the dataplane. */
  readonly own: Own
  readonly twin: TwinWords
  readonly path: PathWords
  /** Null where no fixes are told. */
  readonly detective: DetectiveWords | null
}
