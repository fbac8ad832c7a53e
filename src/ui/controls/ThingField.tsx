import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { fetchThingList } from '../flows/fetch-flows.ts'
import type { ThingListHandle } from '../flows/ThingList.tsx'
import './flow-end.css'

const ThingList = lazy(() => fetchThingList().then((chunk) => ({ default: chunk.ThingList })))

/** A field that takes any text, with a list of what is known behind it: arrows walk, typing narrows. */
export function ThingField({
  of,
  owner,
  label,
  text,
  typed,
  describedBy,
  wrong,
  title,
  onType,
  onSend,
  children,
}: {
  readonly of: 'senders' | 'destinations'
  /** Whose shape it has. */
  readonly owner?: string
  readonly label: string
  readonly text: string
  /** Was the text typed, and not yet sent? */
  readonly typed: boolean
  readonly describedBy?: string | undefined
  readonly wrong: boolean
  readonly title?: string
  readonly onType: (text: string) => void
  readonly onSend: (text: string) => void
  readonly children: ReactNode
}) {
  const id = useId()
  const list = useRef<ThingListHandle>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState<string>()
  const send = (next: string) => {
    setOpen(false)
    onSend(next)
  }
  const press = (event: KeyboardEvent) => {
    const by = WALKS[event.key]
    if (by !== undefined) {
      event.preventDefault()
      if (open) list.current?.move(by)
      else setOpen(true)
    } else if (event.key === 'Enter') send((open ? list.current?.picked() : null) ?? text)
    else if (event.key === 'Escape' && open) setOpen(false)
  }
  return (
    <label className="flow-end" data-of={of} data-owner={owner} data-wrong={wrong || undefined}>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        aria-activedescendant={open ? active : undefined}
        aria-autocomplete="list"
        aria-invalid={wrong}
        aria-describedby={describedBy}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="send"
        title={title}
        placeholder={label}
        size={Math.max(5, text.length)}
        value={text}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          onType(event.target.value)
          setOpen(true)
        }}
        onKeyDown={press}
        onBlur={() => send(text)}
      />
      {children}
      {open ? (
        <Suspense>
          <ThingList
            ref={list}
            id={id}
            of={of}
            query={typed ? text : ''}
            onActive={setActive}
            onPick={send}
          />
        </Suspense>
      ) : null}
    </label>
  )
}

const WALKS: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 }
