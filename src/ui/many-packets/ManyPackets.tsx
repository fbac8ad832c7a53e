import { Panel, useStore, ViewportPortal } from '@xyflow/react'
import { use, useEffect, useMemo, useRef } from 'react'
import { loadAllFlowsWords } from '../../i18n/all-flows/load-all-flows-words.ts'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { keepClockWithTransport } from '../../store/all-flows.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import type { Layout } from '../canvas/layout/layout.ts'
import { FlowChip } from './FlowChip.tsx'
import { FlowLegend } from './FlowLegend.tsx'
import { motionsOf } from './motions.ts'
import './many-packets.css'

/** Every flow of the scenario on its own way at once, each by its number. */
export function ManyPackets({ map, layout }: { readonly map: PlaceMap; readonly layout: Layout }) {
  const words = use(loadAllFlowsWords(useMessages().language))
  const flows = useEvaluation()?.flows
  const motions = useMemo(() => motionsOf(flows ?? [], map, layout), [flows, map, layout])
  useEffect(keepClockWithTransport, [])
  return (
    <>
      <ViewportPortal>
        <Plane>
          {motions.map((motion) => (
            <FlowChip key={motion.name} motion={motion} />
          ))}
        </Plane>
      </ViewportPortal>
      <Panel position="bottom-left" className="flow-legend">
        <FlowLegend motions={motions} words={words} />
      </Panel>
    </>
  )
}

/** Chips keep their size on the screen as long as their numbers can be read. */
function Plane({ children }: { readonly children: React.ReactNode }) {
  const plane = useRef<HTMLDivElement>(null)
  const zoom = useStore(({ transform }) => transform[2])
  useEffect(() => {
    plane.current?.style.setProperty('--unzoom', String(1 / Math.max(zoom, 0.4)))
  }, [zoom])
  return (
    <div ref={plane} className="many-packets" aria-hidden="true">
      {children}
    </div>
  )
}
