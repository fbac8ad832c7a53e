import { ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react'
import { lazy, Suspense, useDeferredValue } from 'react'
import '@xyflow/react/dist/base.css'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { useEditing } from '../../store/editing.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useEvaluation, useJourney, useMessages } from '../../store/reading.ts'
import { walkByKey } from '../playback/walk-by-key.ts'
import { fetchStudio, fetchStudioTools } from '../studio/fetch-studio.ts'
import { Fate } from './Fate.tsx'
import { FLOW_SETTINGS } from './flow-settings.ts'
import { Packet } from './Packet.tsx'
import { useDrawnMap } from './use-drawn-map.ts'
import { Viewport } from './Viewport.tsx'
import './canvas.css'

const Studio = lazy(() => fetchStudio().then((chunk) => ({ default: chunk.Studio })))

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
  return (
    <section
      className="canvas"
      aria-label={ui.canvas.label}
      aria-description={ui.canvas.hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk along the packet's path here
      tabIndex={0}
      onKeyDown={walkByKey}
    >
      {evaluation === null ? null : (
        <ReactFlowProvider>
          <CanvasMap map={evaluation.map} />
        </ReactFlowProvider>
      )}
      <div className="edit-tools">
        <Suspense>
          <Tools />
        </Suspense>
      </div>
    </section>
  )
}

function CanvasMap({ map }: { readonly map: PlaceMap }) {
  const journey = useJourney()
  const { layout, travels, nodes, edges, setSpace, culled } = useDrawnMap(map)
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
      onNodeClick={(_, node) => {
        const first = journey.find(({ hop }) => hop.place === node.id)
        if (first !== undefined) showHop(first.index)
      }}
    >
      <Viewport bounds={layout.bounds} onResize={setSpace} />
      <ViewportPortal>
        <Fate layout={layout} />
        <Packet layout={layout} travels={travels} />
      </ViewportPortal>
    </ReactFlow>
  )
}
