import { copyField } from '../share/copy-field.ts'

/** To the clipboard; false where that is closed to the page. */
export async function copyText(text: string): Promise<boolean> {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'sr-only'
  const focused = document.activeElement
  // In a dialog that is open, all that is outside of it cannot be selected.
  ;(focused?.closest('dialog') ?? document.body).append(field)
  const copied = await copyField(field)
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
