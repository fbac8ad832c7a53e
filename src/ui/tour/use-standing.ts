import { type RefObject, useEffect } from 'react'
import { type Box, besideOf } from './beside.ts'

/** Puts the card beside what it speaks of and a ring around that, for as long as it is there, past React. */
export function useStanding(
  at: readonly string[],
  {
    card,
    ring,
  }: {
    readonly card: RefObject<HTMLElement | null>
    readonly ring: RefObject<HTMLElement | null>
  },
): void {
  useEffect(() => {
    let request = 0
    const draw = (): void => {
      request = requestAnimationFrame(draw)
      const target = targetOf(at)
      if (card.current === null || ring.current === null) return
      const room = { width: document.documentElement.clientWidth, height: innerHeight }
      const { width, height } = card.current.getBoundingClientRect()
      const box = target === null ? null : seenOf(target.getBoundingClientRect(), room)
      ring.current.hidden = box === null
      if (box !== null) place(ring.current, box)
      const { x, y } = besideOf(box, { width, height }, room)
      card.current.style.translate = `${x}px ${y}px`
    }
    draw()
    return () => cancelAnimationFrame(request)
  }, [at, card, ring])
}

const targetOf = (at: readonly string[]): Element | null => {
  for (const selector of at) {
    const found = document.querySelector(selector)
    if (found !== null) return found
  }
  return null
}

/** What of it is in the window; null where nothing is. */
function seenOf(rect: DOMRect, room: { readonly width: number; readonly height: number }) {
  const x = Math.max(0, rect.left)
  const y = Math.max(0, rect.top)
  const width = Math.min(room.width, rect.right) - x
  const height = Math.min(room.height, rect.bottom) - y
  return width <= 0 || height <= 0 ? null : { x, y, width, height }
}

function place(element: HTMLElement, { x, y, width, height }: Box): void {
  element.style.translate = `${x}px ${y}px`
  element.style.width = `${width}px`
  element.style.height = `${height}px`
}
