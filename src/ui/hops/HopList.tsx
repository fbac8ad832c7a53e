import { lazy, Suspense, useEffect, useRef } from 'react'
import type { Messages } from '../../i18n/messages.ts'
import type { JourneyHop } from '../../store/journey.ts'
import { useLitHops } from '../../store/lit.ts'
import { usePlayground } from '../../store/playground.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { useTurn } from '../app/use-turn.ts'
import { fetchDoors } from '../detective/fetch-detective.ts'
import { fetchExplain } from '../explain/fetch-explain.ts'
import { fetchPath } from '../path/fetch-path.ts'
import { HopRow } from './HopRow.tsx'
import { Summary } from './Summary.tsx'
import './hops.css'

const Doors = lazy(() => fetchDoors().then((chunk) => ({ default: chunk.Doors })))
const Explain = lazy(() => fetchExplain().then((chunk) => ({ default: chunk.Explain })))
const Path = lazy(() => fetchPath().then((chunk) => ({ default: chunk.Path })))

/** The map in words: what became of the packet, and its diary hop by hop. */
export function HopList() {
  const { ui } = useMessages()
  const journey = useJourney()
  const { hop } = usePosition()
  const atEnd = usePlayground(({ shown }) => shown === 'end')
  const list = useRef<HTMLDivElement>(null)
  const turn = useTurn('words')

  useEffect(() => {
    if (!turn) return
    const row = list.current?.querySelector(`[data-hop="${hop}"]`)
    if (list.current !== null && row instanceof HTMLElement) bringIntoView(list.current, row, atEnd)
  }, [turn, hop, atEnd])

  return (
    <section className="hops" aria-label={ui.canvas.twin}>
      <div className="result">
        <Summary />
        {turn ? (
          <Suspense>
            <Doors />
          </Suspense>
        ) : null}
      </div>
      {turn ? <Around /> : SPACE_AROUND}
      <div ref={list} className="hops-scroll">
        {turn
          ? legsOf(journey).map(({ leg, hops }) => (
              <Leg key={leg} title={legTitle(ui, leg)} hops={hops} />
            ))
          : null}
      </div>
    </section>
  )
}

const PATH_SPACE = <div className="path-space" />
const EXPLAIN_SPACE = <div className="explain-space" />
const SPACE_AROUND = (
  <>
    {PATH_SPACE}
    {EXPLAIN_SPACE}
  </>
)

/** Mounted when it is its turn: a boundary that stood before would hold back the diary until all of this has come. */
const Around = () => (
  <>
    <Suspense fallback={PATH_SPACE}>
      <Path />
    </Suspense>
    <Suspense fallback={EXPLAIN_SPACE}>
      <Explain />
    </Suspense>
  </>
)

function Leg({ title, hops }: { readonly title: string; readonly hops: readonly JourneyHop[] }) {
  const first = hops[0]?.index ?? 0
  const lit = useLitHops()
  return (
    <>
      <h2 className="hops-leg">{title}</h2>
      <ol start={first + 1} aria-label={title}>
        {hops.map((each) => (
          <HopRow key={each.index} each={each} lit={lit.includes(each.index)} />
        ))}
      </ol>
    </>
  )
}

function legsOf(
  journey: readonly JourneyHop[],
): readonly { readonly leg: JourneyHop['leg']; readonly hops: readonly JourneyHop[] }[] {
  return (['forward', 'reply'] as const)
    .map((leg) => ({ leg, hops: journey.filter((each) => each.leg === leg) }))
    .filter(({ hops }) => hops.length > 0)
}

const legTitle = ({ hops }: Messages['ui'], leg: JourneyHop['leg']): string =>
  leg === 'forward' ? hops.outward : hops.reply

/**
 * Scrolls the list alone: `scrollIntoView` would move the page as well. Where there is little room it is the
 * panel around it that scrolls, and at the end what became of the packet stands above the list: it stays in view.
 */
function bringIntoView(list: HTMLElement, row: HTMLElement, atEnd: boolean): void {
  const alone = list.scrollHeight > list.clientHeight
  const panel = alone ? list : list.closest<HTMLElement>('.tab-panel, .below')
  if (panel === null || (!alone && atEnd)) return
  const top = row.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop
  const room = row.offsetHeight
  if (top < panel.scrollTop + room) panel.scrollTop = top - room
  else if (top + 2 * room > panel.scrollTop + panel.clientHeight) {
    panel.scrollTop = top + 2 * room - panel.clientHeight
  }
}
