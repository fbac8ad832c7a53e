import { Handle, type NodeProps, Position as Side } from '@xyflow/react'
import { memo } from 'react'
import type { Place } from '../../scenario/evaluation.ts'
import { useMessages } from '../../store/reading.ts'
import type { PlaceElement } from './elements.ts'
import { Held } from './Held.tsx'
import { type Standing, useStanding } from './standing.ts'
import './place.css'

/** A place in the shape and the colour of whoever owns its address. */
export const PlaceNode = memo(function PlaceNode({
  data: { place },
  isConnectable,
}: NodeProps<PlaceElement>) {
  const standing = useStanding(place.id)
  return (
    <div
      className="place"
      data-kind={place.kind}
      data-owner={place.owner}
      data-state={standing.state}
      data-trouble={place.trouble}
      data-holds={place.holds && true}
    >
      <PlaceWords place={place} rule={standing.rule} />
      <VisitNumbers numbers={standing.visits} />
      {place.trouble ? <TroubleMark /> : null}
      <Handle type="source" position={Side.Right} isConnectable={isConnectable} />
      <Handle type="target" position={Side.Left} isConnectable={isConnectable} />
    </div>
  )
})

function PlaceWords({ place, rule }: { readonly place: Place; readonly rule: Standing['rule'] }) {
  return (
    <div className="place-words">
      {place.kind === 'pods' ? null : <PlaceName place={place} />}
      {place.lines.map((line) => (
        <span key={line} className="place-line">
          {line}
        </span>
      ))}
      {place.external === undefined ? null : (
        <span className="place-line" data-owner="nat">
          {place.external}
        </span>
      )}
      {place.allows === undefined ? null : <Allows sources={place.allows} />}
      {place.holds === undefined ? null : <Held id={place.id} places={place.holds} />}
      {rule === null ? null : (
        <span className="place-rule" data-mood={rule.mood}>
          {rule.text}
        </span>
      )}
    </div>
  )
}

function PlaceName({ place: { kind, name, holds } }: { readonly place: Place }) {
  const { names } = useMessages()
  // A node stands in a zone of its own name: the card says what it is there.
  const isInside = kind === 'node' && holds === undefined
  return <span className="place-name">{isInside ? names.places.node : name}</span>
}

function Allows({ sources }: { readonly sources: readonly string[] }) {
  const { names } = useMessages()
  const [first, ...others] = sources
  const more = others.length === 0 ? '' : ` +${others.length}`
  const words = names.allows(first === undefined ? null : `${first}${more}`)
  return <span className="place-allows">{words}</span>
}

/** What is wrong is told in words beside the canvas. */
const TroubleMark = () => (
  <span className="trouble-mark" aria-hidden="true">
    !
  </span>
)

/** Which hops happen here: the same numbers as in the list of hops. */
function VisitNumbers({ numbers }: { readonly numbers: string }) {
  return numbers === '' ? null : (
    <span className="place-visits" aria-hidden="true">
      {numbers}
    </span>
  )
}
