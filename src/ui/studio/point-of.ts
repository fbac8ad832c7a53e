import type { Point } from '../canvas/layout/geometry.ts'

/** Where on the screen it happened. */
export function pointOf(event: MouseEvent | TouchEvent): Point {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 }
}
