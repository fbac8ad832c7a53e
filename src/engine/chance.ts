import type { NonEmpty } from '../net/result.ts'

/** Where a rule leaves something to chance, the walk asks here and is told which way it fell. */
export interface Chance {
  /** True with this probability, which lies strictly between 0 and 1. */
  draw(probability: number): boolean
}

export interface Weighted<T> {
  readonly probability: number
  readonly value: T
}

/**
 * Beyond this many ways only the likeliest are followed, and the probabilities add up to less
 * than 1. A Service of kube-proxy has one way for each of its endpoints.
 */
export const MAX_WAYS = 256

/** The ways taken so far, to be repeated; `probability` is that of the whole prefix. */
interface Pending {
  readonly script: readonly boolean[]
  readonly probability: number
}

/** Runs `decide` once for each way that chance may fall, likeliest branches first. */
export function everyWay<T>(decide: (chance: Chance) => T): NonEmpty<Weighted<T>> {
  const pending: Pending[] = []
  const first = follow(decide, { script: [], probability: 1 }, pending)
  const rest: Weighted<T>[] = []
  for (
    let next = likeliest(pending);
    next && rest.length + 1 < MAX_WAYS;
    next = likeliest(pending)
  ) {
    rest.push(follow(decide, next, pending))
  }
  return [first, ...rest]
}

/** Repeats a prefix, says yes to every draw after it, and leaves each `no` pending. */
function follow<T>(
  decide: (chance: Chance) => T,
  { script, probability }: Pending,
  pending: Pending[],
): Weighted<T> {
  const taken: boolean[] = []
  let reached = probability
  const value = decide({
    draw(share) {
      const told = script[taken.length]
      if (told === undefined) {
        pending.push({ script: [...taken, false], probability: reached * (1 - share) })
        reached *= share
      }
      taken.push(told ?? true)
      return told ?? true
    },
  })
  return { probability: reached, value }
}

function likeliest(pending: Pending[]): Pending | undefined {
  let best = 0
  for (let i = 1; i < pending.length; i += 1) {
    if ((pending[i]?.probability ?? 0) > (pending[best]?.probability ?? 0)) best = i
  }
  return pending.splice(best, 1)[0]
}
