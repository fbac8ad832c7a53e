import { err, ok, type Result } from '../../../net/result.ts'
import { issueAt } from '../../field-reader.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { changedAt } from '../document/changed-at.ts'
import { type Found, findThing, type Path, valueAt } from '../document/find-thing.ts'
import { splitId } from '../document/lists.ts'
import { mapReferences } from '../document/references.ts'
import type { Edit, Edited } from '../edit.ts'
import { unknownThing } from '../refused.ts'
import { fieldAt, isOptional, schemaOf } from '../report/schema-of.ts'
import { rename } from './rename.ts'
import { sending } from './sending.ts'

/**
 * One field as it was typed. An optional one that was emptied is taken away. Addresses and ranges may
 * be half typed; what the schema does not let stand there is refused.
 */
export function set(
  state: ScenarioState,
  { thing, path, value }: Extract<Edit, { do: 'set' }>,
): Result<Edited, Issue> {
  const found = findThing(state.document, thing)
  if (!found) return err(unknownThing(thing))
  const field = fieldAt(schemaOf(found.kind), path)
  if (!field || path.length === 0) return err(issueAt('unknown-field', path.join('.')))
  if (path.length === 1 && path[0] === 'name') return rename(state, thing, String(value ?? ''))
  const emptied = value === null || value === undefined || (value === '' && isOptional(field))
  // Of a list a member may go, of an object only what may be absent.
  if (emptied && typeof path.at(-1) === 'string' && !isOptional(field)) {
    return err(issueAt('missing-field', [...found.path, ...path].join('.')))
  }
  const named = withFollowers(state, found, path, value)
  const document = changedAt(named.document, [...found.path, ...path], emptied ? undefined : value)
  const changed = { ...named, document }
  const sent = state.flow.name === found.name ? sending(changed, thing) : changed
  return ok({ state: sent, things: [thing] })
}

/** A secondary range that is called otherwise is so wherever it is named. */
function withFollowers(
  state: ScenarioState,
  { id, kind, path: home }: Found,
  path: Path,
  value: unknown,
): ScenarioState {
  if (kind !== 'subnet' || path[0] !== 'secondaryRanges' || path[2] !== 'name') return state
  const before = valueAt(state.document, [...home, ...path])
  const [vpc] = (splitId(id)?.[1] ?? '').split('/')
  if (typeof value !== 'string' || typeof before !== 'string') return state
  return mapReferences(state, (reference) =>
    reference.vpc === vpc && reference.name === before ? value : reference.name,
  )
}
