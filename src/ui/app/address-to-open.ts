import { forgetLeaving, leftBehind } from '../../store/memory.ts'

/**
 * The fragment to open the page with. A reload may come with the address of before the last strokes;
 * what was on show then was written down on leaving, and the address follows.
 */
export function addressToOpen(): string {
  const [visit] = performance.getEntriesByType('navigation')
  const reloaded = visit instanceof PerformanceNavigationTiming && visit.type === 'reload'
  const link = reloaded ? leftBehind() : null
  forgetLeaving()
  if (link !== null) history.replaceState(null, '', link)
  return location.hash
}
