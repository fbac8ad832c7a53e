import type { ScenarioDocument } from '../../document.ts'
import type { ThingId } from '../thing.ts'

/** The document with a new thing in it. */
export interface Added {
  readonly document: ScenarioDocument
  readonly thing: ThingId
}
