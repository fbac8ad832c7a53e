import type { Zone } from '../../scenario/evaluation.ts'
import { HOMES } from '../../scenario/studio/add/homes.ts'
import { useEditing } from '../../store/editing.ts'
import { useEvaluation } from '../../store/reading.ts'
import { zoneThing } from './drop-zone.ts'
import { PickDialog } from './PickDialog.tsx'
import { moveInto } from './selected-things.ts'
import { kindOf, nameOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'

/** The zones that what is selected could stand in. */
export function MoveDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useStudioWords()
  const things = useEditing(({ selected }) => selected)
  const zones = useEvaluation()?.map.zones ?? []
  const kinds = things.map(kindOf)
  const takes = ({ id }: Zone): boolean => {
    const zone = zoneThing(id)
    const of = kindOf(zone)
    return (
      !things.includes(zone) &&
      kinds.every((kind) => kind !== null && of !== null && HOMES[kind].includes(of))
    )
  }
  return (
    <PickDialog
      title={words.moveTitle(things.map(nameOf).join(', '))}
      picks={zones.filter(takes).map(({ id, name, ranges }) => ({
        id: zoneThing(id),
        label: name,
        note: ranges.map(({ text }) => text).join(', '),
      }))}
      onPick={(zone) => void moveInto(things, zone)}
      onClose={onClose}
    />
  )
}
