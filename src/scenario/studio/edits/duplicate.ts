import { err, ok, type Result } from '../../../net/result.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { findThing } from '../document/find-thing.ts'
import type { Edited } from '../edit.ts'
import { extract } from '../fragment/extract.ts'
import { insert } from '../fragment/insert.ts'
import { withCopiedPlaces } from '../fragment/places.ts'
import { unknownThing } from '../refused.ts'
import type { ThingId } from '../thing.ts'

/** Beside what they are copies of, a little aside. */
export function duplicate(state: ScenarioState, things: readonly ThingId[]): Result<Edited, Issue> {
  const { document } = state
  const unknown = things.find((id) => !findThing(document, id))
  if (unknown !== undefined) return err(unknownThing(unknown))
  const fragment = extract(document, things)
  const inserted = insert(document, fragment, null)
  if (!inserted.ok) return inserted
  const placed = withCopiedPlaces(inserted.value, fragment.document.positions, undefined)
  return ok({ state: { ...state, document: placed }, things: inserted.value.things })
}
