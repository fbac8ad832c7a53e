import { BaseEdge, type EdgeProps, getBezierPath, ReactFlow } from '@xyflow/react'
import { createRoot } from 'react-dom/client'
import '@xyflow/react/dist/style.css'

/**
 * As many nodes of React Flow’s own as the address asks for, one edge from each to the next; along so
 * many of the edges as it says after a stroke a marker moves, in the way of React Flow’s own example.
 */
const [count = 0, markers = 0] = location.hash.slice(1).split('/').map(Number)
const nodes = Array.from({ length: count }, (_, i) => ({
  id: `${i}`,
  position: { x: (i % 25) * 180, y: Math.floor(i / 25) * 70 },
  data: { label: `pod-${i}` },
}))
const edges = nodes.slice(1).map(({ id }, i) => ({
  id: `e${id}`,
  source: `${i}`,
  target: id,
  ...(i < markers ? { type: 'travelled' } : {}),
}))

function TravelledEdge(props: EdgeProps) {
  const [path] = getBezierPath(props)
  return (
    <>
      <BaseEdge id={props.id} path={path} />
      <circle className="marker" r="10" fill="#ff0073">
        <animateMotion dur="2s" repeatCount="indefinite" path={path} />
      </circle>
    </>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has the element that everything is drawn in')
createRoot(root).render(
  <ReactFlow
    defaultNodes={nodes}
    defaultEdges={edges}
    edgeTypes={{ travelled: TravelledEdge }}
    fitView
    minZoom={0.1}
  />,
)
