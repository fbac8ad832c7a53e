import { showDialog } from '../../store/page.ts'
import { Icon } from '../kit/icons.tsx'
import { keysFor } from '../shortcuts/shortcuts.ts'
import { useGuideWords } from './use-guide-words.ts'
import './commands-button.css'

/** The way to everything that can be done, with the key that is quicker. */
export function CommandsButton() {
  const { palette } = useGuideWords()
  const keys = keysFor('palette')
  return (
    <button
      type="button"
      className="button commands-button"
      aria-label={palette.open}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      title={`${palette.open} (${keys})`}
      onClick={() => showDialog('commands')}
    >
      <Icon>
        <path d="M11 11l3 3M7.2 12.4a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4z" />
      </Icon>
      <span className="commands-word">{palette.open}</span>
      <span className="commands-key">{keys}</span>
    </button>
  )
}
