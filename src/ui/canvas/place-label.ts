import { BREATH, labelSpot } from './label-spot.ts'
import type { Point, Rect, Size } from './layout/geometry.ts'

/** On narrower canvases the label has a place of its own, below the map: anywhere else it would cover some. */
const NARROW = 620

const WORDS =
  '.zone-title > *, .place, .place-rule, .place-visits, .fate > *, .probe-mark, .viewport-tools'

/** Keeps the label of one packet where it covers no words, and its stem with it. */
export interface LabelPlacer {
  /** The packet is at `at` on the canvas; `rise` is half the height of the place that it rests at, 0 on the way. */
  readonly place: (at: Point, rise: number) => void
  readonly stop: () => void
}

/**
 * `redraw` is called when the label or the canvas has another size. Both are told by the browser after
 * it has laid out the page: to ask for them on every frame would make it do so once more each time.
 */
export function labelPlacer(packet: HTMLElement, redraw: () => void): LabelPlacer | null {
  const label = packet.querySelector('.packet-label')
  const canvas = packet.closest('.canvas')
  if (label === null || canvas === null) return null
  const sizes = new Map<Element, Size>()
  const observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const { inlineSize: width = 0, blockSize: height = 0 } = borderBoxSize[0] ?? {}
      sizes.set(target, { width, height })
    }
    redraw()
  })
  observer.observe(label)
  observer.observe(canvas)
  /** What was asked last: at rest every frame asks the same. */
  let answered = ''
  let look = 0

  const place = (at: Point, rise: number): void => {
    const size = sizes.get(label)
    const room = sizes.get(canvas)
    if (size === undefined || room === undefined) return
    // Before its size is asked: seen from afar only a label with a strip of its own is drawn at all.
    const docked = room.width < NARROW
    packet.toggleAttribute('data-docked', docked)
    if (docked) {
      put(packet, { dx: room.width / 2 - at.x, foot: room.height - at.y - BREATH })
      return
    }
    if (size.width === 0) return
    const asked = JSON.stringify([size, at, rise, room])
    if (asked === answered) return
    answered = asked
    const choose = () => {
      const words = rise === 0 ? [] : wordsIn(canvas)
      const { dx, dy } = labelSpot(size, { at, rise }, room, words)
      const above = dy < 0
      put(packet, {
        dx,
        foot: above ? dy : dy + size.height,
        stemFrom: above ? dy : rise,
        stem: Math.abs(dy) - rise,
      })
    }
    choose()
    // What has just moved is only drawn in a moment.
    cancelAnimationFrame(look)
    look = requestAnimationFrame(choose)
  }
  const stop = (): void => {
    observer.disconnect()
    cancelAnimationFrame(look)
  }
  return { place, stop }
}

function put(
  { style }: HTMLElement,
  {
    dx,
    foot,
    stemFrom = 0,
    stem = 0,
  }: Readonly<Record<'dx' | 'foot', number>> &
    Readonly<Partial<Record<'stemFrom' | 'stem', number>>>,
): void {
  style.setProperty('--aside', `${dx}px`)
  style.setProperty('--foot', `${foot}px`)
  style.setProperty('--stem-from', `${stemFrom}px`)
  style.setProperty('--stem', `${stem}px`)
}

/** What is written on the map, in the canvas's own pixels. */
function wordsIn(canvas: Element): Rect[] {
  const room = canvas.getBoundingClientRect()
  return [...canvas.querySelectorAll(WORDS)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return {
      x: x - room.x - BREATH,
      y: y - room.y - BREATH / 2,
      width: width + 2 * BREATH,
      height: height + BREATH,
    }
  })
}
