import { useEffect, useRef } from 'react'
import type { ScenarioState } from '../../scenario/state.ts'
import type { ThingId } from '../../scenario/studio/thing.ts'
import { editing, useEditing } from '../../store/editing.ts'
import { editor, makeEdits } from '../../store/edits.ts'
import { usePlayground } from '../../store/playground.ts'
import { tell } from '../../store/studio.ts'
import { boardElement } from './board-element.ts'
import { removeThings } from './selected-things.ts'

/** What the selected things are as text; `text` is null until the worker has made it. */
interface Copy {
  readonly things: readonly ThingId[]
  readonly making: Promise<string | null>
  text: string | null
}

/**
 * Copy, cut and paste through the system's clipboard, as text. The clipboard's own events are the only
 * way that needs no permission, and they do not wait: so the text is made as soon as something is selected.
 * Whoever is faster than that gets it by the way that waits.
 */
export function useClipboard(): void {
  const things = useEditing(({ selected }) => selected)
  const scenario = usePlayground((state) => state.scenario)
  const copy = useRef<Copy | null>(null)
  const writing = useRef<Promise<string | null> | null>(null)

  useEffect(() => {
    copy.current = things.length === 0 ? null : beginCopy(scenario, things)
  }, [things, scenario])

  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const begun = copy.current
      if (begun === null || event.clipboardData === null || !isOnBoard()) return
      event.preventDefault()
      if (begun.text === null) {
        const later = takeLater(begun, event.type)
        writing.current = later
        void later.finally(() => {
          if (writing.current === later) writing.current = null
        })
        return
      }
      event.clipboardData.setData('text/plain', begun.text)
      taken(begun, event.type)
    }
    const paste = (event: ClipboardEvent) => {
      const held = event.clipboardData?.getData('text/plain') ?? ''
      const { current: own } = writing
      if ((held === '' && own === null) || !isOnBoard()) return
      event.preventDefault()
      if (own === null) pasteHere(held)
      // What is still being written is what was copied last: the clipboard holds what was there before.
      else void own.then((text) => pasteHere(text ?? held))
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

function beginCopy(scenario: ScenarioState, things: readonly ThingId[]): Copy {
  const asked = editor()?.ask({ kind: 'copy', state: scenario, things })
  const making = Promise.resolve(asked).then((answer) => (answer?.ok ? answer.value.text : null))
  const begun: Copy = { things, making, text: null }
  void making.then((text) => {
    begun.text = text
  })
  return begun
}

function pasteHere(text: string): void {
  const [parent] = editing().getState().selected
  void makeEdits([{ do: 'paste', text, parent: parent ?? null }], {
    told: (made) => ({ what: 'pasted', things: made }),
  })
}

/**
 * The text that was written, null where none was: a browser that refuses leaves what the clipboard holds,
 * and nothing is told or cut.
 */
async function takeLater(begun: Copy, how: string): Promise<string | null> {
  const text = await begun.making
  if (text === null) return null
  const written = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  if (!written) return null
  taken(begun, how)
  return text
}

function taken({ things }: Copy, how: string): void {
  tell({ what: 'copied', things })
  if (how === 'cut') void removeThings(things)
}

/** Anywhere else the clipboard is the text's own. */
function isOnBoard(): boolean {
  return boardElement()?.contains(document.activeElement) === true && noTextSelected()
}

const noTextSelected = (): boolean => (getSelection()?.toString() ?? '') === ''
