import type { Outcome } from '../engine/trace.ts'

/** What became of a packet, as it is said: lost on its way back it was delivered, but unanswered. */
export type Fate = Outcome['kind'] | 'unanswered'

export const fateOf = ({ kind, lostOn }: Pick<Outcome, 'kind' | 'lostOn'>): Fate =>
  lostOn === 'reply' ? 'unanswered' : kind
