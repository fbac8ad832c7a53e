import type { ScenarioDocument } from '../document.ts'
import { INTERNET, thingOfZone } from './document/lists.ts'
import { meaningOf } from './document/meaning.ts'
import { nestingOf } from './document/nesting.ts'
import type { ConnectionKind } from './document/relations.ts'
import type { ThingId } from './thing.ts'

/** What the edit `connect` would make of something and another thing. */
export interface PossibleConnection {
  readonly thing: ThingId
  readonly as: ConnectionKind
}

/** All that one thing can be connected with, in the order of the document; the internet last. */
export function connections(
  document: ScenarioDocument,
  from: ThingId,
): readonly PossibleConnection[] {
  const nesting = nestingOf(document)
  return [...nesting.parents.keys(), INTERNET].flatMap((thing) => {
    const meaning = meaningOf(document, thingOfZone(from), thing, nesting)
    return meaning ? [{ thing, as: meaning.as }] : []
  })
}
