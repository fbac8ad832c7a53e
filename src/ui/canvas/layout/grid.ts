import { type Box, shift, together } from './box.ts'

/** How much wider than high a grid comes out, about. */
const RATIO = 1.5
/** As many stand in one column before there is a second. */
const ONE_COLUMN = 4

/** Filled row by row; a row is as high as its highest, a column as wide as its widest. */
export function grid(boxes: readonly Box[], gap: number): Box {
  const columns = columnsFor(boxes, gap)
  const widest: number[] = []
  const highest: number[] = []
  for (const [i, { rect }] of boxes.entries()) {
    const [row, at] = [Math.floor(i / columns), i % columns]
    widest[at] = Math.max(widest[at] ?? 0, rect.width)
    highest[row] = Math.max(highest[row] ?? 0, rect.height)
  }
  const xs = edges(widest, gap)
  const ys = edges(highest, gap)
  return together(
    boxes.map((box, i) =>
      shift(
        box,
        (xs[i % columns] ?? 0) - box.rect.x,
        (ys[Math.floor(i / columns)] ?? 0) - box.rect.y,
      ),
    ),
  )
}

function columnsFor(boxes: readonly Box[], gap: number): number {
  if (boxes.length <= ONE_COLUMN) return 1
  const mean = (of: (box: Box) => number) =>
    boxes.reduce((sum, box) => sum + of(box) + gap, 0) / boxes.length
  const [width, height] = [mean(({ rect }) => rect.width), mean(({ rect }) => rect.height)]
  return Math.max(1, Math.round(Math.sqrt((boxes.length * height * RATIO) / width)))
}

/** Where each begins whose size is given. */
function edges(sizes: readonly number[], gap: number): readonly number[] {
  let next = 0
  return sizes.map((size) => {
    const here = next
    next += size + gap
    return here
  })
}
