import type { Hop } from '../../engine/trace.ts'
import type { JourneyHop } from '../../store/journey.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useEvaluation, useJourney, useMessages, usePosition } from '../../store/reading.ts'
import { SummarySentence } from '../hops/Summary.tsx'
import { AddressChip } from '../kit/AddressChip.tsx'
import { portText } from './port-text.ts'
import { Troubles } from './Troubles.tsx'
import './header-table.css'

/** The header at every hop; a field that changed there stands beside what it was. */
export function PacketTab() {
  const { ui } = useMessages()
  const evaluation = useEvaluation()
  const journey = useJourney()
  const position = usePosition()
  if (evaluation === null) return <p className="panel-note">{ui.loading}</p>
  if (evaluation.trace === null) {
    return (
      <div className="panel">
        {evaluation.issues.length > 0 ? (
          <Troubles issues={evaluation.issues} />
        ) : (
          <p className="panel-note">
            <SummarySentence evaluation={evaluation} />
          </p>
        )}
      </div>
    )
  }
  const reply = journey.find(({ leg }) => leg === 'reply')?.index
  return (
    <div className="panel">
      <p className="packet-fate">
        <SummarySentence evaluation={evaluation} />
      </p>
      <table className="headers">
        <caption>{ui.panels.inspector.packetTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{ui.panels.inspector.hop}</th>
            <th scope="col">{ui.header.source}</th>
            <th scope="col">{ui.header.destination}</th>
          </tr>
        </thead>
        <tbody>
          {journey.map((each) => (
            <HopRow
              key={each.index}
              each={each}
              here={each.index === position.hop}
              opensReply={each.index === reply}
            />
          ))}
        </tbody>
      </table>
      {reply === undefined ? <p className="panel-note">{ui.hops.noReply}</p> : null}
    </div>
  )
}

function HopRow({
  each: { index, hop },
  here,
  opensReply,
}: {
  readonly each: JourneyHop
  readonly here: boolean
  readonly opensReply: boolean
}) {
  const { ui, names } = useMessages()
  const stage = names.stages[hop.stage]
  return (
    <tr
      aria-current={here ? 'step' : undefined}
      data-mood={hop.mood}
      data-opens-reply={opensReply || undefined}
    >
      <th scope="row">
        <button
          type="button"
          aria-label={ui.panels.inspector.goToHop(`${index + 1} ${stage}`)}
          onClick={() => showHop(index)}
        >
          <span className="headers-number">{index + 1}</span>
          <span>
            {stage}
            <small className="mono">{hop.place.slice(hop.place.indexOf(':') + 1)}</small>
          </span>
        </button>
      </th>
      <td>
        <Side hop={hop} side="src" />
      </td>
      <td>
        <Side hop={hop} side="dst" />
      </td>
    </tr>
  )
}

function Side({
  hop: { before, after, changes },
  side,
}: {
  readonly hop: Hop
  readonly side: 'src' | 'dst'
}) {
  const port = side === 'src' ? 'sport' : 'dport'
  const owner = side === 'src' ? 'srcOwner' : 'dstOwner'
  const changed = new Set(changes.map(({ field }) => field))
  const [was, is] = [portText(before[port]), portText(after[port])]
  return (
    <>
      {changed.has(side) ? (
        <div>
          <AddressChip address={before[side]} owner={before[owner]} ghost />
        </div>
      ) : null}
      <div data-changed={changed.has(side) || undefined}>
        <AddressChip
          address={after[side]}
          owner={after[owner]}
          was={changed.has(side) ? before[side] : undefined}
        />
      </div>
      <small className="mono">
        {changed.has(port) ? <del>{was}</del> : null} <span>{is}</span>
      </small>
    </>
  )
}
