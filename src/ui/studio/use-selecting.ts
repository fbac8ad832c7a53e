import type { NodeChange } from '@xyflow/react'
import { editing, useEditing } from '../../store/editing.ts'
import { tell } from '../../store/studio.ts'
import type { PlaceElement, ZoneElement } from '../canvas/elements.ts'
import { thingOf } from './thing-of.ts'

type Change = NodeChange<ZoneElement | PlaceElement>

/** What React Flow says of clicks and boxes, as a selection of things. */
export function useSelecting() {
  const selected = useEditing((state) => state.selected)
  return { selected, onSelect }
}

function onSelect(changes: readonly Change[]): void {
  const chosen = changes.flatMap((change) => (change.type === 'select' ? [change] : []))
  if (chosen.length === 0) return
  const things = new Set(editing().getState().selected)
  for (const { id, selected } of chosen.toSorted(
    (a, b) => Number(a.selected) - Number(b.selected),
  )) {
    const thing = thingOf(id)
    if (thing === null) continue
    if (selected) things.add(thing)
    else things.delete(thing)
  }
  selectThings([...things])
}

/** Selects, shows what is selected, and says so. */
export function selectThings(selected: readonly string[]): void {
  editing().setState({ selected, panel: 'thing' })
  if (selected.length > 0) tell({ what: 'met', things: selected })
}
