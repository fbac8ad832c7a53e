import { type CSSProperties, useEffect, useRef } from 'react'
import type { Column } from '../../scenario/compare/comparison.ts'
import { useMessages, usePosition } from '../../store/reading.ts'
import { useHopName } from '../hops/use-hop-name.ts'
import { onEveryFrame } from '../playback/clock.ts'
import { walkByKey } from '../playback/walk-by-key.ts'
import type { CompareContext } from './compare-context.ts'
import { LaneRow } from './LaneRow.tsx'
import { carriedAt, middlesOf, WIDTHS } from './lane-track.ts'
import { Stages } from './Stages.tsx'
import './lanes.css'

/** One lane for each dataplane, all at the same moment. */
export function Lanes(context: CompareContext) {
  const { words, comparison } = context
  const { columns, lanes } = comparison
  const { ui } = useMessages()
  const { hop } = usePosition()
  const section = useRef<HTMLElement>(null)
  const middles = middlesOf(columns)
  const [here = 0, next = here] = [middles[hop], middles[hop + 1]]

  useEffect(
    () =>
      onEveryFrame((happening) => {
        const frame = happening?.frame.kind
        const share = frame === 'travel' ? (happening?.share ?? 0) : 0
        const rewritten = frame === 'rewrite' ? (happening?.share ?? 1) : 1
        section.current?.style.setProperty('--now', String(here + (next - here) * share))
        section.current?.style.setProperty('--rewritten', String(rewritten))
      }),
    [here, next],
  )

  return (
    <section
      ref={section}
      className="lanes"
      aria-label={words.lanes}
      aria-description={ui.canvas.hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk along the packets' way here
      tabIndex={0}
      onKeyDown={walkByKey}
      style={{ '--columns': template(columns) } as CSSProperties}
    >
      <Stages {...context} at={hop} />
      <ol>
        {lanes.map((lane) => (
          <LaneRow key={lane.dataplane} {...context} lane={lane} at={hop} />
        ))}
      </ol>
      <Moment {...context} at={hop} />
    </section>
  )
}

const template = (columns: readonly Column[]): string =>
  columns.map(({ leg }) => `minmax(0, ${WIDTHS[leg]}fr)`).join(' ')

/** For the ear: where the packets are, and what each carries. */
function Moment({ words, nameOf, comparison, at }: CompareContext & { readonly at: number }) {
  const { ui } = useMessages()
  const hopName = useHopName()
  const { columns, lanes } = comparison
  const column = columns[at]
  if (column === undefined) return null
  const carried = lanes.map((lane) => {
    const name = nameOf(lane.dataplane)
    const now = carriedAt(lane, columns, at)
    return now === null || now.ended ? words.ended(name) : words.carries(name, now.now.address)
  })
  const moment = words.moment(ui.playback.step(at + 1, columns.length), hopName(column))
  return (
    <p className="sr-only" aria-live="polite">
      {[moment, ...carried].join('. ')}
    </p>
  )
}
