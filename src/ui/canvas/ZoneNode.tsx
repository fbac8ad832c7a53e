import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { Zone } from '../../scenario/evaluation.ts'
import { closeGroup, useOpened } from '../../store/opened.ts'
import { useDataplaneOnShow, useMessages } from '../../store/reading.ts'
import type { ZoneElement } from './elements.ts'
import { podsOf } from './layout/crowd.ts'

/** A region of the network: a hairline, a breath of tint, its title and its ranges. */
export const ZoneNode = memo(function ZoneNode({ data: { zone } }: NodeProps<ZoneElement>) {
  return (
    <div className="zone" data-kind={zone.kind} data-trouble={zone.trouble}>
      <ZoneTitle zone={zone} />
      {zone.kind === 'node' ? <Fold node={zone.name} /> : null}
      {zone.trouble ? (
        <span className="trouble-mark" aria-hidden="true">
          !
        </span>
      ) : null}
    </div>
  )
})

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

/** A node that was opened by hand can be made a card again. */
function Fold({ node }: { readonly node: string }) {
  const { ui } = useMessages()
  const opened = useOpened()
  const ids = [`node:${node}`, podsOf(node)].filter((id) => opened.has(id))
  if (ids.length === 0) return null
  return (
    <button
      type="button"
      className="zone-fold nodrag"
      aria-label={ui.canvas.closeGroup(node)}
      onClick={(event) => {
        event.stopPropagation()
        for (const id of ids) closeGroup(id)
      }}
    >
      −
    </button>
  )
}
