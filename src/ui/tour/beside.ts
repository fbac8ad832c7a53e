export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Size {
  readonly x: number
  readonly y: number
}

/** From the card to what it speaks of, and to the edge of the window, in pixels. */
const GAP = 12

/**
 * Where the card stands: beside the target on the side that has room, below it or above it; where there
 * is none, inside at its lower end. Without a target, at the lower end of the window. Never outside.
 */
export function besideOf(
  target: Box | null,
  card: Size,
  room: Size,
): { readonly x: number; readonly y: number } {
  const within = (x: number, y: number) => ({
    x: Math.max(GAP, Math.min(x, room.width - card.width - GAP)),
    y: Math.max(GAP, Math.min(y, room.height - card.height - GAP)),
  })
  const middle = (room.width - card.width) / 2
  if (target === null) return within(middle, room.height)
  const { x, y, width, height } = target
  const centred = x + (width - card.width) / 2
  const below = y + height + GAP
  if (below + card.height + GAP <= room.height) return within(centred, below)
  if (x - GAP - card.width >= GAP) return within(x - GAP - card.width, y)
  if (x + width + GAP + card.width + GAP <= room.width) return within(x + width + GAP, y)
  const above = y - GAP - card.height
  return above >= GAP ? within(centred, above) : within(centred, y + height - card.height - GAP)
}
