import { useId, useRef } from 'react'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { beginRenaming, studio, useStudio } from '../../store/studio.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { boardElement } from './board-element.ts'
import { NameRefused } from './NameRefused.tsx'
import { elementOf, nameOf } from './thing-of.ts'
import { useRenaming } from './use-renaming.ts'
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
      <NameInput key={thing} thing={thing} />
    </div>
  )
}

/** Leaving it is as good as Enter; Escape leaves the name as it is. */
function NameInput({ thing }: { readonly thing: string }) {
  const words = useStudioWords()
  const field = useRef<HTMLInputElement>(null)
  const trouble = useId()
  const close = () => {
    const { activeElement } = document
    // Meanwhile another name may be being written.
    if (studio().getState().renaming === thing) beginRenaming(null)
    if (activeElement === field.current || activeElement === document.body) boardElement()?.focus()
  }
  const { refused, rename, giveUp, forget } = useRenaming(thing, close)
  return (
    <>
      <input
        ref={field}
        aria-label={words.renameTitle(nameOf(thing))}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : trouble}
        defaultValue={nameOf(thing)}
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it stands there because one asked to write
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={forget}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void rename(event.currentTarget.value)
          if (event.key === 'Escape') giveUp()
          event.stopPropagation()
        }}
        onBlur={(event) => void rename(event.target.value)}
      />
      {refused === null ? null : <NameRefused id={trouble} refused={refused} />}
    </>
  )
}
