import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useMessages } from '../../store/reading.ts'
import { endTour, goToTourStep } from '../../store/tour.ts'
import { useGuideWords } from '../guide/use-guide-words.ts'
import { Button, IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { keysFor } from '../shortcuts/shortcuts.ts'
import { STOPS, type Stop } from './tour-steps.ts'
import { useStanding } from './use-standing.ts'
import './tour.css'

/** A card beside what it speaks of. Nothing is kept from being used meanwhile. */
export function Tour({ step }: { readonly step: number }) {
  const before = useRef<Element | null>(document.activeElement)
  const stop = STOPS[step]
  // Whoever ends it is back where it was begun, or at the last thing that it spoke of.
  useEffect(
    () => () => {
      const { current } = before
      const there = current instanceof HTMLElement && current.isConnected
      // What offered the tour goes as it begins: then nothing in particular had the focus.
      const back = there && current !== document.body ? current : null
      const meant = back ?? document.querySelector<HTMLElement>('.commands-button')
      meant?.focus()
    },
    [],
  )
  return stop === undefined ? null : <Card key={stop.id} stop={stop} step={step} />
}

function Card({ stop, step }: { readonly stop: Stop; readonly step: number }) {
  const { tour: words } = useGuideWords()
  const { language } = useMessages()
  const { title, says } = words.steps[stop.id]
  const heading = useId()
  const text = useId()
  const card = useRef<HTMLElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const last = step === STOPS.length - 1
  useEffect(() => stop.open(), [stop])
  useStanding(stop.at, { card, ring })
  // Whoever reads by ear hears each step as it comes.
  useEffect(() => card.current?.focus({ preventScroll: true }), [])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    endTour()
  }
  return (
    <>
      <div ref={ring} className="tour-ring" aria-hidden="true" />
      <section
        ref={card}
        role="dialog"
        className="tour-card"
        lang={language}
        aria-labelledby={heading}
        aria-describedby={text}
        tabIndex={-1}
        onKeyDown={press}
      >
        <div className="tour-head">
          <h2 id={heading}>{title}</h2>
          <IconButton look="quiet" label={words.close} onClick={endTour}>
            <CloseIcon />
          </IconButton>
        </div>
        <p id={text}>{says(keysFor('palette'))}</p>
        <div className="tour-foot">
          <span className="tour-count">{words.count(step + 1, STOPS.length)}</span>
          {step === 0 ? null : (
            <Button look="quiet" onClick={() => goToTourStep(step - 1)}>
              {words.back}
            </Button>
          )}
          <Button look="primary" onClick={last ? endTour : () => goToTourStep(step + 1)}>
            {last ? words.end : words.next}
          </Button>
        </div>
      </section>
    </>
  )
}
