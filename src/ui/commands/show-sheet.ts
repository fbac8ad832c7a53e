import { stopComparing } from '../../store/comparing.ts'
import { page, type Sheet } from '../../store/page.ts'
import { playground } from '../../store/playground.ts'

/** Leaves what stands in place of the map. */
export function showMap(): void {
  if (playground().getState().compared !== null) stopComparing()
}

/**
 * Brings a part of the page into view, which in one column stands below the map only when it is chosen,
 * and puts the focus where `target` is found.
 */
export function showSheet(sheet: Sheet, target?: string): void {
  showMap()
  page().setState({ sheet })
  if (target !== undefined) focusWhenThere(target)
}

/** What is shown may have to be fetched first: looked for once a frame, for two seconds. */
function focusWhenThere(target: string, frames = 120): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(target)
    if (element !== null) element.focus()
    else if (frames > 0) focusWhenThere(target, frames - 1)
  })
}
