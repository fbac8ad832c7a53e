import type { Page } from '@playwright/test'

/** A side of the square of pixels that is one cell of a reference. */
const CELL = 6

/**
 * A screenshot as its cells: a small PNG in which each pixel is the mean of CELL × CELL of the page's.
 * How a machine rasterises a letter is averaged out of it; where the letter stands is not.
 */
export async function cellsOf(page: Page, screenshot: Buffer): Promise<Buffer> {
  const cells = await page.evaluate(reduced, { png: screenshot.toString('base64'), cell: CELL })
  return Buffer.from(cells, 'base64')
}

/** How many cells of two such pictures differ by more than `tolerance` (0 to 255); null: other sizes. */
export async function cellsThatDiffer(
  page: Page,
  one: Buffer,
  other: Buffer,
  tolerance: number,
): Promise<number | null> {
  const pictures = [one.toString('base64'), other.toString('base64')] as const
  return page.evaluate(differing, { pictures, tolerance })
}

/** Runs in the page. */
async function reduced({ png, cell }: { readonly png: string; readonly cell: number }) {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const [width, height] = [Math.floor(image.width / cell), Math.floor(image.height / cell)]
  const full = new OffscreenCanvas(image.width, image.height).getContext('2d')
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const small = canvas.getContext('2d')
  if (full === null || small === null) throw new Error('no canvas to draw on')
  full.drawImage(image, 0, 0)
  const from = full.getImageData(0, 0, image.width, image.height).data
  const to = small.createImageData(width, height)
  for (let i = 0; i < to.data.length; i += 1) {
    const [x, y, channel] = [Math.floor(i / 4) % width, Math.floor(i / 4 / width), i % 4]
    let sum = 0
    for (let dy = 0; dy < cell; dy += 1) {
      for (let dx = 0; dx < cell; dx += 1) {
        sum += from[((y * cell + dy) * image.width + x * cell + dx) * 4 + channel] ?? 0
      }
    }
    to.data[i] = sum / (cell * cell)
  }
  small.putImageData(to, 0, 0)
  return canvas.toDataURL('image/png').replace(/^.*,/, '')
}

/** Runs in the page. Each cell counts with its eight neighbours: a hair's breadth is no change. */
async function differing({
  pictures,
  tolerance,
}: {
  readonly pictures: readonly [string, string]
  readonly tolerance: number
}) {
  const read = async (png: string) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    if (context === null) throw new Error('no canvas to draw on')
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, image.width, image.height)
  }
  const [one, other] = [await read(pictures[0]), await read(pictures[1])]
  const { width, height } = one
  if (other.width !== width || other.height !== height) return null
  const apart = (x: number, y: number, channel: number): number => {
    let sum = 0
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const at = ((y + dy) * width + x + dx) * 4 + channel
        sum += (one.data[at] ?? 0) - (other.data[at] ?? 0)
      }
    }
    return Math.abs(sum / 9)
  }
  let count = 0
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      if (Math.max(apart(x, y, 0), apart(x, y, 1), apart(x, y, 2)) > tolerance) count += 1
    }
  }
  return count
}
