/**
 * Copies the text of a field. Where the clipboard is closed to the page the text is selected, so
 * that the browser's own copy, by us or by the reader's keys, still works. False: it did not.
 */
export async function copyField(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    field.focus()
    field.select()
    return document.execCommand('copy')
  }
}
