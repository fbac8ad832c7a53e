import { editing } from '../../store/editing.ts'
import { journeyOnShow } from '../../store/journey-on-show.ts'
import { showHop } from '../../store/playback-actions.ts'
import { playground } from '../../store/playground.ts'
import { bringIntoView } from '../../store/studio.ts'
import { boardElement } from '../studio/board-element.ts'
import { thingOf } from '../studio/thing-of.ts'
import { selectThings } from '../studio/use-selecting.ts'
import { showMap } from './show-sheet.ts'

/** How long what was looked for is marked, in milliseconds. */
const MARKED = 2400

/**
 * Brings a place or a zone of the map into view. Where the packet comes by, its step there is shown;
 * while one draws, the thing is selected.
 */
export function goToPlace(id: string): void {
  showMap()
  const thing = thingOf(id)
  if (editing().getState().on && thing !== null) {
    selectThings([thing])
    boardElement()?.focus()
  } else {
    const first = journeyOnShow(playground().getState()).find(({ hop }) => hop.place === id)
    if (first !== undefined) showHop(first.index)
    document.querySelector<HTMLElement>('.canvas')?.focus()
  }
  bringIntoView(id)
  markWhenThere(id)
}

function markWhenThere(id: string, frames = 60): void {
  requestAnimationFrame(() => {
    const element = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"] > *`)
    if (element === null) {
      if (frames > 0) markWhenThere(id, frames - 1)
      return
    }
    const ring = { outline: '2px solid var(--focus)', outlineOffset: '4px' }
    element.animate([ring, ring], { duration: MARKED })
  })
}
