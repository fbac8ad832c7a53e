import type { Hop, PortSeen } from '../../engine/trace.ts'
import { useMessages } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { portText } from './port-text.ts'

/** The four fields that a nat rule may change, before the hop and after it. */
export function HeaderChange({
  hop: { before, after, changes },
  done,
}: {
  readonly hop: Hop
  /** False while the rules of the hop are still being tried: there is no "after" yet. */
  readonly done: boolean
}) {
  const { ui } = useMessages()
  const changed = new Set(done ? changes.map(({ field }) => field) : [])
  return (
    <table className="fields">
      <caption>{ui.panels.inspector.headerTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{ui.header.field}</th>
          <th scope="col">{ui.header.before}</th>
          <th scope="col">{ui.header.after}</th>
        </tr>
      </thead>
      <tbody>
        <tr data-changed={changed.has('src') || undefined}>
          <th scope="row">{ui.header.source}</th>
          <td>
            <AddressChip address={before.src} owner={before.srcOwner} ghost={changed.has('src')} />
          </td>
          <td>
            {done ? (
              <AddressChip
                address={after.src}
                owner={after.srcOwner}
                was={changed.has('src') ? before.src : undefined}
              />
            ) : (
              '…'
            )}
          </td>
        </tr>
        <Port
          label={before.dport === undefined ? ui.header.identifier : ui.header.sourcePort}
          before={before.sport}
          after={done ? after.sport : null}
          changed={changed.has('sport')}
        />
        <tr data-changed={changed.has('dst') || undefined}>
          <th scope="row">{ui.header.destination}</th>
          <td>
            <AddressChip address={before.dst} owner={before.dstOwner} ghost={changed.has('dst')} />
          </td>
          <td>
            {done ? (
              <AddressChip
                address={after.dst}
                owner={after.dstOwner}
                was={changed.has('dst') ? before.dst : undefined}
              />
            ) : (
              '…'
            )}
          </td>
        </tr>
        <Port
          label={ui.header.destinationPort}
          before={before.dport}
          after={done ? after.dport : null}
          changed={changed.has('dport')}
        />
      </tbody>
    </table>
  )
}

function Port({
  label,
  before,
  after,
  changed,
}: {
  readonly label: string
  readonly before: PortSeen | undefined
  /** Null: not known yet. */
  readonly after: PortSeen | undefined | null
  readonly changed: boolean
}) {
  if (before === undefined) return null
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row">{label}</th>
      <td className="mono">{changed ? <del>{portText(before)}</del> : portText(before)}</td>
      <td className="mono">{after === null ? '…' : portText(after)}</td>
    </tr>
  )
}
