import { type Box, shift, together } from './box.ts'

/** How much wider than high a grid comes out, about. */
const RATIO = 1.5
/** As many stand in one column before there is a second. */
const ONE_COLUMN = 4

/** Equal cells filled row by row, each thing in the top left corner of its own. */
export function grid(boxes: readonly Box[], gap: number): Box {
  const width = Math.max(0, ...boxes.map(({ rect }) => rect.width)) + gap
  const height = Math.max(0, ...boxes.map(({ rect }) => rect.height)) + gap
  const columns =
    boxes.length <= ONE_COLUMN
      ? 1
      : Math.max(1, Math.round(Math.sqrt((boxes.length * height * RATIO) / width)))
  return together(
    boxes.map((box, i) =>
      shift(box, (i % columns) * width - box.rect.x, Math.floor(i / columns) * height - box.rect.y),
    ),
  )
}
