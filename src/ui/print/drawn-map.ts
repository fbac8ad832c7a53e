/** As much of a sheet of A4 as the map may take, in CSS pixels: all of the width between the margins. */
const ROOM = { width: 688, height: 560 }

/** A map of few things is not blown up to the width of the paper. */
const LARGEST = 1.25

/** Around what is drawn, in CSS pixels: lines end a little outside of what they lead to. */
const MARGIN = 8

/** Everything on the map that says something, at whatever zoom. */
const DRAWN = '.react-flow__node, .packet-label, .fate'

/** What is only on the way to be told, or answers to a hand, has no place on paper. */
const NOT_FOR_PAPER =
  ':is(button, [role="status"], [aria-live]):not(.react-flow__node *), .react-flow__panel, .edit-tools'

/** A picture of the whole map, however it was moved on the screen; null where none is drawn. */
export function drawnMap(): HTMLElement | null {
  const map = document.querySelector<HTMLElement>('.canvas')
  const bounds = map === null ? null : boundsOf(map)
  if (map === null || bounds === null) return null
  const copy = map.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return null
  for (const each of copy.querySelectorAll(NOT_FOR_PAPER)) each.remove()
  // What stands outside of the frame on the screen is drawn there as well: it is only cut off.
  const flow = copy.querySelector<HTMLElement>('.react-flow')
  if (flow !== null) flow.style.overflow = 'visible'
  const scale = Math.min(LARGEST, ROOM.width / bounds.width, ROOM.height / bounds.height)
  const { left, top } = map.getBoundingClientRect()
  copy.removeAttribute('id')
  copy.style.overflow = 'visible'
  copy.style.width = `${map.offsetWidth}px`
  copy.style.height = `${map.offsetHeight}px`
  copy.style.transform = `scale(${scale}) translate(${left - bounds.left}px, ${top - bounds.top}px)`
  const frame = document.createElement('div')
  frame.style.width = `${bounds.width * scale}px`
  frame.style.height = `${bounds.height * scale}px`
  frame.append(copy)
  return frame
}

/** Around everything that is drawn, in pixels of the screen. */
function boundsOf(map: HTMLElement): DOMRect | null {
  const boxes = [...map.querySelectorAll(DRAWN)]
    .map((each) => each.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN
  const right = Math.max(...boxes.map((box) => box.right)) + MARGIN
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + MARGIN
  return new DOMRect(left, top, right - left, bottom - top)
}
