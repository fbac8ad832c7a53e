import type { ChainLine } from './chain-lines.ts'
import type { WalkOnShow } from './walk-on-show.ts'

export type RowMoment = 'never' | 'waiting' | 'now' | 'done'

/** Has playback come to this line? `never` for what the walk does not reach at all. */
export function moment(
  { step, below }: Pick<ChainLine, 'step' | 'below'>,
  { upTo, now }: WalkOnShow,
): RowMoment {
  if (step === null) return upTo >= (below ?? Number.POSITIVE_INFINITY) ? 'never' : 'waiting'
  if (step > upTo) return 'waiting'
  return step === now ? 'now' : 'done'
}

/** Which part of the way back to a caller is to be drawn at this line, once the walk has gone it. */
export const railDrawn = (
  { rail }: Pick<ChainLine, 'rail'>,
  { upTo }: WalkOnShow,
): 'start' | 'through' | 'end' | undefined =>
  rail !== null && upTo >= rail.step ? rail.part : undefined

/** The same for what is opened under a line: the way goes on through it, unless it ends there. */
export function railBelow(
  line: Pick<ChainLine, 'rail'>,
  onShow: WalkOnShow,
): 'through' | undefined {
  const drawn = railDrawn(line, onShow)
  return drawn === 'start' || drawn === 'through' ? 'through' : undefined
}
