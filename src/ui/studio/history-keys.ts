import { makeAgain, takeBack } from '../../store/take-back.ts'
import { isWriting } from './is-writing.ts'

/** Undo and redo, wherever on the page one is. Where text is being written they are the text's own. */
export function historyKeys(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
  if (isWriting(event.target)) return
  const key = event.key.toLowerCase()
  const back = key === 'z' && !event.shiftKey
  const again = (key === 'z' && event.shiftKey) || (key === 'y' && !event.metaKey)
  if (!back && !again) return
  event.preventDefault()
  if (back) takeBack()
  else makeAgain()
}
