import { editing } from '../../store/editing.ts'
import { type EditOutcome, makeEdits } from '../../store/edits.ts'
import { boardElement } from './board-element.ts'
import { nameOf } from './thing-of.ts'

/** What can be done with all that is selected. */
export async function removeSelected(): Promise<void> {
  await removeThings(editing().getState().selected)
}

export async function removeThings(things: readonly string[]): Promise<void> {
  if (things.length === 0) return
  const outcome = await makeEdits([{ do: 'remove', things }], {
    told: (_, lost) => ({ what: 'removed', things, lost }),
    select: false,
  })
  if (!outcome.ok) return
  editing().setState({ selected: [] })
  boardElement()?.focus()
}

export async function duplicateSelected(): Promise<void> {
  const things = editing().getState().selected
  if (things.length === 0) return
  await makeEdits([{ do: 'duplicate', things }], {
    told: (made) => ({ what: 'duplicated', things: made }),
  })
}

/** A name that is as it was is no change. A refusal is for the field to tell, which stays open. */
export function renameThing(thing: string, name: string): Promise<EditOutcome> {
  const was = nameOf(thing)
  if (name === was) return Promise.resolve({ ok: true, things: [thing] })
  return makeEdits([{ do: 'rename', thing, name }], {
    told: ([now]) => ({ what: 'renamed', thing: now ?? thing, was }),
    quiet: true,
  })
}

export async function moveInto(things: readonly string[], parent: string): Promise<void> {
  await makeEdits([{ do: 'nest', things, parent }], {
    told: (made) => ({ what: 'nested', things: made }),
  })
}
