import {
  around,
  centre,
  moved,
  type Padding,
  type Point,
  padded,
  type Rect,
  type Size,
} from './geometry.ts'

/**
 * Things already laid out relative to each other. `anchor` is the point that lines up with its
 * neighbours: where the wires of its main place come in.
 */
export interface Box {
  readonly rect: Rect
  readonly anchor: Point
  readonly placed: ReadonlyMap<string, Rect>
}

export function leaf(id: string, { width, height }: Size): Box {
  const rect = { x: 0, y: 0, width, height }
  return { rect, anchor: { x: width / 2, y: height / 2 }, placed: new Map([[id, rect]]) }
}

/** Left to right, anchors on one height. */
export function row(boxes: readonly Box[], gap: number): Box {
  return line(boxes, (box, last) => ({
    dx: (last === null ? 0 : last.x + last.width + gap) - box.rect.x,
    dy: -box.anchor.y,
  }))
}

/** Top to bottom, anchors above each other. The whole is anchored in its `main` member. */
export function column(boxes: readonly Box[], gap: number, main = middleOf(boxes)): Box {
  const whole = line(boxes, (box, last) => ({
    dx: -box.anchor.x,
    dy: (last === null ? 0 : last.y + last.height + gap) - box.rect.y,
  }))
  return { ...whole, anchor: whole.anchors[main] ?? whole.anchor }
}

/** A zone around a box, with room for its title; the box stands at one side of what is wider. */
export function frame(
  id: string,
  box: Box,
  padding: Padding,
  least = 0,
  side: 'left' | 'right' = 'left',
): Box {
  const tight = padded(box.rect, padding)
  const rect = atLeast(tight, least)
  const { anchor, placed } = side === 'left' ? box : shift(box, rect.width - tight.width, 0)
  return { anchor, rect, placed: new Map([[id, rect], ...placed]) }
}

/** Lined up by the middle of the whole, not of its main member. */
export const middled = (box: Box): Box => ({ ...box, anchor: centre(box.rect) })

export function shift(box: Box, dx: number, dy: number): Box {
  return {
    rect: moved(box.rect, dx, dy),
    anchor: { x: box.anchor.x + dx, y: box.anchor.y + dy },
    placed: new Map([...box.placed].map(([id, rect]) => [id, moved(rect, dx, dy)])),
  }
}

/** Both as they stand, as one. */
export function together(boxes: readonly Box[]): Box {
  const rect = around(boxes.map((box) => box.rect))
  return {
    rect,
    anchor: boxes[0]?.anchor ?? rect,
    placed: new Map(boxes.flatMap((box) => [...box.placed])),
  }
}

function line(
  boxes: readonly Box[],
  step: (box: Box, last: Rect | null) => { readonly dx: number; readonly dy: number },
): Box & { readonly anchors: readonly Point[] } {
  const set: Box[] = []
  for (const box of boxes) {
    const { dx, dy } = step(box, set.at(-1)?.rect ?? null)
    set.push(shift(box, dx, dy))
  }
  return { ...together(set), anchors: set.map((box) => box.anchor) }
}

const middleOf = (boxes: readonly Box[]): number => Math.floor((boxes.length - 1) / 2)

const atLeast = (rect: Rect, width: number): Rect =>
  rect.width >= width ? rect : { ...rect, width }
