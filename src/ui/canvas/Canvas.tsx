import { ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react'
import { useMemo, useState } from 'react'
import '@xyflow/react/dist/base.css'
import type { PlaceMap } from '../../scenario/evaluation.ts'
import { showHop } from '../../store/playback-actions.ts'
import { useEvaluation, useJourney, useMessages } from '../../store/reading.ts'
import { walkByKey } from '../playback/walk-by-key.ts'
import { lineElements, mapElements } from './elements.ts'
import { Fate } from './Fate.tsx'
import { TrailEdge, WireEdge } from './LineEdge.tsx'
import type { Size } from './layout/geometry.ts'
import { layOut } from './layout/layout.ts'
import { Packet } from './Packet.tsx'
import { PlaceNode } from './PlaceNode.tsx'
import { travelsOf } from './travel.ts'
import { Viewport } from './Viewport.tsx'
import { ZoneNode } from './ZoneNode.tsx'
import './canvas.css'

const NODES = { zone: ZoneNode, place: PlaceNode }
const EDGES = { wire: WireEdge, trail: TrailEdge }

/** The network as nested zones, and the packet on its way through it. */
export function Canvas() {
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
    </section>
  )
}

const UNMEASURED: Size = { width: 1000, height: 560 }

function CanvasMap({ map }: { readonly map: PlaceMap }) {
  const [space, setSpace] = useState(UNMEASURED)
  const journey = useJourney()
  const layout = useMemo(() => layOut(map, space), [map, space])
  const travels = useMemo(() => travelsOf(journey, layout), [journey, layout])
  const nodes = useMemo(() => mapElements(map, layout), [map, layout])
  const edges = useMemo(() => lineElements(layout, travels), [layout, travels])

  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODES}
      edgeTypes={EDGES}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      // Double clicks would zoom by an animation, and there is none (vite.config.ts).
      zoomOnDoubleClick={false}
      deleteKeyCode={null}
      selectionKeyCode={null}
      zoomActivationKeyCode={null}
      panActivationKeyCode={null}
      multiSelectionKeyCode={null}
      minZoom={0.3}
      maxZoom={2.5}
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
