import { err, ok, type Result } from '../../../net/result.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { dropPoint } from '../add/drop-point.ts'
import { thingOfZone } from '../document/lists.ts'
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
  const home = parent === null ? null : thingOfZone(parent)
  if (home !== null && !isThere(document, home)) return err(unknownThing(home))
  const fragment = readFragment(text)
  if (!fragment.ok) return fragment
  const inserted = insert(document, fragment.value, home)
  if (!inserted.ok) return inserted
  if (inserted.value.things.length === 0) return err(issueAt('nothing-to-paste', ''))
  const after = inserted.value.document
  const [first = ''] = inserted.value.things
  const point = dropPoint(after, first, home, at)
  const placed =
    at !== undefined && point === undefined
      ? after
      : withCopiedPlaces(inserted.value, fragment.value.document.positions, point)
  return ok({ state: { ...state, document: placed }, things: inserted.value.things })
}
