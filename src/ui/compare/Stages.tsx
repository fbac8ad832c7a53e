import type { CSSProperties } from 'react'
import { placeNamer } from '../../i18n/place-name.ts'
import { partText } from '../../i18n/sentence.ts'
import type { Column } from '../../scenario/compare/comparison.ts'
import { progress } from '../../store/journey.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useMessages } from '../../store/reading.ts'
import { useHopName } from '../hops/use-hop-name.ts'
import type { CompareContext } from './compare-context.ts'

/** The heads of the columns: places, and what happens there. Each takes one to its moment. */
export function Stages({ words, comparison, at }: CompareContext & { readonly at: number }) {
  const { names } = useMessages()
  const hopName = useHopName()
  const { columns, divergence } = comparison
  const { internet, metadata } = names.places
  const nameOf = placeNamer({ internet, metadata })
  const back = columns.findIndex(({ leg }) => leg === 'reply')
  return (
    <div className="lane-stages">
      {placesOf(columns).map(({ place, from, until }) => (
        <span
          key={`${place} ${from}`}
          className="lane-place"
          aria-hidden="true"
          style={{ gridColumn: `${from + 1} / ${until + 1}` } as CSSProperties}
        >
          {partText(nameOf(place))}
        </span>
      ))}
      {back < 0 ? null : (
        <span
          className="lane-place"
          aria-hidden="true"
          style={{ gridColumn: `${back + 1} / -1` } as CSSProperties}
        >
          {words.reply}
        </span>
      )}
      {columns.map((column, i) => (
        <button
          key={`${column.leg} ${column.place} ${column.stage} ${i.toString()}`}
          type="button"
          className="lane-stage"
          data-state={progress(i, at)}
          data-leg={column.leg}
          data-divergence={divergence?.column === i || undefined}
          aria-label={hopName(column)}
          aria-current={i === at ? 'step' : undefined}
          style={{ gridColumn: i + 1 }}
          onClick={() => showHop(i)}
        >
          {column.leg === 'forward' ? names.stages[column.stage] : null}
        </button>
      ))}
    </div>
  )
}

interface PlaceSpan {
  readonly place: string
  readonly from: number
  readonly until: number
}

/** Columns of the way out at the same place, one after the other. */
function placesOf(columns: readonly Column[]): readonly PlaceSpan[] {
  const spans: PlaceSpan[] = []
  for (const [i, { leg, place }] of columns.entries()) {
    const last = spans.at(-1)
    if (leg === 'reply') break
    if (last?.place === place) spans[spans.length - 1] = { ...last, until: i + 1 }
    else spans.push({ place, from: i, until: i + 1 })
  }
  return spans
}
