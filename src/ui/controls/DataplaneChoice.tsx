import { lazy, Suspense, useId, useRef, useState } from 'react'
import { useMessages, useOwnWords } from '../../store/reading.ts'
import { fetchDataplaneList } from './fetch-dataplane-list.ts'
import './dataplane-choice.css'

const DataplaneList = lazy(() =>
  fetchDataplaneList().then((chunk) => ({ default: chunk.DataplaneList })),
)

/** Which system decides on the nodes: its name, and behind it a list of all with a sentence each. */
export function DataplaneChoice() {
  const { ui } = useMessages()
  const own = useOwnWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <fieldset
      aria-label={ui.panels.settings.dataplane}
      className="dataplane-choice"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {own?.name ?? ui.loading}
      </button>
      <div id={id} className="dataplane-list" hidden={!open}>
        {open ? (
          <Suspense fallback={<p>{ui.loading}</p>}>
            <DataplaneList onChosen={close} />
          </Suspense>
        ) : null}
      </div>
    </fieldset>
  )
}
