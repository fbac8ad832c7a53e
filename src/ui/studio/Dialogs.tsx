import { useEditing } from '../../store/editing.ts'
import { openDialog, useStudio } from '../../store/studio.ts'
import { AddDialog } from './AddDialog.tsx'
import { boardElement } from './board-element.ts'
import { ConnectDialog } from './ConnectDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import './dialogs.css'

/** The dialog that is open, about what is selected; afterwards one is back on the map. */
export function Dialogs() {
  const dialog = useStudio((state) => state.dialog)
  const [thing] = useEditing(({ selected }) => selected)
  const close = () => {
    openDialog(null)
    boardElement()?.focus()
  }
  if (dialog === 'add') return <AddDialog onClose={close} />
  if (thing === undefined) return null
  if (dialog === 'connect') return <ConnectDialog thing={thing} onClose={close} />
  if (dialog === 'move') return <MoveDialog onClose={close} />
  return dialog === 'rename' ? <RenameDialog thing={thing} onClose={close} /> : null
}
