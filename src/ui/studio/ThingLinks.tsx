import type { ThingReport } from '../../scenario/studio/report/thing-report.ts'
import { makeEdits } from '../../store/edits.ts'
import { usePlayground } from '../../store/playground.ts'
import { bringIntoView } from '../../store/studio.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { kindOf, nameOf } from './thing-of.ts'
import { selectThings } from './use-selecting.ts'
import { useStudioWords } from './use-studio-words.ts'

/** What a thing is connected with, each to be gone to or parted from. */
export function ThingLinks({ report }: { readonly report: ThingReport }) {
  const words = useStudioWords()
  const locked = usePlayground(({ scenario }) => scenario.document.locked === true)
  const nameIn = (thing: string) => (kindOf(thing) === null ? words.internet : nameOf(thing))
  if (report.connections.length === 0) return null
  return (
    <section className="thing-links">
      <h3>{words.properties.links}</h3>
      <ul>
        {report.connections.map(({ thing, by, as }) => (
          <li key={`${thing} ${by} ${as}`}>
            <button
              type="button"
              className="thing-link"
              onClick={() => {
                const to = by === null || by === report.id ? thing : by
                selectThings([to])
                bringIntoView(to)
              }}
            >
              {nameIn(thing)}
              {by === null || by === report.id ? null : ` · ${nameOf(by)}`}
            </button>
            <IconButton
              look="quiet"
              label={words.properties.disconnect(nameIn(thing))}
              disabled={locked}
              onClick={() =>
                void makeEdits([{ do: 'disconnect', from: report.id, to: thing }], {
                  select: false,
                })
              }
            >
              <CloseIcon />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
