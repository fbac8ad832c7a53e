import { ReactFlow } from '@xyflow/react'
import { createRoot } from 'react-dom/client'
import '@xyflow/react/dist/style.css'

/** As many nodes of React Flow’s own as the address asks for, one edge from each to the next. */
const count = Number(location.hash.slice(1))
const nodes = Array.from({ length: count }, (_, i) => ({
  id: `${i}`,
  position: { x: (i % 25) * 180, y: Math.floor(i / 25) * 70 },
  data: { label: `pod-${i}` },
}))
const edges = nodes.slice(1).map(({ id }, i) => ({ id: `e${id}`, source: `${i}`, target: id }))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has the element that everything is drawn in')
createRoot(root).render(
  <ReactFlow defaultNodes={nodes} defaultEdges={edges} fitView minZoom={0.1} />,
)
