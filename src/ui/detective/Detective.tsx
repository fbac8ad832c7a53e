import { type KeyboardEvent, use, useEffect, useRef } from 'react'
import { loadDetectiveWords } from '../../i18n/load-detective-words.ts'
import { useDetective } from '../../store/detective.ts'
import { investigate } from '../../store/investigation.ts'
import { useMessages } from '../../store/reading.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { Applied } from './Applied.tsx'
import { Causes } from './Causes.tsx'
import { Fixes } from './Fixes.tsx'
import { Senders } from './Senders.tsx'
import { Standing } from './Standing.tsx'
import './detective.css'

/** Why the flow fails, what would help, and what the same packet does from the node. */
export function Detective() {
  const { language } = useMessages()
  const words = use(loadDetectiveWords(language))
  const { phase, diagnosis, senders, applied } = useDetective()
  const fine = diagnosis?.outcome?.kind === 'delivered'
  const name = fine ? words.compare : words.title
  const title = useRef<HTMLHeadingElement>(null)
  // What one was looking at is gone: whoever reads by ear begins here.
  useEffect(() => title.current?.focus(), [])
  // The button that was pressed is gone with its fix.
  useEffect(() => {
    if (applied !== null) title.current?.focus()
  }, [applied])

  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    investigate(false)
  }

  return (
    <section className="detective" aria-label={name} onKeyDown={closeByKey}>
      <header>
        <h2 ref={title} tabIndex={-1}>
          {name}
        </h2>
        <IconButton look="quiet" label={words.close} onClick={() => investigate(false)}>
          <CloseIcon />
        </IconButton>
      </header>
      <div className="detective-scroll" aria-busy={phase === 'asking'}>
        {applied === null ? null : <Applied words={words} fix={applied} />}
        {diagnosis === null ? null : <Causes words={words} causes={diagnosis.causes} />}
        <Standing words={words} phase={phase} diagnosis={diagnosis} />
        {diagnosis === null ? null : (
          <Fixes words={words} diagnosis={diagnosis} waiting={phase === 'asking'} />
        )}
        {senders === null ? null : <Senders words={words.senders} compared={senders} />}
      </div>
    </section>
  )
}
