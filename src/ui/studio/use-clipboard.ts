import { useEffect, useRef } from 'react'
import type { ScenarioState } from '../../scenario/state.ts'
import type { ThingId } from '../../scenario/studio/thing.ts'
import { editing, useEditing } from '../../store/editing.ts'
import { editor, makeEdits } from '../../store/edits.ts'
import { usePlayground } from '../../store/playground.ts'
import { tell } from '../../store/studio.ts'
import { boardElement } from './board-element.ts'
import { removeSelected } from './selected-things.ts'

/** What the selected things are as text, and what it was made of. */
interface Copy {
  readonly things: readonly ThingId[]
  readonly scenario: ScenarioState
  readonly text: string
}

/**
 * Copy, cut and paste through the system's clipboard, as text. The clipboard's own events are the only
 * way that needs no permission, and they do not wait: so the text is made as soon as something is selected.
 */
export function useClipboard(): void {
  const things = useEditing(({ selected }) => selected)
  const scenario = usePlayground((state) => state.scenario)
  const copy = useRef<Copy | null>(null)

  useEffect(() => {
    copy.current = null
    if (things.length === 0) return
    void editor()
      ?.ask({ kind: 'copy', state: scenario, things })
      .then((answer) => {
        if (answer.ok) copy.current = { things, scenario, text: answer.value.text }
      })
  }, [things, scenario])

  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const made = copy.current
      if (made === null || event.clipboardData === null || !isOnBoard()) return
      event.clipboardData.setData('text/plain', made.text)
      event.preventDefault()
      tell({ what: 'copied', things: made.things })
      if (event.type === 'cut') void removeSelected()
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text === '' || !isOnBoard()) return
      event.preventDefault()
      const [parent] = editing().getState().selected
      void makeEdits([{ do: 'paste', text, parent: parent ?? null }], {
        told: (made) => ({ what: 'pasted', things: made }),
      })
    }
    const listeners = { copy: take, cut: take, paste }
    for (const [type, listen] of Object.entries(listeners)) {
      document.addEventListener(type as 'copy', listen)
    }
    return () => {
      for (const [type, listen] of Object.entries(listeners)) {
        document.removeEventListener(type as 'copy', listen)
      }
    }
  }, [])
}

/** Anywhere else the clipboard is the text's own. */
function isOnBoard(): boolean {
  return boardElement()?.contains(document.activeElement) === true && noTextSelected()
}

const noTextSelected = (): boolean => (getSelection()?.toString() ?? '') === ''
