import { TrailEdge, WireEdge } from './LineEdge.tsx'
import { PlaceNode } from './PlaceNode.tsx'
import { ZoneNode } from './ZoneNode.tsx'

/** What the map gives React Flow, whether one plays on it or draws on it. */
export const FLOW_SETTINGS = {
  nodeTypes: { zone: ZoneNode, place: PlaceNode },
  edgeTypes: { wire: WireEdge, trail: TrailEdge },
  nodesFocusable: false,
  edgesFocusable: false,
  disableKeyboardA11y: true,
  // Double clicks would zoom by an animation, and there is none (vite.config.ts).
  zoomOnDoubleClick: false,
  deleteKeyCode: null,
  zoomActivationKeyCode: null,
  minZoom: 0.3,
  maxZoom: 2.5,
} as const
