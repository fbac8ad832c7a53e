import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { HOMES, homesOf } from '../add/homes.ts'
import { findThing } from '../document/find-thing.ts'
import { INTERNET, thingId, thingOfZone } from '../document/lists.ts'
import { ancestors, isThere, nestingOf, poolNameOf, withNested } from '../document/nesting.ts'
import { withPositions } from '../document/positions.ts'
import type { Edit, Edited } from '../edit.ts'
import { intoHome } from '../nest/into-home.ts'
import { inPool } from '../nest/workload-into.ts'
import { cannotConnect, unknownThing } from '../refused.ts'
import type { ThingId, ThingKind } from '../thing.ts'

type NestEdit = Omit<Extract<Edit, { do: 'nest' }>, 'do'>

/** Into another zone, each with what stands in it. */
export function nest(state: ScenarioState, edit: NestEdit): Result<Edited, Issue> {
  const { document } = state
  const { things, parent } = edit
  const unknown = [...things, parent].find((id) => !isThere(document, id))
  if (unknown !== undefined) return err(unknownThing(unknown))
  const nesting = nestingOf(document)
  const chosen = new Set(things)
  const outermost = things.filter((id) => !ancestors(nesting, id).some((each) => chosen.has(each)))
  let after = document
  const moved: ThingId[] = []
  for (const id of outermost) {
    const one = nestOne(after, id, parent)
    if (!one.ok) return one
    after = one.value.document
    moved.push(one.value.thing)
  }
  const left = withoutPlaces(after, withNested(nesting, outermost))
  const placed = withPositions(left, { ...left.positions, ...edit.to })
  return ok({ state: { ...state, document: placed }, things: moved })
}

function nestOne(document: ScenarioDocument, id: ThingId, parent: ThingId) {
  const found = findThing(document, id)
  const home = found && homeFor(document, found.kind, parent)
  if (!found || !home) return err(cannotConnect(id, parent))
  const moved = intoHome(document, found, home)
  if (!moved.ok || found.kind !== 'node') return moved
  // Who points at the cluster itself means none of its pools.
  const pool = poolNameOf(parent) ?? (parent === home ? null : undefined)
  return pool === undefined
    ? moved
    : ok({ ...moved.value, document: inPool(moved.value.document, found.name, pool) })
}

/** The nearest that can hold it, of what was pointed at. */
function homeFor(document: ScenarioDocument, kind: ThingKind, parent: ThingId): ThingId | null {
  if (parent === INTERNET) return kind === 'endpoint' ? INTERNET : null
  const nesting = nestingOf(document)
  const homes = [parent, ...ancestors(nesting, parent)].find((id) =>
    HOMES[kind].some((each) => id.startsWith(`${each}:`)),
  )
  if (homes !== undefined) return homes
  return (
    HOMES[kind].flatMap((each) =>
      homesOf(nesting, each, parent).map((name) => thingId(each, name)),
    )[0] ?? null
  )
}

function withoutPlaces(document: ScenarioDocument, moved: ReadonlySet<ThingId>): ScenarioDocument {
  if (!document.positions) return document
  return withPositions(
    document,
    Object.fromEntries(
      Object.entries(document.positions).filter(([id]) => !moved.has(thingOfZone(id))),
    ),
  )
}
