import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** Lights up one line, 1-based; null puts it out. */
export const setPointedLine = StateEffect.define<number | null>()

const lit = Decoration.line({ class: 'cm-pointed' })

export const pointedLine: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(old, { changes, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(setPointedLine)) continue
      const line = effect.value
      if (line === null || line < 1 || line > state.doc.lines) return Decoration.none
      return Decoration.set(lit.range(state.doc.line(line).from))
    }
    return old.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Tells which line the mouse is over, or, without a mouse, which one the caret stands in. */
export function pointAtLines(tell: (line: number | null) => void): Extension {
  let told: number | null = null
  const once = (line: number | null) => {
    if (line !== told) tell(line)
    told = line
  }
  return [
    EditorView.domEventHandlers({
      mousemove(event, view) {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
        once(at === null ? null : view.state.doc.lineAt(at).number)
      },
      mouseleave: () => once(null),
      blur: () => once(null),
    }),
    EditorView.updateListener.of(({ selectionSet, docChanged, view, state }) => {
      if (!view.hasFocus || !(selectionSet || docChanged)) return
      once(state.doc.lineAt(state.selection.main.head).number)
    }),
  ]
}
