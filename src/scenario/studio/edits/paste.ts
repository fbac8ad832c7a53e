import { err, ok, type Result } from '../../../net/result.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { INTERNET, thingOfZone } from '../document/lists.ts'
import { isThere } from '../document/nesting.ts'
import type { Edit, Edited } from '../edit.ts'
import { insert } from '../fragment/insert.ts'
import { withCopiedPlaces } from '../fragment/places.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import { unknownThing } from '../refused.ts'

/** What a text describes, put where one points. */
export function paste(
  state: ScenarioState,
  { text, parent, at }: Extract<Edit, { do: 'paste' }>,
): Result<Edited, Issue> {
  const { document } = state
  const home = parent === null || parent === INTERNET ? null : thingOfZone(parent)
  if (home !== null && !isThere(document, home)) return err(unknownThing(home))
  const fragment = readFragment(text)
  if (!fragment.ok) return fragment
  const inserted = insert(document, fragment.value, home)
  if (!inserted.ok) return inserted
  if (inserted.value.things.length === 0) return ok({ state, things: [] })
  const placed = withCopiedPlaces(inserted.value, fragment.value.document.positions, at)
  return ok({ state: { ...state, document: placed }, things: inserted.value.things })
}
