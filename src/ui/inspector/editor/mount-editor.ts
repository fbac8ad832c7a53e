import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { nextDiagnostic, setDiagnostics } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { changeBetween } from './change-between.ts'
import { type Complaint, diagnosticOf } from './complaint.ts'
import { editorTheme } from './editor-theme.ts'
import { type LineMark, lineMarks, setLineMarks } from './line-marks.ts'
import { pointAtLines, pointedLine, setPointedLine } from './pointed-line.ts'
import { unseenChars } from './unseen-chars.ts'

/** What the editor shows besides its text. */
export interface EditorShows {
  /** Exactly what stands in it; a change from outside is an edit that undo takes back. */
  readonly text: string
  readonly label: string
  readonly description: string
  readonly complaint: Complaint | null
  readonly marks: readonly LineMark[]
  /** Line that is pointed at elsewhere, 1-based. */
  readonly pointed: number | null
  /** False while its tab is closed: there is nothing to scroll yet. */
  readonly open: boolean
}

export interface EditorTells {
  readonly text: (text: string) => void
  /** The line under the mouse or the caret, 1-based; null where there is none. */
  readonly pointed: (line: number | null) => void
}

export interface Editor {
  readonly show: (shows: EditorShows) => void
  readonly focus: (caret: { readonly from: number; readonly to: number }) => void
  readonly focusLine: (line: number) => void
  readonly destroy: () => void
}

const fromOutside = Annotation.define<true>()

/**
 * CodeMirror in a shadow root, where its styles are constructed sheets: the page's policy allows no
 * inline style. Everything that this file imports is in a chunk of its own.
 */
export function mountEditor(root: ShadowRoot, first: EditorShows, tells: EditorTells): Editor {
  const names = new Compartment()
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: first.text,
      extensions: [editing, names.of(named(first)), telling(tells), pointAtLines(tells.pointed)],
    }),
  })
  let shown: EditorShows | null = null
  const show = (shows: EditorShows) => {
    const before = shown
    shown = shows
    const changes = changeBetween(view.state.doc.toString(), shows.text)
    if (changes) view.dispatch({ changes, annotations: fromOutside.of(true) })
    if (before?.pointed !== shows.pointed) {
      view.dispatch({ effects: setPointedLine.of(shows.pointed) })
    }
    if (shows.open && (before?.pointed !== shows.pointed || !before?.open)) {
      reveal(view, shows.pointed)
    }
    if (before?.marks !== shows.marks) view.dispatch({ effects: setLineMarks.of(shows.marks) })
    if (before?.complaint !== shows.complaint) complain(view, shows.complaint)
    if (before === null || !sameNames(before, shows)) {
      view.dispatch({ effects: names.reconfigure(named(shows)) })
    }
  }
  const focus: Editor['focus'] = ({ from, to }) => {
    const end = view.state.doc.length
    view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) } })
    view.focus()
  }
  show(first)
  return {
    show,
    focus,
    focusLine: (line) => {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines))
      focus({ from: at.to, to: at.to })
    },
    destroy: () => view.destroy(),
  }
}

/** Tab indents; Escape and then Tab leaves, which CodeMirror does by itself. */
const editing: Extension = [
  lineNumbers(),
  lineMarks,
  pointedLine,
  highlightActiveLine(),
  unseenChars,
  history(),
  yaml(),
  editorTheme,
  keymap.of([
    ...defaultKeymap,
    ...historyKeymap,
    indentWithTab,
    { key: 'F8', run: nextDiagnostic },
  ]),
]

function telling(tells: EditorTells): Extension {
  return EditorView.updateListener.of((update) => {
    const outside = update.transactions.some((step) => step.annotation(fromOutside))
    if (update.docChanged && !outside) tells.text(update.state.doc.toString())
  })
}

const named = (shows: EditorShows): Extension =>
  EditorView.contentAttributes.of({
    'aria-label': shows.label,
    'aria-description': shows.description,
    'aria-invalid': String(shows.complaint !== null),
    // A reader of the page may not know that what is editable can be focused.
    tabindex: '0',
    spellcheck: 'false',
    autocapitalize: 'off',
  })

const sameNames = (a: EditorShows, b: EditorShows): boolean =>
  a.label === b.label &&
  a.description === b.description &&
  (a.complaint === null) === (b.complaint === null)

/** Scrolls the editor's own frame alone: the page must not move under the pointer. */
function reveal(view: EditorView, line: number | null): void {
  if (line === null || line > view.state.doc.lines) return
  const { from } = view.state.doc.line(line)
  view.requestMeasure({
    read: () => view.lineBlockAt(from),
    write: ({ top, bottom }) => {
      const { scrollTop, clientHeight } = view.scrollDOM
      if (top < scrollTop) view.scrollDOM.scrollTop = top
      else if (bottom > scrollTop + clientHeight) view.scrollDOM.scrollTop = bottom - clientHeight
    },
  })
}

function complain(view: EditorView, complaint: Complaint | null): void {
  const found = complaint === null ? null : diagnosticOf(view.state.doc, complaint)
  view.dispatch(setDiagnostics(view.state, found === null ? [] : [found]))
}
