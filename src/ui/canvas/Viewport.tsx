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
    if (width > 0 && height > 0) onResize({ width, height })
  }, [width, height, onResize])

  useEffect(fit, [fit])

  return (
    <Panel position="top-right" className="viewport-tools">
      <IconButton look="quiet" label={ui.canvas.zoomIn} onClick={() => void zoomIn()}>
        <PlusIcon />
      </IconButton>
      <IconButton look="quiet" label={ui.canvas.zoomOut} onClick={() => void zoomOut()}>
        <MinusIcon />
      </IconButton>
      <IconButton look="quiet" label={ui.canvas.fit} onClick={fit}>
        <FitIcon />
      </IconButton>
    </Panel>
  )
}

function fitted(bounds: Rect, space: Size): { x: number; y: number; zoom: number } {
  const zoom = Math.min(
    MOST_ZOOM,
    (space.width - 2 * MARGIN.x) / bounds.width,
    (space.height - MARGIN.top - MARGIN.bottom) / bounds.height,
  )
  return {
    zoom,
    x: (space.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y:
      MARGIN.top +
      (space.height - MARGIN.top - MARGIN.bottom - bounds.height * zoom) / 2 -
      bounds.y * zoom,
  }
}
