import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { useStudioWords } from './use-studio-words.ts'

export interface Pick {
  readonly id: string
  readonly label: string
  /** What comes of it, or where it stands. */
  readonly note?: string
}

/** A list to choose one from by typing a part of its name: arrows walk, Enter takes. */
export function PickDialog({
  title,
  picks,
  onPick,
  onClose,
}: {
  readonly title: string
  readonly picks: readonly Pick[]
  readonly onPick: (id: string) => void
  readonly onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => dialog.current?.showModal(), [])
  // The browser tells of closing later, and the next key may come before: it has to find the dialog gone.
  const over = useRef(false)
  const close = () => {
    if (over.current) return
    over.current = true
    dialog.current?.close()
    onClose()
  }
  const pick = (id: string) => {
    close()
    onPick(id)
  }
  return (
    <dialog ref={dialog} className="pick-dialog" aria-labelledby={heading} onClose={close}>
      <h2 id={heading}>{title}</h2>
      <PickList picks={picks} onPick={pick} />
      <CancelRow onCancel={close} />
    </dialog>
  )
}

export function CancelRow({ onCancel }: { readonly onCancel: () => void }) {
  const { ui } = useMessages()
  return (
    <div className="pick-buttons">
      <Button onClick={onCancel}>{ui.close}</Button>
    </div>
  )
}

function PickList({
  picks,
  onPick,
}: {
  readonly picks: readonly Pick[]
  readonly onPick: (id: string) => void
}) {
  const words = useStudioWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const shown = picks.filter(({ label, note }) => matches(`${label} ${note ?? ''}`, text))
  const here = Math.min(at, shown.length - 1)
  const walk = (event: KeyboardEvent) => {
    const to = stepTo(event.key, here, shown.length)
    const chosen = shown[here]
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      onPick(chosen.id)
    }
    if (to === null) return
    event.preventDefault()
    setAt(to)
  }
  return (
    <>
      <input
        className="pick-filter"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={shown[here] === undefined ? undefined : `${list}-${here}`}
        aria-label={words.filter}
        placeholder={words.filter}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={walk}
      />
      <div
        id={list}
        role="listbox"
        aria-label={words.filter}
        className="pick-list"
        hidden={shown.length === 0}
      >
        {shown.map((pick, i) => (
          <PickRow
            key={pick.id}
            id={`${list}-${i}`}
            pick={pick}
            here={i === here}
            onPick={onPick}
          />
        ))}
      </div>
      {shown.length === 0 ? <p className="pick-none">{words.nothingFits}</p> : null}
    </>
  )
}

function PickRow({
  id,
  pick,
  here,
  onPick,
}: {
  readonly id: string
  readonly pick: Pick
  readonly here: boolean
  readonly onPick: (id: string) => void
}) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={here}
      className="pick-row"
      onClick={() => onPick(pick.id)}
    >
      <span>{pick.label}</span>
      {pick.note === undefined ? null : <span className="pick-note">{pick.note}</span>}
    </div>
  )
}

const matches = (label: string, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.toLowerCase().includes(word))

function stepTo(key: string, here: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(count - 1, here + 1),
    ArrowUp: Math.max(0, here - 1),
    PageDown: Math.min(count - 1, here + 8),
    PageUp: Math.max(0, here - 8),
  }
  return moves[key] ?? null
}
