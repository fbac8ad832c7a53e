import type { Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars } from '@codemirror/view'

/** Blanks that are none to a reader of YAML, and look like one; in a comment they harm nobody. */
const BLANKS = /(?<!#.*)[\u00a0\u2000-\u200a\u202f\u205f\u3000]/

/** By its number, in whatever language the page is. */
function drawn(code: number): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'cm-unseen'
  mark.textContent = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return mark
}

/** What cannot be seen in a text and changes what it says: pasted from a chat or a web page, mostly. */
export const unseenChars: Extension = [
  highlightSpecialChars({ addSpecialChars: BLANKS, render: drawn }),
  EditorView.theme({
    '.cm-unseen': {
      margin: '0 1px',
      padding: '0 2px',
      border: '1px solid var(--dropped)',
      color: 'var(--dropped)',
      fontSize: 'var(--text-tiny)',
    },
  }),
]
