import { ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react'
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useRef,
  useState,
} from 'react'
import '@xyflow/react/dist/base.css'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { useAllFlows } from '../../store/all-flows.ts'
import { useEditing } from '../../store/editing.ts'
import { journeyOnShow } from '../../store/journey-on-show.ts'
import { showHop } from '../../store/playback-actions.ts'
import { playground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { useNarrow } from '../app/use-narrow.ts'
import { useTurn } from '../app/use-turn.ts'
import { fetchLitMarks } from '../lit/fetch-lit.ts'
import { fetchAllFlowsSwitch, fetchManyPackets } from '../many-packets/fetch-many-packets.ts'
import { walkByKey } from '../playback/walk-by-key.ts'
import { fetchProbeMarks, fetchProbeTool } from '../probe/fetch-probe.ts'
import { fetchStudio, fetchStudioTools } from '../studio/fetch-studio.ts'
import type { MapElement } from './elements.ts'
import { Fate } from './Fate.tsx'
import { FLOW_SETTINGS } from './flow-settings.ts'
import { Packet } from './Packet.tsx'
import { useDrawnMap } from './use-drawn-map.ts'
import { Viewport } from './Viewport.tsx'
import './canvas.css'

const Studio = lazy(() => fetchStudio().then((chunk) => ({ default: chunk.Studio })))

const LitMarks = lazy(() => fetchLitMarks().then((chunk) => ({ default: chunk.LitMarks })))

const ManyPackets = lazy(() => fetchManyPackets().then((chunk) => ({ default: chunk.ManyPackets })))

const AllFlowsSwitch = lazy(() =>
  fetchAllFlowsSwitch().then((chunk) => ({ default: chunk.AllFlowsSwitch })),
)

const ProbeMarks = lazy(() => fetchProbeMarks().then((chunk) => ({ default: chunk.ProbeMarks })))

const ProbeTool = lazy(() => fetchProbeTool().then((chunk) => ({ default: chunk.ProbeTool })))

const Tools = lazy(() => fetchStudioTools().then((chunk) => ({ default: chunk.StudioTools })))

/** The network as nested zones, and the packet on its way through it: to play on, or to draw on. */
export function Canvas() {
  // The old picture stays until the new one can be drawn whole.
  const drawing = useDeferredValue(useEditing(({ on }) => on))
  if (!drawing) return <PlayCanvas />
  return (
    <Suspense fallback={<PlayCanvas />}>
      <Studio />
    </Suspense>
  )
}

function PlayCanvas() {
  const { ui } = useMessages()
  const evaluation = useEvaluation()
  const turn = useTurn('map')
  const section = useRef<HTMLElement>(null)
  return (
    <section
      ref={section}
      className="canvas"
      aria-label={ui.canvas.label}
      aria-description={ui.canvas.hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk along the packet's path here
      tabIndex={0}
      onKeyDown={walkByKey}
    >
      {evaluation === null || !turn ? null : (
        <InRoomOf section={section}>
          <CanvasMap map={evaluation.map} />
        </InRoomOf>
      )}
    </section>
  )
}

/** A map that knows its room from the start need not be laid out a second time. */
function InRoomOf({
  section,
  children,
}: {
  readonly section: RefObject<HTMLElement | null>
  readonly children: ReactNode
}) {
  const [room] = useState(() => ({
    initialWidth: section.current?.clientWidth ?? 0,
    initialHeight: section.current?.clientHeight ?? 0,
  }))
  return <ReactFlowProvider {...room}>{children}</ReactFlowProvider>
}

/** One function for good: with another one React Flow would draw every node anew. */
function showFirstVisit(_: unknown, { id }: MapElement): void {
  const first = journeyOnShow(playground().getState()).find(({ hop }) => hop.place === id)
  if (first !== undefined) showHop(first.index)
}

function CanvasMap({ map }: { readonly map: PlaceMap }) {
  const { map: drawn, layout, travels, nodes, edges, setSpace, culled } = useDrawnMap(map)
  const all = useAllFlows()
  const narrow = useNarrow()
  return (
    <ReactFlow
      {...FLOW_SETTINGS}
      onlyRenderVisibleElements={culled}
      nodes={nodes}
      edges={edges}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      selectionKeyCode={null}
      panActivationKeyCode={null}
      multiSelectionKeyCode={null}
      onNodeClick={showFirstVisit}
    >
      <Viewport bounds={layout.bounds} onResize={setSpace}>
        <Suspense>
          <ProbeTool />
          <AllFlowsSwitch />
          {/* Where there is room for it, it stands in the bar above. */}
          {narrow ? <Tools /> : null}
        </Suspense>
      </Viewport>
      <ViewportPortal>
        <Fate layout={layout} />
      </ViewportPortal>
      <Packet layout={layout} travels={travels} />
      <Suspense>
        <ProbeMarks layout={layout} />
        <LitMarks map={drawn} layout={layout} />
      </Suspense>
      {all ? (
        <Suspense>
          <ManyPackets map={drawn} layout={layout} />
        </Suspense>
      ) : null}
    </ReactFlow>
  )
}
