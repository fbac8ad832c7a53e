import { useEffect, useId, useRef } from 'react'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { NameRefused } from './NameRefused.tsx'
import { nameOf } from './thing-of.ts'
import { useRenaming } from './use-renaming.ts'
import { useStudioWords } from './use-studio-words.ts'

/** A new name for what is not drawn as a box that could be written in. */
export function RenameDialog({
  thing,
  onClose,
}: {
  readonly thing: string
  readonly onClose: () => void
}) {
  const words = useStudioWords()
  const { ui } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const heading = useId()
  const trouble = useId()
  const { refused, rename, forget } = useRenaming(thing, () => dialog.current?.close())
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.select()
  }, [])
  const take = () => {
    field.current?.focus()
    void rename(field.current?.value ?? '')
  }
  return (
    <dialog ref={dialog} className="pick-dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{words.renameTitle(nameOf(thing))}</h2>
      <input
        ref={field}
        className="pick-filter"
        aria-label={words.name}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : trouble}
        defaultValue={nameOf(thing)}
        spellCheck={false}
        onChange={forget}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take()
        }}
      />
      {refused === null ? null : <NameRefused id={trouble} refused={refused} />}
      <div className="pick-buttons">
        <Button onClick={() => dialog.current?.close()}>{ui.close}</Button>
        <Button look="primary" onClick={take}>
          {words.ok}
        </Button>
      </div>
    </dialog>
  )
}
