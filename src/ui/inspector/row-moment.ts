import type { WalkOnShow } from './walk-on-show.ts'

/** Has playback come to this step? `never` for what the walk does not reach at all. */
export function moment(
  step: number | null,
  { upTo, now }: WalkOnShow,
): 'never' | 'waiting' | 'now' | 'done' {
  if (step === null) return upTo === Number.POSITIVE_INFINITY ? 'never' : 'waiting'
  if (step > upTo) return 'waiting'
  return step === now ? 'now' : 'done'
}
