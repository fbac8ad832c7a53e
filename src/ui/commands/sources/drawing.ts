import { setEditing } from '../../../store/editing.ts'
import { openDialog } from '../../../store/studio.ts'
import { makeAgain, takeBack } from '../../../store/take-back.ts'
import { addWhereItBelongs } from '../../studio/add-item.ts'
import { PALETTE_ITEMS } from '../../studio/palette.ts'
import type { Command, CommandContext, CommandSource } from '../command.ts'
import { showMap } from '../show-sheet.ts'

/** From playing to drawing and back, what is taken back, and what can be put on the map. */
export const drawingCommands: CommandSource = (context) => [
  edit(context),
  ...history(context),
  ...adding(context),
]

const edit = ({ drawing, studio, guide }: CommandContext): Command => ({
  id: 'edit',
  group: 'drawing',
  label: drawing ? guide.commands.stopEditing : studio.edit,
  also: 'edit draw',
  run: () => {
    showMap()
    setEditing(!drawing)
  },
})

const history = ({ history: can, studio }: CommandContext): readonly Command[] => [
  ...(can.undo ? [step('undo', studio.undo, 'Mod+Z', takeBack)] : []),
  ...(can.redo ? [step('redo', studio.redo, 'Mod+Shift+Z', makeAgain)] : []),
]

const step = (id: string, label: string, keys: string, run: () => void): Command => ({
  id,
  group: 'drawing',
  label,
  also: id,
  keys,
  run,
})

/** Only while one draws: whoever plays is not surprised by a changed map. */
function adding({ state, drawing, studio, guide }: CommandContext): readonly Command[] {
  if (!drawing || state.scenario.document.locked) return []
  return [
    {
      id: 'add',
      group: 'drawing',
      label: studio.addTitle,
      also: 'add',
      keys: 'A',
      run: () => openDialog('add'),
    },
    ...PALETTE_ITEMS.map((item) => ({
      id: `add ${item}`,
      group: 'drawing' as const,
      label: guide.commands.addThing(studio.items[item]),
      also: `add ${item}`,
      run: () => void addWhereItBelongs(item),
    })),
  ]
}
