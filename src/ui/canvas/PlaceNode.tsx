import { Handle, type NodeProps, Position as Side } from '@xyflow/react'
import type { Place } from '../../scenario/evaluation.ts'
import type { JourneyHop, Position } from '../../store/journey.ts'
import { useJourney, useMessages, usePosition } from '../../store/reading.ts'
import type { PlaceElement } from './elements.ts'
import { placeState, ruleAt, visitsOf } from './place-state.ts'
import './place.css'

/** A place in the shape and the colour of whoever owns its address. */
export function PlaceNode({ data: { place } }: NodeProps<PlaceElement>) {
  const journey = useJourney()
  const position = usePosition()
  return (
    <div
      className="place"
      data-kind={place.kind}
      data-owner={place.owner}
      data-state={placeState(place.id, journey, position)}
    >
      <PlaceWords place={place} journey={journey} position={position} />
      <VisitNumbers numbers={visitsOf(place.id, journey, position)} />
      <Handle type="source" position={Side.Right} isConnectable={false} />
      <Handle type="target" position={Side.Left} isConnectable={false} />
    </div>
  )
}

function PlaceWords({
  place,
  journey,
  position,
}: {
  readonly place: Place
  readonly journey: readonly JourneyHop[]
  readonly position: Position
}) {
  const { names } = useMessages()
  const rule = ruleAt(place.id, journey, position)
  // A node stands in a zone of its own name: the card says what it is there.
  const name = place.kind === 'node' ? names.places.node : place.name
  return (
    <div className="place-words">
      <span className="place-name">{name}</span>
      {place.lines.map((line) => (
        <span key={line} className="place-line">
          {line}
        </span>
      ))}
      {rule === null ? null : (
        <span className="place-rule" data-mood={rule.mood}>
          {rule.text}
        </span>
      )}
    </div>
  )
}

/** Which hops happen here: the same numbers as in the list of hops. */
function VisitNumbers({ numbers }: { readonly numbers: string }) {
  return numbers === '' ? null : (
    <span className="place-visits" aria-hidden="true">
      {numbers}
    </span>
  )
}
