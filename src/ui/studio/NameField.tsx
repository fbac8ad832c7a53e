import { useRef } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { beginRenaming, useStudio } from '../../store/studio.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { boardElement } from './board-element.ts'
import { renameThing } from './selected-things.ts'
import { elementOf, nameOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'

/** The name of a thing, written over it where it stands. */
export function NameField({ map, layout }: { readonly map: PlaceMap; readonly layout: Layout }) {
  const thing = useStudio(({ renaming }) => renaming)
  const element = thing === null ? null : elementOf(map, thing)
  const rect = element === null ? undefined : layout.placed.get(element)
  if (thing === null || rect === undefined) return null
  return (
    <div
      className="name-field nodrag nopan"
      style={{ transform: `translate(${rect.x}px, ${rect.y}px)` }}
    >
      <NameInput
        key={thing}
        thing={thing}
        onDone={(name) => {
          beginRenaming(null)
          if (name !== null) void renameThing(thing, name)
          boardElement()?.focus()
        }}
      />
    </div>
  )
}

function NameInput({
  thing,
  onDone,
}: {
  readonly thing: string
  /** Null: it stays as it is. */
  readonly onDone: (name: string | null) => void
}) {
  const words = useStudioWords()
  const done = useRef(false)
  const finish = (name: string | null) => {
    if (done.current) return
    done.current = true
    onDone(name)
  }
  return (
    <input
      aria-label={words.renameTitle(nameOf(thing))}
      defaultValue={nameOf(thing)}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: it stands there because one asked to write
      autoFocus
      onFocus={(event) => event.target.select()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value.trim())
        if (event.key === 'Escape') finish(null)
        event.stopPropagation()
      }}
      onBlur={(event) => finish(event.target.value.trim())}
    />
  )
}
