import { err, ok, type Result } from '../../net/result.ts'
import { issueAt } from '../field-reader.ts'
import type { ScenarioState } from '../state.ts'
import { asSchemaSays } from './document/as-schema-says.ts'
import type { Edit, Edited, EditRefused } from './edit.ts'
import { add } from './edits/add.ts'
import { lock, move, tidy } from './edits/arrange.ts'
import { connect } from './edits/connect.ts'
import { disconnect } from './edits/disconnect.ts'
import { duplicate } from './edits/duplicate.ts'
import { nest } from './edits/nest.ts'
import { paste } from './edits/paste.ts'
import { remove } from './edits/remove.ts'
import { rename } from './edits/rename.ts'
import { set } from './edits/set.ts'

/**
 * One step of drawing. What comes of it is a document that the schema accepts; what is wrong in it as a
 * network is told by its evaluation. A refused edit leaves everything as it was.
 */
export function applyEdit(state: ScenarioState, edit: Edit): Result<Edited, EditRefused> {
  if (state.document.locked && edit.do !== 'lock') return err(issueAt('locked', ''))
  const edited = made(state, edit)
  if (!edited.ok) return edited
  const document = asSchemaSays(edited.value.state.document)
  if (!document.ok) return document
  return ok({ ...edited.value, state: { ...edited.value.state, document: document.value } })
}

function made(state: ScenarioState, edit: Edit): Result<Edited, EditRefused> {
  switch (edit.do) {
    case 'add':
      return add(state, edit)
    case 'remove':
      return remove(state, edit.things)
    case 'rename':
      return rename(state, edit.thing, edit.name)
    case 'duplicate':
      return duplicate(state, edit.things)
    case 'paste':
      return paste(state, edit)
    case 'connect':
      return connect(state, edit.from, edit.to)
    case 'disconnect':
      return disconnect(state, edit.from, edit.to)
    case 'nest':
      return nest(state, edit)
    case 'set':
      return set(state, edit)
    case 'move':
      return move(state, edit.to)
    case 'tidy':
      return tidy(state, edit.positions)
    case 'lock':
      return lock(state, edit.locked)
  }
}
