import type { Hop, Owner } from '../../engine/trace.ts'
import type { Column, Lane } from '../../scenario/compare/comparison.ts'
import { nearSide } from '../../store/journey.ts'

/** How wide a column is beside the others: on the way back nothing is read, only followed. */
export const WIDTHS: Readonly<Record<Column['leg'], number>> = { forward: 1, reply: 0.36 }

/** Where the middle of each column lies, as a share of the whole width. */
export function middlesOf(columns: readonly Column[]): readonly number[] {
  const widths = columns.map(({ leg }) => WIDTHS[leg])
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return widths.map(
    (width, i) => (widths.slice(0, i).reduce((a, b) => a + b, 0) + width / 2) / whole,
  )
}

/** A stretch of the way out on which the packet carries one source address. */
export interface Stretch {
  /** Index of its first column. */
  readonly from: number
  readonly address: string
  readonly owner: Owner
  /** Did a rewrite begin it? */
  readonly rewritten: boolean
}

/** The source addresses of a lane on its way out, one after the other. */
export function stretchesOf(
  { beats }: Pick<Lane, 'beats'>,
  columns: readonly Column[],
): readonly Stretch[] {
  const stretches: Stretch[] = []
  const wayOut = columns.findLastIndex(({ leg }) => leg === 'forward') + 1
  for (const [i, beat] of beats.slice(0, wayOut).entries()) {
    if (beat === null) continue
    const { address, owner } = nearSide(beat.after, 'forward')
    const last = stretches.at(-1)
    if (last?.address === address) continue
    stretches.push({ from: i, address, owner, rewritten: last !== undefined })
  }
  return stretches
}

/** The last column in which this lane's packet is seen. */
export const endOf = ({ beats }: Pick<Lane, 'beats'>): number =>
  beats.findLastIndex((beat) => beat !== null)

/** What the packet of a lane carries when the moment `at` is over; null where it was not sent. */
export function carriedAt(
  { beats }: Pick<Lane, 'beats'>,
  columns: readonly Column[],
  at: number,
): {
  readonly now: { readonly address: string; readonly owner: Owner }
  readonly was: { readonly address: string; readonly owner: Owner } | null
  readonly mood: Hop['mood']
  readonly ended: boolean
} | null {
  const here = beats.findLastIndex((beat, i) => beat !== null && i <= at)
  const beat = beats[here]
  const leg = columns[here]?.leg
  if (!beat || leg === undefined) return null
  const [was, now] = [nearSide(beat.before, leg), nearSide(beat.after, leg)]
  return {
    now,
    was: was.address === now.address ? null : was,
    mood: beat.mood,
    ended: here === endOf({ beats }) && here < at,
  }
}
