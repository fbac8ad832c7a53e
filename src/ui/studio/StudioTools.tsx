import type { StudioWords } from '../../i18n/studio-words.ts'
import { setEditing, useEditing } from '../../store/editing.ts'
import { useHistory } from '../../store/history.ts'
import { playground, usePlayground } from '../../store/playground.ts'
import { beginRenaming } from '../../store/studio.ts'
import { makeAgain, takeBack } from '../../store/take-back.ts'
import { useNarrow } from '../app/use-narrow.ts'
import { IconButton } from '../kit/Button.tsx'
import { RedoIcon, UndoIcon } from '../kit/icons.tsx'
import { Switch } from '../kit/Switch.tsx'
import { keysFor } from '../shortcuts/shortcuts.ts'
import './studio-tools.css'
import { useStudioWords } from './use-studio-words.ts'

/** From playing to drawing and back; and whatever was changed, taken back. */
export function StudioTools() {
  const words = useStudioWords()
  const drawing = useEditing(({ on }) => on)
  const narrow = useNarrow()
  const comparing = usePlayground(({ compared }) => compared !== null)
  return (
    <div className="studio-tools">
      {/* Side by side there is no map to draw on. */}
      {comparing ? null : <Switch label={words.edit} checked={drawing} onChange={draw} />}
      {narrow && !drawing ? null : <HistoryButtons words={words} />}
    </div>
  )
}

function HistoryButtons({ words }: { readonly words: StudioWords }) {
  const { past, future } = useHistory()
  return (
    <>
      <IconButton
        look="quiet"
        label={words.undo}
        keys={keysFor('undo')}
        aria-keyshortcuts="Control+Z"
        disabled={past.length === 0}
        onClick={takeBack}
      >
        <UndoIcon />
      </IconButton>
      <IconButton
        look="quiet"
        label={words.redo}
        keys={keysFor('redo')}
        aria-keyshortcuts="Control+Shift+Z Control+Y"
        disabled={future.length === 0}
        onClick={makeAgain}
      >
        <RedoIcon />
      </IconButton>
    </>
  )
}

function draw(on: boolean): void {
  setEditing(on)
  // A name that was refused may still stand in its field.
  beginRenaming(null)
  playground().setState({ visit: 'seen' })
}
