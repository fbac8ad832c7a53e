import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { useJourney, usePosition } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { type Happening, onEveryFrame } from '../playback/clock.ts'
import { centre, type Rect } from './layout/geometry.ts'
import type { Layout } from './layout/layout.ts'
import { pointAlong } from './layout/polyline.ts'
import { packetLabel, type Side } from './packet-label.ts'
import type { LabelPlacer } from './place-label.ts'
import type { Travel } from './travel.ts'
import './packet.css'

/** Finds room for the label; until it is here, the label stands right above its place. */
let labelPlacer: typeof import('./place-label.ts').labelPlacer | undefined
const late = import('./place-label.ts').then((chunk) => {
  labelPlacer = chunk.labelPlacer
})

/**
 * The packet on its way: where it is, and `source → destination` as it carries them there. It stands on
 * the screen, not on the map's plane: however near or far the map is, the label is read alike.
 */
export function Packet({
  layout,
  travels,
}: {
  readonly layout: Layout
  readonly travels: readonly Travel[]
}) {
  const journey = useJourney()
  const position = usePosition()
  const store = useStoreApi()
  const element = useRef<HTMLDivElement>(null)
  const here = journey[position.hop]?.hop
  const resting = here === undefined ? undefined : layout.placed.get(here.place)
  const label = useMemo(() => packetLabel(journey, position), [journey, position])

  useEffect(() => {
    const packet = element.current
    if (packet === null || resting === undefined || label === null) return
    let last: Happening = null
    let placer: LabelPlacer | null = null
    const draw = (happening = last) => {
      last = happening
      const [x, y, zoom] = store.getState().transform
      const { at, afloat, rests } = spotAt(happening, travels, resting)
      const rise = rests ? (resting.height / 2) * zoom : 0
      const on = { x: at.x * zoom + x, y: at.y * zoom + y }
      packet.style.transform = `translate(${on.x}px, ${on.y}px)`
      packet.style.setProperty('--rise', `${rise}px`)
      packet.style.setProperty('--afloat', String(afloat))
      const rewriting = happening?.frame.kind === 'rewrite' ? happening.share : 1
      packet.style.setProperty('--rewritten', String(rewriting))
      placer?.place(on, rise)
    }
    const leave = [onEveryFrame(draw), store.subscribe(() => draw()), () => placer?.stop()]
    void late.then(() => {
      if (leave.length > 0) placer = labelPlacer?.(packet, draw) ?? null
    })
    return () => {
      for (const stop of leave.splice(0)) stop()
    }
  }, [travels, resting, store, label])

  if (label === null || resting === undefined) return null
  return (
    <div ref={element} className="packet" aria-hidden="true">
      <div className="packet-stem" />
      <div className="packet-dot" data-owner={label.source.owner} />
      <div className="packet-label" data-mood={position.step === null ? here?.mood : undefined}>
        <LabelSide side={label.source} />
        <span className="packet-arrow">→</span>
        <LabelSide side={label.destination} />
      </div>
    </div>
  )
}

function LabelSide({ side: { address, owner, port, ghosts } }: { readonly side: Side }) {
  const was = ghosts.at(-1)
  const chip = <AddressChip address={address} owner={owner} port={port} was={was?.address} />
  if (was === undefined) return chip
  return (
    <>
      <span className="packet-ghosts">
        {ghosts.map((ghost) => (
          <AddressChip key={ghost.address} ghost {...ghost} />
        ))}
      </span>
      <span className="packet-turn" data-owner={owner}>
        ⇄
      </span>
      <span className="packet-new">{chip}</span>
    </>
  )
}

/** Where it is on the map's plane, and whether it rests there at a place. */
function spotAt(happening: Happening, travels: readonly Travel[], resting: Rect) {
  const frame = happening?.frame
  const travel = frame?.kind === 'travel' && travels.find(({ to }) => to === frame.to)
  if (!happening || !travel) return { at: centre(resting), rests: true, afloat: 0 }
  const share = eased(happening.share)
  // 1 between two places, 0 at one: there a dot would only cover its words.
  const afloat = Math.max(0, Math.sin(Math.PI * share) * 2 - 1)
  return { at: pointAlong(travel.line, share), rests: false, afloat }
}

const eased = (share: number): number =>
  share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2
