import type { NodeProps } from '@xyflow/react'
import type { Zone } from '../../scenario/evaluation.ts'
import { useDataplaneOnShow, useMessages } from '../../store/reading.ts'
import type { ZoneElement } from './elements.ts'

/** A region of the network: a hairline, a breath of tint, its title and its ranges. */
export function ZoneNode({ data: { zone } }: NodeProps<ZoneElement>) {
  return (
    <div className="zone" data-kind={zone.kind}>
      <ZoneTitle zone={zone} />
    </div>
  )
}

function ZoneTitle({ zone: { kind, name, ranges } }: { readonly zone: Zone }) {
  const { names, ui } = useMessages()
  const gke = useDataplaneOnShow().startsWith('gke-')
  const word = kind === 'cluster' && !gke ? ui.panels.settings.cluster : names.zones[kind]
  const named = name !== kind && name.toLowerCase() !== word.toLowerCase()
  return (
    <div className="zone-title">
      <span className="zone-word">{word}</span>
      {named ? <span>{name}</span> : null}
      {ranges.map(({ text, owner }) => (
        <span key={text} className="zone-range" data-owner={owner}>
          {text}
        </span>
      ))}
    </div>
  )
}
