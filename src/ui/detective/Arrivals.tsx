import { use, useEffect, useId, useRef, useState } from 'react'
import type { ArrivalsWords } from '../../i18n/arrivals-words.ts'
import { loadArrivalsWords } from '../../i18n/load-arrivals-words.ts'
import { placeNamer } from '../../i18n/place-name.ts'
import { partText } from '../../i18n/sentence.ts'
import type { Arrivals as Answer } from '../../scenario/arrivals/arrival.ts'
import { askArrivals } from '../../store/detective.ts'
import { useMessages } from '../../store/reading.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { ArrivalsTable } from './ArrivalsTable.tsx'
import { Requests } from './Requests.tsx'
import './arrivals.css'

/** What must the far firewall allow? A table, and the request that asks for it. */
export function Arrivals({ onClose }: { readonly onClose: () => void }) {
  const { language, ui } = useMessages()
  const words = use(loadArrivalsWords(language))
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [answer, setAnswer] = useState<Answer | 'none' | null>(null)
  useEffect(() => {
    dialog.current?.showModal()
    void askArrivals().then((arrivals) => setAnswer(arrivals ?? 'none'))
  }, [])
  return (
    <dialog ref={dialog} className="arrivals" aria-labelledby={title} onClose={onClose}>
      <header>
        <h2 id={title}>{words.title}</h2>
        <IconButton look="quiet" label={words.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </header>
      {answer === null ? <p role="status">{words.searching}</p> : null}
      {answer === 'none' ? <p role="alert">{ui.shell.notSent}</p> : null}
      {answer === null || answer === 'none' ? null : <Answered words={words} answer={answer} />}
    </dialog>
  )
}

function Answered({ words, answer }: { readonly words: ArrivalsWords; readonly answer: Answer }) {
  const { arrivals, requests } = answer
  return (
    <>
      <p>{words.about}</p>
      {arrivals.length === 0 ? <p>{words.none}</p> : <ArrivalsTable {...{ words, arrivals }} />}
      <NeverSeen words={words} answer={answer} />
      {requests.length === 0 ? null : <Requests words={words} requests={requests} />}
    </>
  )
}

function NeverSeen({
  words,
  answer: { missing },
}: {
  readonly words: ArrivalsWords
  readonly answer: Answer
}) {
  const { names } = useMessages()
  const { internet, metadata } = names.places
  const nameOf = placeNamer({ internet, metadata })
  if (missing.length === 0) return null
  return (
    <div className="arrivals-missing">
      <p>{words.missing}</p>
      <ul>
        {missing.map(({ flow, at }) => (
          <li key={flow}>
            <span className="mono">{flow}</span> ✕ <code>{partText(nameOf(at))}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
