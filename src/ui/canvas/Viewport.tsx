import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect } from 'react'
import { useMessages } from '../../store/reading.ts'
import { IconButton } from '../kit/Button.tsx'
import { FitIcon, MinusIcon, PlusIcon } from '../kit/icons.tsx'
import type { Rect, Size } from './layout/geometry.ts'

/** Room around the map: above it for the packet's label, on each side a hairline's breath. */
const MARGIN = { x: 16, top: 26, bottom: 26 }
const MOST_ZOOM = 1.5

/** Keeps the whole map in view as the canvas and the map change, and lets one look closer. */
export function Viewport({
  bounds,
  onResize,
}: {
  readonly bounds: Rect
  readonly onResize: (size: Size) => void
}) {
  const { ui } = useMessages()
  const { setViewport, zoomIn, zoomOut } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)

  const fit = useCallback(() => {
    if (width > 0 && height > 0) void setViewport(fitted(bounds, { width, height }))
  }, [bounds, width, height, setViewport])

  useEffect(() => {
    if (width > 0 && height > 0) onResize(inside({ width, height }))
  }, [width, height, onResize])

  useEffect(fit, [fit])
  useDistance()

  return (
    <Panel position="top-right" className="viewport-tools">
      <IconButton
        data-tool="in"
        look="quiet"
        label={ui.canvas.zoomIn}
        onClick={() => void zoomIn()}
      >
        <PlusIcon />
      </IconButton>
      <IconButton
        data-tool="out"
        look="quiet"
        label={ui.canvas.zoomOut}
        onClick={() => void zoomOut()}
      >
        <MinusIcon />
      </IconButton>
      <IconButton look="quiet" label={ui.canvas.fit} onClick={fit}>
        <FitIcon />
      </IconButton>
    </Panel>
  )
}

/** Below this zoom ordinary words cannot be read. */
const FAR = 0.55

/** Tells the style sheet when the map is seen from afar, past React. */
function useDistance(): void {
  const root = useStore((state) => state.domNode)
  const far = useStore(({ transform: [, , zoom] }) => zoom < FAR)
  useEffect(() => {
    root?.setAttribute('data-zoom', far ? 'far' : 'near')
  }, [root, far])
}

const inside = ({ width, height }: Size): Size => ({
  width: width - 2 * MARGIN.x,
  height: height - MARGIN.top - MARGIN.bottom,
})

function fitted(bounds: Rect, space: Size): { x: number; y: number; zoom: number } {
  const { width, height } = inside(space)
  const zoom = Math.min(MOST_ZOOM, width / bounds.width, height / bounds.height)
  return {
    zoom,
    x: MARGIN.x + (width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: MARGIN.top + (height - bounds.height * zoom) / 2 - bounds.y * zoom,
  }
}
