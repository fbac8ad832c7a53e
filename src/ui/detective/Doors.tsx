import { lazy, Suspense, use, useEffect, useRef } from 'react'
import { loadDetectiveWords } from '../../i18n/load-detective-words.ts'
import { investigate, useInvestigating } from '../../store/investigation.ts'
import { showDialog, usePage } from '../../store/page.ts'
import { useMessages, useTrace } from '../../store/reading.ts'
import { dismissInvitation } from '../../store/view-actions.ts'
import { Button } from '../kit/Button.tsx'
import { fetchArrivals } from './fetch-arrivals.ts'
import './doors.css'

const Arrivals = lazy(() => fetchArrivals().then((chunk) => ({ default: chunk.Arrivals })))

/** From a result to why it is so, and to what others have to let in. */
export function Doors() {
  const { language } = useMessages()
  const words = use(loadDetectiveWords(language))
  const trace = useTrace()
  const open = useInvestigating()
  const listing = usePage(({ dialog }) => dialog === 'arrivals')
  const why = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(open)

  // Whoever came by the keyboard goes on where he left.
  useEffect(() => {
    if (wasOpen.current && !open) why.current?.querySelector('button')?.focus()
    wasOpen.current = open
  }, [open])

  if (trace === null) return null
  const fails = trace.outcome.kind !== 'delivered'
  return (
    <div className="doors" ref={why}>
      <Button
        look={fails && !open ? 'primary' : 'plain'}
        aria-expanded={open}
        onClick={() => toggle(open)}
      >
        {fails ? words.open : words.compare}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => showDialog('arrivals')}>
        {words.allow}
      </Button>
      {listing ? (
        <Suspense>
          <Arrivals onClose={() => showDialog(null)} />
        </Suspense>
      ) : null}
    </div>
  )
}

function toggle(open: boolean): void {
  dismissInvitation()
  investigate(!open)
}
