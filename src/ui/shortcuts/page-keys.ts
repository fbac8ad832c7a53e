import { page, showDialog } from '../../store/page.ts'
import { singleKeysAreOn } from '../../store/single-keys.ts'
import { isWriting } from '../studio/is-writing.ts'
import { isMac } from './shortcuts.ts'

/** Keys that are understood wherever on the page one is. */
export function pageKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return
  // Control+K cuts to the end of the line on a Mac.
  const command = isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (command && !event.shiftKey && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    toggleCommands()
    return
  }
  if (event.key !== '?' || event.ctrlKey || event.metaKey || !singleKeysAreOn()) return
  // The editor stands in a shadow of its own: what is written into is behind the event's target.
  const [target] = event.composedPath()
  if (isWriting(target ?? null) || document.querySelector('dialog[open]') !== null) return
  event.preventDefault()
  showDialog('shortcuts')
}

/** Over another dialog they do not open. A dialog that closes by itself gives the focus back. */
function toggleCommands(): void {
  const open = document.querySelector<HTMLDialogElement>('dialog[open]')
  if (open === null) showDialog('commands')
  else if (page().getState().dialog === 'commands') open.close()
}
