/** As wide as the text on a sheet of A4 with margins, in CSS pixels. */
const PAPER_WIDTH = 690

/** A picture of the map as it stands on the screen, as wide as the paper; null where none is drawn. */
export function drawnMap(): HTMLElement | null {
  const map = document.querySelector<HTMLElement>('.canvas')
  if (map === null || map.offsetWidth === 0) return null
  const copy = map.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return null
  // What is only on the way to be told, or answers to a hand, has no place on paper.
  for (const each of copy.querySelectorAll('button, [role="status"], [aria-live]')) {
    if (each.closest('.react-flow__node') === null) each.remove()
  }
  const scale = Math.min(1, PAPER_WIDTH / map.offsetWidth)
  copy.removeAttribute('id')
  copy.style.width = `${map.offsetWidth}px`
  copy.style.height = `${map.offsetHeight}px`
  copy.style.transform = `scale(${scale})`
  const frame = document.createElement('div')
  frame.style.height = `${map.offsetHeight * scale}px`
  frame.append(copy)
  return frame
}
