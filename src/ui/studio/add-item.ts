import type { PaletteItem } from '../../i18n/studio-words.ts'
import type { Edit } from '../../scenario/studio/edit.ts'
import type { Point, ThingId } from '../../scenario/studio/thing.ts'
import { editing } from '../../store/editing.ts'
import { type EditOutcome, makeEdits, type Step } from '../../store/edits.ts'
import { bringIntoView } from '../../store/studio.ts'
import { addEdit, making } from './palette.ts'

/** Puts a new thing on the map, selects it and says what it is. */
export async function addItem(
  item: PaletteItem,
  where: { readonly parent: ThingId | null; readonly at?: Point },
  quiet = false,
): Promise<EditOutcome> {
  const { also } = making(item)
  const set = (made: readonly ThingId[]): Edit => ({
    do: 'set',
    thing: made[0] ?? '',
    path: also?.path ?? [],
    value: also?.value,
  })
  const step: Step = [addEdit(item, where), ...(also === undefined ? [] : [set])]
  const outcome = await makeEdits(step, {
    quiet,
    told: (things) => ({ what: 'added', things }),
  })
  const [made] = outcome.ok ? outcome.things : []
  if (made !== undefined) bringIntoView(made)
  return outcome
}

/** Where it belongs: in or around what is selected, else wherever there is room for it. */
export async function addWhereItBelongs(item: PaletteItem): Promise<EditOutcome> {
  const [selected] = editing().getState().selected
  const near = selected === undefined ? null : await addItem(item, { parent: selected }, true)
  return near?.ok ? near : addItem(item, { parent: null })
}
