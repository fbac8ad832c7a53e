import { useEffect, useMemo, useRef } from 'react'
import { useJourney, usePosition } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { type Happening, onEveryFrame } from '../playback/clock.ts'
import { centre, type Point, type Rect } from './layout/geometry.ts'
import type { Layout } from './layout/layout.ts'
import { pointAlong } from './layout/polyline.ts'
import { packetLabel, type Side } from './packet-label.ts'
import type { Travel } from './travel.ts'
import './packet.css'

/** The packet on its way: where it is, and `source → destination` as it carries them there. */
export function Packet({
  layout,
  travels,
}: {
  readonly layout: Layout
  readonly travels: readonly Travel[]
}) {
  const journey = useJourney()
  const position = usePosition()
  const element = useRef<HTMLDivElement>(null)
  const place = journey[position.hop]?.hop.place
  const resting = place === undefined ? undefined : layout.placed.get(place)
  const label = useMemo(() => packetLabel(journey, position), [journey, position])

  useEffect(
    () =>
      onEveryFrame((happening) => {
        if (element.current === null || resting === undefined) return
        put(element.current, spotAt(happening, travels, resting), layout.bounds)
        const rewriting = happening?.frame.kind === 'rewrite' ? happening.share : 1
        element.current.style.setProperty('--rewritten', String(rewriting))
      }),
    [travels, resting, layout],
  )

  if (label === null || resting === undefined) return null
  return (
    <div ref={element} className="packet" aria-hidden="true">
      <div className="packet-dot" data-owner={label.source.owner} />
      <div className="packet-label">
        <LabelSide side={label.source} />
        <span className="packet-arrow">→</span>
        <LabelSide side={label.destination} />
      </div>
    </div>
  )
}

function LabelSide({ side: { address, owner, port, ghosts } }: { readonly side: Side }) {
  return (
    <>
      {ghosts.map((ghost) => (
        <AddressChip key={ghost.address} ghost {...ghost} />
      ))}
      {ghosts.length > 0 ? (
        <span className="packet-turn" data-owner={owner}>
          ⇄
        </span>
      ) : null}
      <span className={ghosts.length > 0 ? 'packet-new' : undefined}>
        <AddressChip address={address} owner={owner} port={port} />
      </span>
    </>
  )
}

interface Spot {
  readonly at: Point
  /** Height between the dot and the label's foot. */
  readonly above: number
  /** 1 between two places, 0 at one: there a dot would only cover its words. */
  readonly afloat: number
}

const ON_THE_WAY = 16

/** At rest above its place; on the way close above the wire. */
function spotAt(happening: Happening, travels: readonly Travel[], resting: Rect): Spot {
  const rest = { at: centre(resting), above: resting.height / 2 + 10, afloat: 0 }
  if (happening === null || happening.frame.kind !== 'travel') return rest
  const { to } = happening.frame
  const travel = travels.find((each) => each.to === to)
  if (travel === undefined) return rest
  const share = eased(happening.share)
  const afloat = Math.sin(Math.PI * share)
  return {
    at: pointAlong(travel.line, share),
    above: rest.above + (ON_THE_WAY - rest.above) * Math.sqrt(afloat),
    afloat: Math.max(0, afloat * 2 - 1),
  }
}

const eased = (share: number): number =>
  share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2

/** The label stays inside the map, whatever its length; the dot stays on the wire. */
function put(element: HTMLElement, { at, above, afloat }: Spot, bounds: Rect): void {
  const label = element.lastElementChild
  const half = label instanceof HTMLElement ? label.offsetWidth / 2 : 0
  const least = bounds.x + half
  const most = bounds.x + bounds.width - half
  const x = least > most ? bounds.x + bounds.width / 2 : Math.min(most, Math.max(least, at.x))
  element.style.transform = `translate(${at.x}px, ${at.y}px)`
  element.style.setProperty('--aside', `${x - at.x}px`)
  element.style.setProperty('--above', `${above}px`)
  element.style.setProperty('--afloat', String(afloat))
}
