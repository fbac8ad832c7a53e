import type { Dataplane } from '../../dataplanes/dataplane.ts'
import { readSetting } from '../settings/read-settings.ts'
import type { ScenarioState } from '../state.ts'
import type { Change, ChangeEdit, DocumentEdit } from './change.ts'
import { valueAt } from './edit-document.ts'
import { type Dataplanes, focusOn } from './focus.ts'
import { listIn } from './list-setting.ts'

/** What a change takes away and what it puts there, in the texts of the scenario. */
export interface Shown {
  /** What stands beside it in the same list. */
  readonly stays: readonly string[]
  readonly out: readonly string[]
  readonly in: readonly string[]
}

/** A change as it is seen from the scenario in which it is yet to be made. */
export function shownIn(state: ScenarioState, { edit }: Change, dataplanes: Dataplanes): Shown {
  switch (edit.to) {
    case 'document':
      return ofDocument(state, edit)
    case 'setting':
    case 'list-setting':
      return ofSetting(focusOn(state, edit.cluster), edit, dataplanes(edit.cluster))
    case 'manifests':
      return { stays: [], out: [], in: [] }
    case 'manual-rules':
      return { stays: [], out: [edit.line.trim()], in: [] }
    case 'flow': {
      const { sourcePort } = state.flow
      const out = sourcePort === undefined ? [] : [String(sourcePort)]
      return { stays: [], out, in: [String(edit.sourcePort)] }
    }
  }
}

function ofDocument({ document }: ScenarioState, edit: DocumentEdit): Shown {
  const text = textOf(edit.value)
  const before = valueAt(document, edit.path)
  const list = Array.isArray(before) ? before : (edit.absent ?? [])
  const stays = list.filter((each) => typeof each !== 'object').map(textOf)
  switch (edit.do) {
    case 'add':
      return { stays, out: [], in: [text] }
    case 'drop':
      return { stays: stays.filter((each) => each !== text), out: [text], in: [] }
    case 'set':
      return { stays: [], out: before === undefined ? [] : [textOf(before)], in: [text] }
  }
}

function ofSetting(
  state: ScenarioState,
  edit: Extract<ChangeEdit, { to: 'setting' | 'list-setting' }>,
  { settings }: Dataplane,
): Shown {
  const setting = settings.find(({ key }) => key === edit.key)
  if (setting === undefined) return { stays: [], out: [], in: [] }
  if (edit.to === 'setting') {
    const { value, origin } = readSetting(state, setting)
    const out = origin === 'absent' ? [] : [String(value)]
    return { stays: [], out, in: [String(edit.value)] }
  }
  const before = listIn(state, setting) ?? []
  return {
    stays: before.filter((range) => !edit.drop.includes(range)),
    out: edit.drop.filter((range) => before.includes(range)),
    in: edit.add.filter((range) => !before.includes(range)),
  }
}

/** An object by its own fields: `{ to: 10.1.0.0/16, via: interconnect }`. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  const fields = Object.entries(value).map(([key, each]) => `${key}: ${textOf(each)}`)
  return `{ ${fields.join(', ')} }`
}
