import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { fetchThingList } from '../flows/fetch-flows.ts'
import { useThingKeys } from './use-thing-keys.ts'
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
  const { open, press, take, narrow, send } = useThingKeys(text, of === 'destinations', onSend)
  const [active, setActive] = useState<string>()
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
        onClick={narrow}
        onChange={(event) => {
          onType(event.target.value)
          narrow()
        }}
        onKeyDown={press}
        onBlur={() => send(text)}
      />
      {children}
      {open ? (
        <Suspense>
          <ThingList
            ref={take}
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
