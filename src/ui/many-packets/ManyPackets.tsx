import { useStore, ViewportPortal } from '@xyflow/react'
import { use, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { loadAllFlowsWords } from '../../i18n/all-flows/load-all-flows-words.ts'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { keepClockWithTransport } from '../../store/all-flows.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { FlowChip } from './FlowChip.tsx'
import { FlowLegend } from './FlowLegend.tsx'
import { FlowTrails } from './FlowTrails.tsx'
import { motionsOf } from './motions.ts'
import './many-packets.css'

/** Every flow of the scenario on its own way at once, each by its number. */
export function ManyPackets({ map, layout }: { readonly map: PlaceMap; readonly layout: Layout }) {
  const words = use(loadAllFlowsWords(useMessages().language))
  const flows = useEvaluation()?.flows
  const canvas = useStore(({ domNode }) => domNode?.parentElement ?? null)
  const [pointed, setPointed] = useState<string | null>(null)
  const motions = useMemo(() => motionsOf(flows ?? [], map, layout), [flows, map, layout])
  useEffect(keepClockWithTransport, [])
  return (
    <>
      <ViewportPortal>
        <Plane pointing={pointed !== null}>
          <FlowTrails motions={motions} pointed={pointed} />
          {motions.map((motion) => (
            <FlowChip key={motion.name} motion={motion} pointed={motion.name === pointed} />
          ))}
        </Plane>
      </ViewportPortal>
      {/* Below the map, not on it: there it would cover some. */}
      {canvas === null
        ? null
        : createPortal(<FlowLegend motions={motions} words={words} onPoint={setPointed} />, canvas)}
    </>
  )
}

/** Chips keep their size on the screen as long as there is room for them between the places. */
const LEAST_ZOOM = 0.5
/** Farther away not even a number of one digit can be read. */
const DOTS = 0.3

function Plane({
  pointing,
  children,
}: {
  readonly pointing: boolean
  readonly children: React.ReactNode
}) {
  const plane = useRef<HTMLDivElement>(null)
  const zoom = useStore(({ transform }) => transform[2])
  useEffect(() => {
    plane.current?.style.setProperty('--unzoom', String(1 / Math.max(zoom, LEAST_ZOOM)))
    plane.current?.toggleAttribute('data-dots', zoom < DOTS)
  }, [zoom])
  return (
    <div
      ref={plane}
      className="many-packets"
      data-pointing={pointing || undefined}
      aria-hidden="true"
    >
      {children}
    </div>
  )
}
