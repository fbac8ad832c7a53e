import type { Viewport } from '@xyflow/react'
import { centre, type Rect, type Size } from './layout/geometry.ts'

/** Room around the map: a strip below it for the tools; on a narrow canvas above it, with the packet's label below. */
const marginIn = (width: number) =>
  width < 620 ? { x: 10, top: 44, bottom: 58 } : { x: 16, top: 12, bottom: 46 }
const MOST_ZOOM = 1.5
/** Below this zoom not even names can be read. */
const READABLE = 0.4

export function inside({ width, height }: Size): Size {
  const { x, top, bottom } = marginIn(width)
  return { width: width - 2 * x, height: height - top - bottom }
}

/** What of the map's plane is in view. */
export const inView = ({ x, y, zoom }: Viewport, { width, height }: Size): Rect => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
})

/** All of the map; where nothing could be read of it, the packet's path, and of that what is around `here`. */
export function firstView(
  bounds: Rect,
  path: Rect | null,
  here: Rect | null,
  space: Size,
): Viewport {
  const whole = fitted(bounds, space)
  if (whole.zoom >= READABLE || path === null) return whole
  const way = fitted(path, space)
  return way.zoom >= READABLE || here === null ? way : centred(here, 1.5 * READABLE, space)
}

export function fitted(bounds: Rect, space: Size): Viewport {
  const { width, height } = inside(space)
  const { x, top } = marginIn(space.width)
  const zoom = Math.min(MOST_ZOOM, width / bounds.width, height / bounds.height)
  return {
    zoom,
    x: x + (width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: top + (height - bounds.height * zoom) / 2 - bounds.y * zoom,
  }
}

export function centred(rect: Rect, zoom: number, { width, height }: Size): Viewport {
  const { x, y } = centre(rect)
  return { zoom, x: width / 2 - x * zoom, y: height / 2 - y * zoom }
}
